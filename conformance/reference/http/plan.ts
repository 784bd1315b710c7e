// What an operation does, read off its path in the contract: `/{CellName}/__ctl/Relation(…)/$links/_Box`.
import type { Route } from '../../../generated/server/index.js';
import {
  readPathTemplate,
  type TemplateKey,
  type TemplateSegment,
} from '../../../generated/server/runtime/path-template.js';
import { ENTITY_TYPES, type EntityType, isTypeName, type Navigation } from '../model/entity-types.js';

/** A keyed segment: the type, and the variable of the URL that holds each key. */
export interface KeyedType {
  type: EntityType;
  variables: Record<string, string>;
}

export type Plan = { level: 'unit' | 'cell'; method: string; privileges: string[] } & (
  | { kind: 'token' }
  | { kind: 'cellRoot' }
  | { kind: 'set'; type: EntityType }
  | { kind: 'entity'; entity: KeyedType }
  /** `$links/_Box`, with a key where one link is meant. */
  | { kind: 'links'; entity: KeyedType; navigation: Navigation; target?: KeyedType }
  | { kind: 'navigation'; entity: KeyedType; navigation: Navigation }
);

/** Undefined for an operation that this server does not have. */
export function planOf(route: Route): Plan | undefined {
  const segments = readPathTemplate(route.path);
  if (segments.at(-1)?.kind === 'literal' && textOf(segments.at(-1)) === '') segments.pop();
  const method = route.method;
  if (textOf(segments[0]) === '__ctl') return inControl(segments.slice(1), method, 'unit');
  if (segments[0]?.kind !== 'variable') return undefined;
  if (segments.length === 1) return { kind: 'cellRoot', level: 'cell', method, privileges: ROOT[method] ?? [] };
  if (segments.length === 2 && textOf(segments[1]) === '__token' && method === 'POST')
    return { kind: 'token', level: 'cell', method, privileges: [] };
  return textOf(segments[1]) === '__ctl' ? inControl(segments.slice(2), method, 'cell') : undefined;
}

/** What the methods of a cell's own address need. */
const ROOT: Record<string, string[]> = { ACL: ['acl'], PROPFIND: ['propfind'] };

const READS = new Set(['GET', 'HEAD']);

function inControl(segments: TemplateSegment[], method: string, level: 'unit' | 'cell'): Plan | undefined {
  const [first, second, third] = segments;
  const fits = (type: EntityType): boolean => (type.namespace === 'UnitCtl') === (level === 'unit');
  if (first?.kind === 'literal') {
    if (segments.length > 1 || !isTypeName(first.text) || !['GET', 'POST'].includes(method)) return undefined;
    const type = ENTITY_TYPES[first.text];
    const privileges = [READS.has(method) ? type.privileges.read : type.privileges.write];
    return fits(type) ? { kind: 'set', type, level, method, privileges } : undefined;
  }
  const entity = keyedType(first);
  if (!entity || !fits(entity.type)) return undefined;
  if (!second) return entityPlan(entity, method, level);
  const isLinks = textOf(second) === '$links';
  const last = isLinks ? third : second;
  if (!last || segments.length > (isLinks ? 3 : 2)) return undefined;
  return associationPlan(entity, last, isLinks, method, level);
}

function entityPlan(entity: KeyedType, method: string, level: 'unit' | 'cell'): Plan | undefined {
  if (!['GET', 'PUT', 'MERGE', 'PATCH', 'DELETE'].includes(method)) return undefined;
  const { read, write, retrieve } = entity.type.privileges;
  return { kind: 'entity', entity, level, method, privileges: [READS.has(method) ? (retrieve ?? read) : write] };
}

function associationPlan(
  entity: KeyedType,
  last: TemplateSegment,
  isLinks: boolean,
  method: string,
  level: 'unit' | 'cell',
): Plan | undefined {
  const name = last.kind === 'keys' ? last.set : textOf(last);
  const navigation = entity.type.navigation.find((n) => n.name === name);
  if (!navigation) return undefined;
  const target = last.kind === 'keys' ? keyedType({ ...last, set: last.set.slice(1) }) : undefined;
  if (
    isLinks
      ? !(target ? ['PUT', 'DELETE'] : ['GET', 'POST']).includes(method)
      : target || !['GET', 'POST'].includes(method)
  )
    return undefined;
  const privileges = associationPrivileges(entity.type, navigation, READS.has(method) ? 'read' : 'write');
  if (!isLinks) return { kind: 'navigation', entity, navigation, level, method, privileges };
  return { kind: 'links', entity, navigation, ...(target ? { target } : {}), level, method, privileges };
}

/** Those of both sides. */
function associationPrivileges(type: EntityType, navigation: Navigation, how: 'read' | 'write'): string[] {
  const sides = [type, ENTITY_TYPES[navigation.target]];
  return [...new Set(sides.map((side) => (side.linkPrivileges ?? side.privileges)[how]))];
}

function keyedType(segment: TemplateSegment | undefined): KeyedType | undefined {
  if (segment?.kind !== 'keys' || !isTypeName(segment.set)) return undefined;
  const type = ENTITY_TYPES[segment.set];
  const entries = segment.keys.map((key: TemplateKey) => [key.name || (type.keys[0] ?? ''), key.variable]);
  return { type, variables: Object.fromEntries(entries) as Record<string, string> };
}

function textOf(segment: TemplateSegment | undefined): string | undefined {
  return segment?.kind === 'literal' ? segment.text : undefined;
}
