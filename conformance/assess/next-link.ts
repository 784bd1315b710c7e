// Where an answer says that its next page is, and the others: a Link header (RFC 8288), or a `next` in its body. Pure.
import type { JsonValue } from '../../spec/contract/api.js';
import { isObject } from '../../spec/is-object.js';
import { headerOf } from '../send/header.js';
import type { HttpAnswer } from '../send/http.js';
import { aroundList } from './page-signs.js';

/**
 * @param own what an address that the documents have is called at the target
 * @param asked the address that was asked: links may be relative to it
 * @returns an absolute address of the same origin; undefined where none is given, or one that nobody may be sent to
 */
export function nextLink(
  asked: string,
  answer: Pick<HttpAnswer, 'headers'>,
  value: JsonValue | undefined,
  own?: (address: string) => string,
): string | undefined {
  return linkTo('next', asked, answer, value, own);
}

/** How lists lead from a page to others (RFC 8288, and the relations registered for it). */
export type Relation = 'first' | 'prev' | 'next' | 'last';

/** Where an answer leads by a relation; as `nextLink`. */
export function linkTo(
  relation: Relation,
  asked: string,
  { headers }: Pick<HttpAnswer, 'headers'>,
  value: JsonValue | undefined,
  own: (address: string) => string = (address) => address,
): string | undefined {
  const shown = inHeader(headerOf(headers, 'link') ?? '', relation) ?? inBody(value, relation);
  const given = shown === undefined ? undefined : own(shown);
  if (given === undefined || !URL.canParse(given, asked)) return undefined;
  const url = new URL(given, asked);
  return url.origin === new URL(asked).origin ? url.href : undefined;
}

function inHeader(header: string, relation: Relation): string | undefined {
  for (const part of header.split('<').slice(1)) {
    const end = part.indexOf('>');
    const relations = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(part.slice(end + 1));
    const names = (relations?.[1] ?? relations?.[2] ?? '').toLowerCase().split(' ');
    if (end >= 0 && NAMES[relation].some((name) => names.includes(name))) return part.slice(0, end);
  }
  return undefined;
}

const NAMES: Record<Relation, readonly string[]> = {
  first: ['first'],
  prev: ['prev', 'previous'],
  next: ['next'],
  last: ['last'],
};

/** How the address of a page is called. */
const CALLED: Record<Relation, RegExp> = {
  first: /^first_?(?:page_?)?(?:url|uri|link|href|page)?$/i,
  prev: /^prev(?:ious)?_?(?:page_?)?(?:url|uri|link|href|page)?$/i,
  next: /^next_?(?:page_?)?(?:url|uri|link|href|page)?$/i,
  last: /^last_?(?:page_?)?(?:url|uri|link|href|page)?$/i,
};

/** `"next": "/notes?cursor=…"`, or an object with its `href`. */
function inBody(value: JsonValue | undefined, relation: Relation): string | undefined {
  const named = aroundList(value).flatMap((object) =>
    Object.entries(object).flatMap(([name, one]) => (CALLED[relation].test(name) ? [one] : [])),
  );
  const found = named.map((next) => (isObject<JsonValue>(next) ? next['href'] : next)).filter((one) => one !== null);
  const [only, more] = found;
  return typeof only === 'string' && more === undefined && /^(?:https?:\/\/|\/|\?)/i.test(only) ? only : undefined;
}
