// The control objects as a table: properties, keys, navigation, privileges. Everything else is derived from it.
import {
  ACCOUNT_NAME,
  ACCOUNT_STATUS,
  ACCOUNT_TYPE,
  BOOLEAN,
  CELL_NAME,
  CELL_URL,
  type Check,
  IP_RANGES,
  NAME,
  RELATION_NAME,
  ROLE_URI,
  RULE_ACTION,
  SCHEMA_URL,
  TEXT,
  type Value,
} from './values.js';

export type TypeName = 'Cell' | 'Box' | 'Role' | 'Relation' | 'Account' | 'ExtCell' | 'ExtRole' | 'Rule';

export interface Property {
  name: string;
  /** Where a query reads it, with the aliases of `EntityType.from`. */
  sql: string;
  /** Column of the type's own table; absent for a property of a referenced entity (`_Box.Name`). */
  column?: string;
  check: Check;
  required?: true;
  /** Of a property that is left out; null where absent. */
  fallback?: Value;
  boolean?: true;
}

/** A reference that is part of the key: `_Box.Name`, `_Relation.Name` with `_Relation._Box.Name`. */
export interface Reference {
  column: string;
  target: TypeName;
  /** The target's key by the properties that spell it here. */
  properties: Record<string, string>;
  required?: true;
}

export interface Navigation {
  /** `_Role` */
  name: string;
  target: TypeName;
  /**
   * `own`: a column of this type's table points to the target (0..1 or 1);
   * `theirs`: a column of the target's table points here (many);
   * `table`: a table of links.
   */
  kind: 'own' | 'theirs' | 'table';
  /** Column or table. */
  by: string;
  /** Set by the key only: `$links` can only be read. */
  fixed?: true;
}

export interface EntityType {
  name: TypeName;
  namespace: 'UnitCtl' | 'CellCtl';
  table: string;
  /** Tables of a query; the type's own is `t`. */
  from: string;
  properties: Property[];
  reference?: Reference;
  /** First the one that a short key spells. */
  keys: string[];
  navigation: Navigation[];
  /** Navigation that answers name although this server has none of it. */
  deferredOnly?: string[];
  /** Of the entity set itself. */
  privileges: { read: string; write: string; retrieve?: string };
  /** Of `$links` and navigation; those above where absent. */
  linkPrivileges?: { read: string; write: string };
  /** Makes the key of an entity that is created without one. */
  generated?: true;
}

const boxName: Property = { name: '_Box.Name', sql: 'b.name', check: NAME };
const boxReference: Reference = { column: 'box_id', target: 'Box', properties: { Name: '_Box.Name' } };
const toBox: Navigation = { name: '_Box', target: 'Box', kind: 'own', by: 'box_id' };
const auth = { read: 'auth-read', write: 'auth' };
const social = { read: 'social-read', write: 'social' };

function own(name: string, column: string, check: Check, more: Partial<Property> = {}): Property {
  return { name, sql: `t.${column}`, column, check, ...more };
}

function linked(target: TypeName, by: string): Navigation {
  return { name: `_${target}`, target, kind: 'table', by };
}

function children(target: TypeName, by: string): Navigation {
  return { name: `_${target}`, target, kind: 'theirs', by };
}

export const ENTITY_TYPES: Record<TypeName, EntityType> = {
  Cell: {
    name: 'Cell',
    namespace: 'UnitCtl',
    table: 'cell',
    from: 'cell t',
    properties: [own('Name', 'name', CELL_NAME, { required: true })],
    keys: ['Name'],
    navigation: [],
    privileges: { read: 'unit', write: 'unit' },
  },
  Box: {
    name: 'Box',
    namespace: 'CellCtl',
    table: 'box',
    from: 'box t',
    properties: [own('Name', 'name', NAME, { required: true }), own('Schema', 'schema_url', SCHEMA_URL)],
    keys: ['Name'],
    navigation: [children('Role', 'box_id'), children('Relation', 'box_id'), children('Rule', 'box_id')],
    deferredOnly: ['_ReceivedMessage', '_SentMessage'],
    privileges: { read: 'box-read', write: 'box' },
  },
  Role: {
    name: 'Role',
    namespace: 'CellCtl',
    table: 'role',
    from: 'role t left join box b on b.id = t.box_id',
    properties: [own('Name', 'name', NAME, { required: true }), boxName],
    reference: boxReference,
    keys: ['Name', '_Box.Name'],
    navigation: [
      toBox,
      linked('Account', 'account_role'),
      linked('ExtCell', 'ext_cell_role'),
      linked('ExtRole', 'ext_role_role'),
      linked('Relation', 'relation_role'),
    ],
    privileges: auth,
  },
  Relation: {
    name: 'Relation',
    namespace: 'CellCtl',
    table: 'relation',
    from: 'relation t left join box b on b.id = t.box_id',
    properties: [own('Name', 'name', RELATION_NAME, { required: true }), boxName],
    reference: boxReference,
    keys: ['Name', '_Box.Name'],
    navigation: [
      toBox,
      linked('ExtCell', 'ext_cell_relation'),
      { name: '_ExtRole', target: 'ExtRole', kind: 'theirs', by: 'relation_id', fixed: true },
      linked('Role', 'relation_role'),
    ],
    privileges: social,
  },
  Account: {
    name: 'Account',
    namespace: 'CellCtl',
    table: 'account',
    from: 'account t',
    properties: [
      own('Name', 'name', ACCOUNT_NAME, { required: true }),
      own('Type', 'type', ACCOUNT_TYPE, { fallback: 'basic' }),
      own('IPAddressRange', 'ip_address_range', IP_RANGES),
      own('Status', 'status', ACCOUNT_STATUS, { fallback: 'active' }),
      own('Cell', 'cell', CELL_URL),
    ],
    keys: ['Name'],
    navigation: [linked('Role', 'account_role')],
    deferredOnly: ['_ReceivedMessageRead'],
    privileges: auth,
  },
  ExtCell: {
    name: 'ExtCell',
    namespace: 'CellCtl',
    table: 'ext_cell',
    from: 'ext_cell t',
    properties: [own('Url', 'url', CELL_URL, { required: true })],
    keys: ['Url'],
    navigation: [linked('Role', 'ext_cell_role'), linked('Relation', 'ext_cell_relation')],
    // The pages of the entity set ask for `auth`, those of its links for `social`.
    privileges: auth,
    linkPrivileges: social,
  },
  ExtRole: {
    name: 'ExtRole',
    namespace: 'CellCtl',
    table: 'ext_role',
    from: 'ext_role t join relation r on r.id = t.relation_id left join box b on b.id = r.box_id',
    properties: [
      own('ExtRole', 'ext_role', ROLE_URI, { required: true }),
      { name: '_Relation.Name', sql: 'r.name', check: RELATION_NAME, required: true },
      { name: '_Relation._Box.Name', sql: 'b.name', check: NAME },
    ],
    reference: {
      column: 'relation_id',
      target: 'Relation',
      properties: { Name: '_Relation.Name', '_Box.Name': '_Relation._Box.Name' },
      required: true,
    },
    keys: ['ExtRole', '_Relation.Name', '_Relation._Box.Name'],
    navigation: [
      { name: '_Relation', target: 'Relation', kind: 'own', by: 'relation_id', fixed: true },
      linked('Role', 'ext_role_role'),
    ],
    privileges: auth,
  },
  Rule: {
    name: 'Rule',
    namespace: 'CellCtl',
    table: 'rule',
    from: 'rule t left join box b on b.id = t.box_id',
    properties: [
      own('Name', 'name', NAME, { required: true }),
      boxName,
      own('EventExternal', 'event_external', BOOLEAN, { fallback: false, boolean: true }),
      own('EventSubject', 'event_subject', TEXT),
      own('EventType', 'event_type', TEXT),
      own('EventObject', 'event_object', TEXT),
      own('EventInfo', 'event_info', TEXT),
      own('Action', 'action', RULE_ACTION, { required: true }),
      own('TargetUrl', 'target_url', TEXT),
    ],
    reference: boxReference,
    keys: ['Name', '_Box.Name'],
    navigation: [toBox],
    privileges: { read: 'rule-read', write: 'rule' },
    generated: true,
  },
};

export function isTypeName(name: string): name is TypeName {
  return Object.hasOwn(ENTITY_TYPES, name);
}

export function propertyOf(type: EntityType, name: string): Property | undefined {
  return type.properties.find((property) => property.name === name);
}
