// What an operation sends and answers, where its section only names it ("Returns the customer object") and the page tells
// elsewhere what that is.
import { readsMany } from '../extract/operations/shown-requests.js';
import type { BodyFacts, Endpoint, Page, Sample } from '../extract/page.js';
import { isObject } from '../is-object.js';
import type { Profile } from '../profiles/profile.js';
import type { HeadingBlock } from '../read/document.js';
import { rememberedFor } from '../remember.js';
import { singular } from '../singular.js';
import { sampleValue } from './body-schema.js';
import type { ReadField } from './field-schema.js';
import { answeredWith } from './named-answers.js';
import { withNamedMembers } from './named-members.js';
import type { Group, Source } from './plan.js';
import { answeredAlike } from './same-answers.js';
import { sending } from './sent-things.js';
import { withSpokenFields } from './spoken-fields.js';
import { FEWEST, type Known, nameIn, thingsOf } from './things.js';
import { successOf, tellsContent, withSuccess } from './told-media.js';

/** A group whose words are about things of the pages, with what those have. */
export function withThings(group: Group, pages: readonly Page[], profile: Profile, read: ReadField): Group {
  const [source, more] = group.sources;
  if (!source || more || !profile.infer.samples) return group;
  const things = [source.page, ...pages.filter((page) => page !== source.page)].flatMap((page) =>
    thingsOf(page, profile).map((thing) => ({ ...thing, page })),
  );
  const known = [...things, ...answeredThings(profile)(source.page)];
  const named =
    known.length === 0
      ? source.endpoint
      : sending(
          group,
          answering(group, source, known, profile),
          things.filter(({ rows }) => rows.length > 0),
          { profile, read },
        );
  const endpoint = withSpokenFields(withNamedMembers(named, known, profile), group.method, profile);
  return endpoint === source.endpoint ? group : { ...group, sources: [{ ...source, endpoint }] };
}

/** What operations of its page that read or make one thing tell of it: `GET /boats/{id}`, `POST /boats` and the fields of their answers. */
const answeredThings = rememberedFor((profile: Profile) =>
  rememberedFor((page: Page): Known[] => {
    const above = namesAbove(page, profile);
    const found = page.endpoints.flatMap((endpoint): Known[] => {
      const { methods, urls } = endpoint;
      const success = successOf(endpoint);
      const reads = methods[0]?.value === 'GET';
      const makes =
        methods[0]?.value === 'POST' && success?.statuses.some(({ code }) => code === '201' || code === '202') === true;
      const place = (reads ? ITEM : makes ? COLLECTION : undefined)?.exec(urls[0]?.text ?? '')?.[1];
      if (place === undefined) return [];
      const rows = (success?.body.tables ?? []).flatMap((table) => (table.kind === 'fields' ? table.rows : []));
      const sample = success?.body.samples.find(({ text }) => showsOne(sampleValue(text)));
      if (rows.length < FEWEST && !sample) return [];
      const names = new Set([singular(place.toLowerCase()), above.get(endpoint.title) ?? '']);
      names.delete('');
      return [...names].map((name) => ({ name, rows, inColumn: false, page, ...(sample ? { sample } : {}) }));
    });
    // Fields that are told before those that are only shown.
    return [...found.filter(({ rows }) => rows.length > 0), ...found.filter(({ rows }) => rows.length === 0)];
  }),
);

/** What the heading above each other one calls a thing, where the addresses are in other words: "## 倉庫". */
function namesAbove({ document, title: ofPage }: Page, profile: Profile): Map<string, string> {
  const found = new Map<string, string>();
  const open: HeadingBlock[] = [];
  for (const block of document.blocks) {
    if (block.kind !== 'heading') continue;
    while ((open.at(-1)?.level ?? 0) >= block.level) open.pop();
    const above = open.at(-1);
    if (above && above.text !== ofPage && !found.has(block.text))
      found.set(block.text, nameIn(above, new Set(), profile));
    open.push(block);
  }
  return found;
}

const ITEM = /([^/{}:<>]+)\/(?:\{[^{}/]*\}|:\w+|<[^<>/]*>)$/;
const COLLECTION = /\/([^/{}:<>?]+)$/;

function showsOne(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length >= FEWEST;
}

/** With the sample of what its success says that it returns, or else with what that has. */
function answering({ method }: Group, source: Source, things: readonly Known[], profile: Profile): Endpoint {
  const { endpoint } = source;
  const success = successOf(endpoint);
  if (method === 'HEAD' || tellsContent(success)) return endpoint;
  const statuses = success?.statuses.map(({ code, description }) => `${code} ${description}`) ?? [];
  const said = (endpoint.said ?? []).map(({ value }) => value);
  const words = [
    endpoint.description ?? '',
    ...(endpoint.returns ?? []).map((line) => `200 ${line}`),
    ...statuses,
    ...said,
  ];
  const same = answeredAlike([...(endpoint.returns ?? []), ...statuses], source, profile);
  if (same) return withSuccess(endpoint, (one) => ({ ...one, body: { ...one.body, ...same } }));
  const listed = readsMany(endpoint) ? listOf(endpoint, words, things) : undefined;
  if (listed) return withSuccess(endpoint, (one) => ({ ...one, body: { ...one.body, samples: [listed] } }));
  for (const thing of things) {
    const found = words.map((text) => (thing.name === '' ? undefined : answeredWith(text, thing.name, profile)));
    const as = found.find((one) => one !== undefined);
    if (as === 'array' && thing.rows.length === 0) continue;
    if (as !== undefined) return withSuccess(endpoint, (one) => ({ ...one, body: filledWith(one.body, thing, as) }));
  }
  return endpoint;
}

/** "Returns `{ "boats": [ … ] }`": the list that its words show, with one of what its address is called. */
function listOf({ urls }: Endpoint, words: readonly string[], things: readonly Known[]): Sample | undefined {
  const name = words.flatMap((text) => LIST.exec(text)?.[1] ?? [])[0];
  const place = COLLECTION.exec(urls[0]?.text ?? '')?.[1];
  if (name === undefined || place === undefined) return undefined;
  const thing = things.find((one) => one.name === singular(place.toLowerCase()) && one.sample);
  const value = thing?.sample && sampleValue(thing.sample.text);
  return thing?.sample && value !== undefined
    ? { ...thing.sample, text: JSON.stringify({ [name]: [value] }) }
    : undefined;
}

const LIST = /\{ {0,3}"([\w-]{1,40})" {0,3}: {0,3}\[ {0,3}(?:…|\.{3})? {0,3}\]/;

function filledWith(body: BodyFacts, thing: Known, as: 'one' | 'array'): BodyFacts {
  const sample = as === 'one' ? (thing.sample ?? sampleOf(thing)) : undefined;
  if (sample) return { ...body, samples: [sample] };
  const rows = thing.rows.map((row) => {
    const name = as === 'array' ? `[].${row.name}` : row.name;
    return { ...row, name, required: false, conditional: false, requiredText: '' };
  });
  return { ...body, tables: [{ kind: 'fields', rows, span: rows[0]?.span ?? { start: 0, end: 0 }, dotted: true }] };
}

/** Of the answers that its page shows, one that has its fields. */
function sampleOf({ page, rows }: Known): Sample | undefined {
  const names = new Set(rows.map(({ name }) => name));
  const samples = page.endpoints.flatMap(({ responses }) => responses.flatMap(({ body }) => body.samples));
  return samples.find(({ text }) => {
    const value = sampleValue(text);
    const shown = isObject(value) ? Object.keys(value) : [];
    return shown.length >= Math.min(FEWEST, names.size) && shown.every((name) => names.has(name));
  });
}
