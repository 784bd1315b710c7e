// System query options of a request, checked and within their limits.
import { type RawBuilder, sql } from 'kysely';
import { DomainError } from '../model/catalogue.js';
import type { EntityType, Navigation } from '../model/entity-types.js';
import { splitWords } from '../service/body.js';
import type { Flavour } from '../storage/migrations.js';
import { type Condition, columnOf, type Filter, readFilter } from './filter.js';

export interface Shape {
  /** Property names; undefined is all of them. */
  select?: ReadonlySet<string>;
  expand: Navigation[];
}

export interface ListOptions extends Shape {
  top: number;
  skip: number;
  conditions: Condition[];
  /** The conditions leave few entities. */
  narrow: boolean;
  /** They look at the type's own table alone. */
  own: boolean;
  /** Comma-separated for `order by`, before the tie-breaker. */
  order: RawBuilder<unknown>[];
  /** Direction of the tie-breaker: that of the last property, as in an index read forwards or backwards. */
  ties: 'asc' | 'desc';
  count: boolean;
}

const DEFAULT_TOP = 25;
const MAX_TOP = 10_000;
const MAX_TOP_EXPANDED = 100;
const MAX_EXPAND = { list: 2, entity: 10 };

export function readListOptions(type: EntityType, query: URLSearchParams, flavour: Flavour): ListOptions {
  const expand = readExpand(type, query, MAX_EXPAND.list);
  const conditions: Condition[] = [];
  const filter = query.get('$filter');
  const none: Filter = { narrow: false, own: true };
  const { condition, narrow, own } = filter === null ? none : readFilter(type, filter, flavour);
  if (condition) conditions.push(condition);
  const keywords = query.get('q');
  if (keywords !== null) conditions.push(...searchConditions(type, keywords));
  checkFormat(query);
  return {
    ...readSelect(query),
    expand,
    conditions,
    narrow,
    own: own && keywords === null,
    top: readNumber(query, '$top', DEFAULT_TOP, expand.length > 0 ? MAX_TOP_EXPANDED : MAX_TOP),
    skip: readNumber(query, '$skip', 0, Number.MAX_SAFE_INTEGER),
    ...readOrder(type, query.get('$orderby')),
    count: readInlineCount(query),
  };
}

/** Of the retrieval of one entity. */
export function readShape(type: EntityType, query: URLSearchParams): Shape {
  checkFormat(query);
  return { ...readSelect(query), expand: readExpand(type, query, MAX_EXPAND.entity) };
}

function readNumber(query: URLSearchParams, name: string, fallback: number, max: number): number {
  const text = query.get(name);
  if (text === null) return fallback;
  const value = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= 0 && value <= max)) throw new DomainError('PR400-OD-0029', name, text);
  return value;
}

function readInlineCount(query: URLSearchParams): boolean {
  const text = query.get('$inlinecount');
  if (text !== null && text !== 'allpages' && text !== 'none') throw new DomainError('PR400-OD-0013', text);
  return text === 'allpages';
}

/** Other formats than JSON are no error, but the answer is JSON all the same. */
function checkFormat(query: URLSearchParams): void {
  const text = query.get('$format');
  if (text !== null && !/^(atom|xml|json|[\w.+-]+\/[\w.+*-]+(;.*)?)$/i.test(text))
    throw new DomainError('PR400-OD-0005', text);
}

const NAME = /^[A-Za-z_][\w.]*$/;

function readSelect(query: URLSearchParams): { select?: Set<string> } {
  const text = query.get('$select');
  if (text === null) return {};
  const names = text.split(',').map((name) => name.trim());
  if (names.some((name) => name !== '*' && !NAME.test(name))) throw new DomainError('PR400-OD-0017');
  return names.includes('*') ? {} : { select: new Set(names) };
}

function readExpand(type: EntityType, query: URLSearchParams, max: number): Navigation[] {
  const text = query.get('$expand');
  if (text === null) return [];
  const names = [...new Set(text.split(',').map((name) => name.trim()))];
  const found = names.map((name) => type.navigation.find((navigation) => navigation.name === name));
  const expand = found.filter((navigation) => navigation !== undefined);
  if (expand.length < found.length || expand.length > max) throw new DomainError('PR400-OD-0026');
  return expand;
}

/**
 * Properties that the type does not have are ignored. Null comes first ascending, last descending. Where there is none,
 * nothing is said of it: PostgreSQL takes an index only for the order that it has.
 */
function readOrder(type: EntityType, text: string | null): Pick<ListOptions, 'order' | 'ties'> {
  let ties: ListOptions['ties'] = 'asc';
  const seen = new Set<string>();
  const order = (text?.split(',') ?? []).flatMap((part) => {
    const [name = '', direction = 'asc', ...rest] = part.trim().split(/\s+/);
    if (!NAME.test(name) || !/^(asc|desc)$/i.test(direction) || rest.length > 0) throw new DomainError('PR400-OD-0015');
    const column = columnOf(type, name);
    // Where a property comes again nothing is left to order, and databases take so many and no more.
    if (!column || seen.has(name)) return [];
    seen.add(name);
    ties = direction.toLowerCase() === 'asc' ? 'asc' : 'desc';
    const nulls = column.nullable ? (ties === 'asc' ? ' nulls first' : ' nulls last') : '';
    return [sql`${column.sql} ${sql.raw(ties + nulls)}`];
  });
  return { order, ties };
}

const MAX_KEYWORD_BYTES = 255;

/** All keywords must occur: ASCII words as a whole, others in part; case does not count. */
function searchConditions(type: EntityType, text: string): Condition[] {
  const size = Buffer.byteLength(text);
  if (size < 1 || size > MAX_KEYWORD_BYTES) throw new DomainError('PR400-OD-0029', 'q', text);
  const keywords = [...text.matchAll(/"([^"]*)"?|\S+/g)].map((match) => match[1] ?? match[0]);
  const tables = ['t', ...[...type.from.matchAll(/join \w+ (\w)/g)].map((match) => match[1] ?? '')];
  return keywords.map((keyword) => {
    const words = splitWords(keyword);
    if (words.length === 0) return sql`1 = 0`;
    const phrase = words.join(' ');
    const pattern = /[^ -~]/.test(phrase) ? `%${phrase}%` : `% ${phrase} %`;
    const inWords = tables.map((table) => sql`${sql.raw(`${table}.words`)} like ${pattern}`);
    const times = /^\d{10,15}$/.test(phrase)
      ? [sql`t.published = ${sql.raw(phrase)}`, sql`t.updated = ${sql.raw(phrase)}`]
      : [];
    return sql`(${sql.join([...inWords, ...times], sql` or `)})`;
  });
}
