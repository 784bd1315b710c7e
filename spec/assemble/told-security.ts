// How a client authenticates, as pages say it for all operations at once, where no command shows it.
import { exceptedBy, withExceptions } from '../extract/operations/told-scope.js';
import type { Page } from '../extract/page.js';
import { mentions } from '../profiles/mentions.js';
import type { Profile, WordKind } from '../profiles/profile.js';
import { lastOf, wordsOf } from '../profiles/running-words.js';
import type { Block } from '../read/document.js';
import { rememberedFor } from '../remember.js';
import { calledOf } from './called.js';
import type { Json } from './components.js';
import { blocksAboutAll } from './error-format.js';
import { camel } from './names.js';
import type { Group } from './plan.js';

/** A name in code marks, quotes or bold. */
const NAMED = /[`"*]([A-Za-z][A-Za-z0-9]{0,30}(?:[-_][A-Za-z0-9]{1,30}){1,6})[`"*:]/g;

type Schemes = Record<string, Json>;

export interface ToldSecurity {
  /** By name: bearer and basic credentials, keys in a header or the query. */
  schemes: Schemes;
  /** Pages say of all operations that a credential goes with them. */
  ofEach: boolean;
  /** Operations that they leave out by name. */
  open: ReadonlySet<Group>;
}

export function toldSecurity(pages: readonly Page[], groups: readonly Group[], profile: Profile): ToldSecurity {
  const schemes = Object.assign({}, ...pages.map(schemesBy(profile)));
  const all = groups.map(calledOf);
  const told = pages.flatMap(ofEachBy(profile));
  const excepted = told.map((except) => (except === '' ? new Set<never>() : exceptedBy(except, all, profile)));
  const open = excepted.flatMap((some) => [...(some ?? [])].map(({ group }) => group));
  // Exceptions that nobody can tell leave open what all the others need.
  return { schemes, ofEach: excepted.some((some) => some !== undefined), open: new Set(open) };
}

/** Whether operations of other pages may depend on this one. */
export function tellsOfSecurity(page: Page, profile: Profile): boolean {
  return Object.keys(schemesBy(profile)(page)).length > 0 || ofEachBy(profile)(page).length > 0;
}

const schemesBy = rememberedFor((profile: Profile) =>
  rememberedFor((page: Page): Schemes => {
    return Object.assign({}, ...linesOf(page, profile).map((line) => schemesIn(line, profile)));
  }),
);

function schemesIn(line: string, profile: Profile): Schemes {
  const plain = line.toLowerCase();
  const says = (kind: WordKind): boolean => wordsOf(profile, kind).some((word) => plain.includes(word));
  const out: Schemes = {};
  const scheme = /authorization["'`]?\s{0,3}:\s{0,3}["'`]?(bearer|basic)\b/.exec(plain)?.[1];
  if (scheme) out[scheme] = { type: 'http', scheme };
  // `| Scheme | basic |`, as generators of documentation list what a client may use.
  const listed = /(?:^|[\s|])scheme[\s|:]{1,4}(basic|bearer)\b/.exec(plain)?.[1];
  if (listed) out[listed] = { type: 'http', scheme: listed };
  if (!says('credential')) return out;
  if (/\bbearer(?:[ -](?:token|auth|[{<[$])|[^\x00-\x7f])|\b(?:token|jeton)s? bearer\b/.test(plain))
    out['bearer'] = { type: 'http', scheme: 'bearer' };
  if (/\bbasic auth/.test(plain)) out['basic'] = { type: 'http', scheme: 'basic' };
  const told = says('header') ? 'header' : says('query') ? 'query' : undefined;
  for (const [, name = ''] of line.matchAll(NAMED)) {
    // Nothing but a header is called so.
    const place = told ?? (/^x-/i.test(name) ? 'header' : undefined);
    if (place && isKey(name, place === 'header')) out[camel(name.split(/[-_]/))] = { type: 'apiKey', in: place, name };
  }
  return out;
}

/** A name that says itself that it is a key or a token: `X-Api-Key`, `api_key`. */
function isKey(name: string, isHeader: boolean): boolean {
  return /(?:key|token|auth)$/i.test(name) && isHeader === name.includes('-');
}

/** Exceptions of sentences that say so; empty where there are none. */
const ofEachBy = rememberedFor((profile: Profile) => {
  const says = (line: string, kind: WordKind): boolean => wordsOf(profile, kind).some((word) => line.includes(word));
  // What "is answered with 401" is no answer, but a request.
  const has = (line: string, kind: WordKind): boolean => wordsOf(profile, kind).some((word) => lastOf(line, word) >= 0);
  // "Pass the key in `X-Api-Key`. If it is missing, you get 401": nothing says that some need none.
  const refusesAll = (text: string): boolean =>
    /(?<!\w)401(?!\w)/.test(text) &&
    !METHOD.test(text) &&
    !(['exceptFor', 'ofPart'] as const).some((kind) => has(text.toLowerCase(), kind)) &&
    !mentions(text, 'vaguely', profile) &&
    Object.keys(schemesIn(text, profile)).length > 0;
  return rememberedFor((page: Page): string[] => [
    ...paragraphsOf(page, profile)
      .filter(refusesAll)
      .map(() => ''),
    ...linesOf(page, profile)
      .flatMap((line) => withExceptions(line.split(/(?<=[.!?]) |(?<=。)/), profile))
      .filter(({ text }) => {
        const lower = text.toLowerCase();
        return says(lower, 'credential') && says(lower, 'ofAll') && !has(lower, 'ofSome');
      })
      .map(({ except = '' }) => except),
  ]);
});

const METHOD = /\b(?:GET|PUT|POST|PATCH|DELETE)\b/;

/** Texts of the page, each whole, with the marks that they have in the source. */
function paragraphsOf(page: Page, profile: Profile): string[] {
  return blocksAboutAll(page, profile)
    .filter(({ kind }) => kind === 'paragraph' || kind === 'item')
    .map(({ span }) => page.document.text.slice(span.start, span.end).slice(0, MAX_TEXT).replace(/\s+/g, ' '));
}

const MAX_TEXT = 2_000;

/** Lines of the page with the marks that they have in the source. */
function linesOf(page: Page, profile: Profile): string[] {
  const source = (block: Block): string => page.document.text.slice(block.span.start, block.span.end);
  return blocksAboutAll(page, profile)
    .filter(({ kind }) => kind === 'paragraph' || kind === 'item' || kind === 'fence' || kind === 'table')
    .flatMap((block) => source(block).split('\n'));
}
