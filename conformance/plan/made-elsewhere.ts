// Things with addresses of their own that are made in something else: `/photos/{id}` by a POST to `/albums/{id}/photos`,
// `/jobs/{id}` by one that is accepted (202).
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { signature, type TemplateSegment } from '../url/key-path.js';
import { makesByPut, makesCollection } from './makes-at-address.js';
import { type Operation, type Resource, successes } from './resources.js';

interface Elsewhere {
  create: Operation;
  list?: Operation | undefined;
}

/** By the signature of the collection that their addresses stand in; where several make such things, none is meant. */
export function collectionsElsewhere(operations: Operation[]): Map<string, Elsewhere> {
  const posts = operations.filter((o) => o.op.method === 'POST');
  const taken = new Set(
    [...posts, ...operations.filter((o) => makesByPut(o) || makesCollection(o))].map((o) => o.signature),
  );
  const items = operations.map(itemOf).filter((item) => item.length > 1);
  const collections = new Map(items.map((item) => [signature(item.slice(0, -1)), item.slice(0, -1)]));
  const found = new Map<string, Elsewhere>();
  for (const [collection, segments] of collections) {
    if (taken.has(collection) || taken.has(`${collection}/{}`) || segments.some((s) => s.keys)) continue;
    const inside = posts.filter((post) => endsLike(post, segments) && !collections.has(post.signature));
    const [create, another] = inside;
    const makes =
      create && !another && (successes(create.op).includes('201') || showsIt(create, operations, collection));
    if (!makes && !another) startedBy(operations, posts, segments, collection, found);
    if (!makes) continue;
    const list = operations.find((o) => o.op.method === 'GET' && o.signature === create.signature);
    found.set(collection, { create, list });
  }
  return found;
}

/** Whether a POST that does not say that it makes something (201) is answered with what is read there, and removed. */
function showsIt(post: Operation, operations: Operation[], collection: string): boolean {
  const item = operations.filter((o) => o.signature === `${collection}/{}`);
  const read = item.find((o) => o.op.method === 'GET');
  const shown = read && answerNames(read, '200');
  const made = answerNames(post, '200');
  const removed = item.some((o) => o.op.method === 'DELETE');
  return removed && made.length > 1 && shown?.length === made.length && made.every((name) => shown.includes(name));
}

/** What `POST /loans/{id}/return` is done to has an address, whether or not it can be read there. */
function itemOf({ op, segments }: Operation): TemplateSegment[] {
  const own = op.method === 'POST' && segments.at(-1)?.variable === undefined ? segments.slice(0, -1) : segments;
  return own.at(-1)?.variable === undefined ? [] : own;
}

/** What a request that is accepted (202) is answered with can be asked for: `GET /jobs/{id}` reads what its answer shows. */
function startedBy(
  operations: Operation[],
  posts: Operation[],
  segments: TemplateSegment[],
  collection: string,
  found: Map<string, Elsewhere>,
): void {
  const read = operations.find((o) => o.op.method === 'GET' && o.signature === `${collection}/{}`);
  const shown = read && answerNames(read, '200');
  if (!shown || shown.length < 2 || segments.some((s) => s.variable !== undefined)) return;
  const starts = posts.filter((post) => {
    const names = answerNames(post, '202');
    // Where one variable stands for both, nobody knows which of them is meant.
    const shared = post.segments.some(
      ({ variable }) => variable !== undefined && variable === read.segments.at(-1)?.variable,
    );
    // Once it is done, a job has more to show: when it ended, where its result is.
    return !shared && names.length > 1 && names.every((name) => shown.includes(name));
  });
  const [create, another] = starts;
  if (!create || another) return;
  create.starts = true;
  found.set(collection, { create });
}

/**
 * Whether what a request starts is read elsewhere: `POST /reports` is answered with a job, whose id is no report's.
 *
 * @param read how a thing of the collection is read that the request goes to
 */
export function startsAnother(post: Operation, read: Operation | undefined): boolean {
  const shown = read && answerNames(read, '200');
  return post.starts === true && shown !== undefined && !answerNames(post, '202').every((name) => shown.includes(name));
}

/** What an answer shows of a thing, if need be inside the one member that only says what kind of thing it is. */
function answerNames({ api, op }: Operation, status: string): string[] {
  const content = op.responses.find((r) => r.status === status)?.content ?? [];
  return content.flatMap(({ schema }) => {
    const { properties = {} } = mergedSchema(api, schema);
    const [only, more] = Object.values(properties);
    const inner = only && !more ? mergedSchema(api, only).properties : undefined;
    return Object.keys(inner ?? properties);
  });
}

/** `/albums/{id}/photos` ends like `/photos`, and begins like it, too: both are of one API. */
function endsLike({ segments }: Operation, collection: TemplateSegment[]): boolean {
  const [last, of, around] = [collection.at(-1), segments.at(-1), segments.at(-2)];
  const begin = collection.slice(0, -1);
  return (
    of?.variable === undefined &&
    of?.text === last?.text &&
    around?.variable !== undefined &&
    segments.length > collection.length &&
    begin.every((segment, i) => segment.text === segments[i]?.text)
  );
}

/** The resource of a collection of which only requests inside of its items speak. */
export function actedUpon(operations: Operation[], collection: string): Resource | undefined {
  const within = operations.find((one) => itemOf(one).length > 1 && signature(itemOf(one).slice(0, -1)) === collection);
  return within && resourceAt(itemOf(within), within);
}

/** What a POST makes (201) that has no address but those inside of it: `/tickets/{id}/image`. */
export function onlyInside(
  operations: Operation[],
  { op, segments, signature: made }: Operation,
): Resource | undefined {
  if (op.method !== 'POST' || !successes(op).includes('201')) return undefined;
  const depth = segments.length;
  const inside = operations.find((other) => {
    const [item, part] = other.segments.slice(depth);
    const plain = item?.variable !== undefined && !item.keys && part !== undefined && part.variable === undefined;
    return plain && !part.text.startsWith('$') && signature(other.segments.slice(0, depth)) === made;
  });
  return inside && resourceAt(inside.segments.slice(0, depth + 1), inside);
}

function resourceAt(item: TemplateSegment[], within: Operation): Resource | undefined {
  const variable = item.at(-1)?.variable;
  if (variable === undefined) return undefined;
  const name = item.at(-2)?.text ?? variable;
  const keys = [{ variable }];
  return { signature: signature(item), name, scope: signature(item.slice(0, -2)), item, keys, updates: [], within };
}

export function attachElsewhere(resource: Resource | undefined, { create, list }: Elsewhere): void {
  if (!resource || resource.create) return;
  resource.create = create;
  create.creates = true;
  resource.madeIn = create.segments.flatMap(({ variable }) => (variable === undefined ? [] : [variable]));
  if (list) resource.list = list;
}
