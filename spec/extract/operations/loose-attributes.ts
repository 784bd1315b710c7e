// Attributes in items that put the name elsewhere than first, or nothing between it and the text.
import type { Profile, Role } from '../../profiles/profile.js';
import type { ItemBlock } from '../../read/document.js';
import { type Attribute, bullet, notesOf, readBullet } from './attributes.js';
import { readLabelled } from './request-line.js';
import { REQUEST_ROLES } from './section.js';

/** `` `since=<time>` to leave out older ones ``. */
const ASSIGNED = /^([\w.-]{1,60})=<[^<>]{1,60}>\s{1,3}(\S[\s\S]{0,2000})$/;
/** `` `short` to leave out the rest ``. */
const BARE = /^([a-z][\w.-]{0,60})\s{1,3}([a-z][\s\S]{3,2000})$/;

/** An item in code marks that shows how a parameter stands in the query, or its name alone, and what it is for. */
export function readAssigned(
  item: ItemBlock,
  role: Role | undefined,
  profile: Profile,
  source: string,
): Attribute | undefined {
  const text = item.text.trim();
  const marked = /^`[\w.-]+[`=]/.test(source.slice(item.span.start, item.span.end).replace(/^[-*+\s]{0,12}/, ''));
  const found = marked ? (ASSIGNED.exec(text) ?? (role === 'query' ? BARE.exec(text) : null)) : null;
  const [, name, notes] = found ?? [];
  return name && notes ? bullet(item, name, '', notesOf(item, name, notes, source), profile) : undefined;
}

/** `POST arguments: name - (string) what it is`: the title of the section stands in front of every attribute. */
export function readLabelledAttribute(
  item: ItemBlock,
  profile: Profile,
  source: string,
): { attribute: Attribute; role: Role } | undefined {
  const found = readLabelled(item.text, profile);
  if (!found || !REQUEST_ROLES.has(found.role)) return undefined;
  const text = found.value.replace(/^([\w.[\]-]{1,60})(\s{0,3}[:–—-])\s{1,3}(\([\w ,]{1,60}\))/, '$1 $3$2');
  const attribute = readBullet({ ...item, text }, profile, source);
  return attribute && { attribute, role: found.role };
}

/** A name in marks with what it is in brackets or italics behind it: a status in the words that follow is one of its own. */
const MARKED =
  /^\s{0,8}(?:[-*+]\s{1,4})?[`*]{1,4}[A-Za-z_$][\w$.[\]-]{0,99}[`*]{1,4}\s?(?:\((?![^()\n]{0,100}\b[1-5]\d\d\b)[^()\n]{1,100}\)|[*_](?![^*_\n]{0,100}\b[1-5]\d\d\b)[^*_\n]{1,100}[*_])/;

/** `` - `customer` (string, required) — An id that does not exist fails with `400 Bad Request`. `` */
export function beginsAsAttribute({ span }: ItemBlock, source: string): boolean {
  return MARKED.test(source.slice(span.start, span.end));
}
