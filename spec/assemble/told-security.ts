// How a client authenticates, as pages say it for all operations at once, where no command shows it.
import type { Page } from '../extract/page.js';
import type { Profile, WordKind } from '../profiles/profile.js';
import { wordsOf } from '../profiles/running-words.js';
import type { Block } from '../read/document.js';
import { rememberedFor } from '../remember.js';
import type { Json } from './components.js';
import { blocksOfNoOperation } from './error-format.js';
import { camel } from './names.js';

/** A name in code marks, quotes or bold. */
const NAMED = /[`"*]([A-Za-z][A-Za-z0-9]{0,30}(?:[-_][A-Za-z0-9]{1,30}){1,6})[`"*:]/g;

type Schemes = Record<string, Json>;

export interface ToldSecurity {
  /** By name: bearer and basic credentials, keys in a header or the query. */
  schemes: Schemes;
  /** Pages say of all operations that a credential goes with them. */
  ofEach: boolean;
}

export function toldSecurity(pages: readonly Page[], profile: Profile): ToldSecurity {
  const schemes = Object.assign({}, ...pages.map(schemesBy(profile)));
  return { schemes, ofEach: profile.infer.samples && pages.some(ofEachBy(profile)) };
}

/** Whether operations of other pages may depend on this one. */
export function tellsOfSecurity(page: Page, profile: Profile): boolean {
  return Object.keys(schemesBy(profile)(page)).length > 0 || ofEachBy(profile)(page);
}

const schemesBy = rememberedFor((profile: Profile) =>
  rememberedFor((page: Page): Schemes => {
    if (!profile.infer.samples) return {};
    return Object.assign({}, ...linesOf(page).map((line) => schemesIn(line, profile)));
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
  if (/\bbearer (?:token|auth)/.test(plain)) out['bearer'] = { type: 'http', scheme: 'bearer' };
  if (/\bbasic auth/.test(plain)) out['basic'] = { type: 'http', scheme: 'basic' };
  const place = says('header') ? 'header' : says('query') ? 'query' : undefined;
  for (const [, name = ''] of place ? line.matchAll(NAMED) : [])
    if (isKey(name, place === 'header')) out[camel(name.split(/[-_]/))] = { type: 'apiKey', in: place, name };
  return out;
}

/** A name that says itself that it is a key or a token: `X-Api-Key`, `api_key`. */
function isKey(name: string, isHeader: boolean): boolean {
  return /(?:key|token|auth)$/i.test(name) && isHeader === name.includes('-');
}

const ofEachBy = rememberedFor((profile: Profile) => {
  const says = (line: string, kind: WordKind): boolean => wordsOf(profile, kind).some((word) => line.includes(word));
  return rememberedFor((page: Page): boolean =>
    linesOf(page)
      .map((line) => line.toLowerCase())
      .some((line) => says(line, 'credential') && says(line, 'ofAll') && !says(line, 'ofSome')),
  );
});

/** Lines of the page with the marks that they have in the source. */
function linesOf(page: Page): string[] {
  const source = (block: Block): string => page.document.text.slice(block.span.start, block.span.end);
  return blocksOfNoOperation(page)
    .filter(({ kind }) => kind === 'paragraph' || kind === 'item' || kind === 'fence' || kind === 'table')
    .flatMap((block) => source(block).split('\n'));
}
