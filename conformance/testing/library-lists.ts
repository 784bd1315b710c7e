// The lists of the library server: what each system query option makes of them, and what a wrong server does instead.
import type { FakeAnswer } from './fake-server.js';
import type { Values } from './library-links.js';
import type { Wrong } from './library-wrong.js';

type Condition = (values: Values) => boolean;

/** `and` binds closer than `or`. */
function readFilter(text: string, wrong: Wrong | undefined): Condition | undefined {
  if (wrong === 'lone-quotes' && text.includes("''")) return undefined;
  const words = text.split(wrong === 'splits-strings' ? / (and|or) / : / (and|or) (?=(?:[^']*'[^']*')*[^']*$)/);
  const terms = words.filter((_, i) => i % 2 === 0).map((term) => readTerm(term, wrong));
  if (terms.includes(undefined)) return undefined;
  const [first = () => false, ...others] = terms as Condition[];
  const either = [[first]];
  let sofar = first;
  for (const [i, term] of others.entries()) {
    const [before, and] = [sofar, words[2 * i + 1] === 'and'];
    sofar = (values) => (and ? before(values) && term(values) : before(values) || term(values));
    if (and) either.at(-1)?.push(term);
    else either.push([term]);
  }
  if (wrong === 'or-is-either')
    return (values) => either.filter((all) => all.every((term) => term(values))).length === 1;
  return wrong === 'left-to-right' ? sofar : (values) => either.some((all) => all.every((term) => term(values)));
}

function readTerm(text: string, wrong: Wrong | undefined): Condition | undefined {
  const [, name = '', operator, quoted, inside] = /^(\w+) (eq|ne) (null|'((?:[^']|'')*)')$/.exec(text) ?? [];
  const literal = inside?.replaceAll("''", "'");
  if (operator && quoted === 'null' && wrong === 'null-is-none') return () => false;
  if (operator === 'eq' && wrong === 'eq-begins') return (values) => values[name]?.startsWith(literal ?? '') === true;
  if (operator && wrong === 'any-case-of-value')
    return (values) => (values[name]?.toLowerCase() === literal?.toLowerCase()) === (operator === 'eq');
  if (operator) return (values) => (values[name] === (literal ?? null)) === (operator === 'eq');
  const [, dated = '', than, form, at = ''] = /^(\w+) (gt|lt) (datetime(?:offset)?)'([^']*)'$/.exec(text) ?? [];
  if (than) {
    const moment = Date.parse(form === 'datetime' ? `${at}${wrong === 'local-dates' ? '+09:00' : 'Z'}` : at);
    const after = (values: Values): number => Number(/\d+/.exec(values[dated] ?? '')?.[0]) - moment;
    return (values) => (than === 'gt' ? after(values) > 0 : after(values) < 0);
  }
  if (wrong === 'any-function' && /^docproof\(/.test(text)) return () => true;
  const [, field, start = ''] = /^startswith\((\w+),'([^']*)'\)$/.exec(text) ?? [];
  if (field === undefined || wrong === 'no-functions') return undefined;
  const any = wrong === 'like' ? new RegExp(`^${start.replaceAll('_', '.')}`) : undefined;
  if (any) return (values) => any.test(values[field] ?? '');
  return (values) => values[field]?.startsWith(start) === true;
}

/** Every word stands in one of the values. */
function searched(text: string | null, wrong: Wrong | undefined): Condition {
  const words = wrong === 'finds-all' ? [] : (text?.split(' ') ?? []);
  return (values) => words.every((word) => Object.values(values).some((value) => value?.includes(word)));
}

function pageOf(wrong: Wrong | undefined): number {
  if (wrong === '$top') return Number.POSITIVE_INFINITY;
  return wrong === 'page-of-ten' ? 10 : 25;
}

/**
 * @param entry what a list shows of one with all its properties
 * @param former how many have been deleted
 */
export function listed(
  all: Values[],
  query: URLSearchParams,
  wrong: Wrong | undefined,
  entry: (values: Values) => unknown,
  former = 0,
): FakeAnswer {
  const ask = (name: string): string | null => (wrong === name ? null : query.get(name));
  const refused: FakeAnswer = { status: 400, body: { code: 'E400' } };
  const asked = wrong === 'filter-or-order' && query.has('$orderby') ? null : ask('$filter');
  const condition = asked === null ? () => true : readFilter(asked, wrong);
  if (!condition) return wrong === 'any-condition' ? { status: 200, body: { d: { results: all } } } : refused;
  const number = Number(query.get('$top') ?? 0);
  const numbers = ['$top', '$skip'].map((name) => query.get(name) ?? '0');
  if (wrong !== 'any-number' && !numbers.every((text) => /^\d+$/.test(text))) return refused;
  let found = [...all]
    .reverse()
    .filter(condition)
    .filter(searched(query.get('q'), wrong));
  if (/ sideways\b/.test(query.get('$orderby') ?? '') && wrong !== 'sideways') return refused;
  const orders = (ask('$orderby') ?? '').split(',').map((order) => order.split(' '));
  for (const [by, direction] of wrong === 'one-order' ? orders.slice(0, 1) : orders.reverse()) {
    const down = direction === 'desc' && wrong !== 'desc' ? -1 : 1;
    if (by) found = [...found].sort((a, b) => down * String(a[by]).localeCompare(String(b[by])));
  }
  const hits = found.length + (wrong === 'counts-deleted' ? former : 0);
  const skipped = Number(ask('$skip') ?? 0);
  const most = wrong === 'top-of-25' ? Math.min(number, 25) : number;
  found = found.slice(skipped, skipped + (ask('$top') === null ? pageOf(wrong) : most));
  const kept = (ask('$select') === '*' && wrong !== 'star-is-a-name' ? null : ask('$select'))
    ?.split(',')
    .slice(0, wrong === 'one-kept' ? 1 : undefined);
  const results = kept
    ? found.map((v) => Object.fromEntries(kept.map((name) => [name, v[name] ?? null])))
    : found.map((v) => entry(wrong === 'list-without-values' ? { ...v, Note: null, '_Box.Name': null } : v));
  const total = wrong === 'count-of-page' ? found.length : wrong === 'count-of-rest' ? hits - skipped : hits;
  const counts = query.get('$inlinecount') === 'allpages' || wrong === 'always-counts';
  return { status: 200, body: { d: { results, ...(counts ? { __count: String(total) } : {}) } } };
}
