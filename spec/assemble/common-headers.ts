// Headers that pages tell of all requests or answers at once, below the heading of no operation: "Every response carries
// `X-Request-Id`", "Updates need `If-Match`", "429 comes with `Retry-After`".
import type { SourceRef } from '../contract/docproof.js';
import { withCode } from '../extract/code-marks.js';
import { answersIn } from '../extract/operations/answers.js';
import { bullet } from '../extract/operations/attributes.js';
import { isCredential } from '../extract/operations/header-asides.js';
import { type SpokenHeader, spokenHeaders } from '../extract/operations/spoken-headers.js';
import { exceptedBy, scopeOf, withExceptions } from '../extract/operations/told-scope.js';
import type { FieldRow, Page, ParameterFact } from '../extract/page.js';
import { mentions } from '../profiles/mentions.js';
import type { Profile } from '../profiles/profile.js';
import { wordsOf } from '../profiles/running-words.js';
import { type Block, type Inline, placeOf, type Row } from '../read/document.js';
import { rememberedFor } from '../remember.js';
import { calledOf } from './called.js';
import { blocksAboutAll, textsOf } from './error-format.js';
import { isKeyHeader } from './key-headers.js';
import type { Group } from './plan.js';

interface ToldHeader {
  row: FieldRow;
  side: SpokenHeader['side'];
  required: boolean;
  methods?: ReadonlySet<string>;
  except?: string;
  /** Of answers with these statuses alone. */
  codes: string[];
  /** In small letters, for the things that it names. */
  sentence: string;
}

export interface CommonHeaders {
  /** Of all that an operation has. */
  names: (group: Group) => string[];
  request: (group: Group) => ParameterFact[];
  response: (group: Group, status: string) => FieldRow[];
}

export function toldHeaders(page: Page, profile: Profile): ToldHeader[] {
  return headersBy(profile)(page);
}

/** Whether operations of other pages may depend on this one. */
export function tellsOfHeaders(page: Page, profile: Profile): boolean {
  return toldHeaders(page, profile).length > 0;
}

export function commonHeaders(
  pages: readonly Page[],
  groups: readonly Group[],
  profile: Profile,
  fileOf: (page: Page) => string,
): CommonHeaders {
  const all = groups.map(calledOf);
  const told = pages.flatMap((page) =>
    headersBy(profile)(page).flatMap((header) => {
      const excepted = header.except === undefined ? new Set<never>() : exceptedBy(header.except, all, profile);
      // What it leaves out nobody can tell: of none it is certain.
      if (!excepted) return [];
      const at: SourceRef = { file: fileOf(page), line: placeOf(page.document, header.row.span.start).line };
      const out = new Set([...excepted].map(({ group }) => group));
      const things = groups.filter((group) => out.has(group) === false && isNamed(thingOf(group), header.sentence));
      return [{ ...header, row: { ...header.row, toldAt: at }, out, things: new Set(things) }];
    }),
  );
  const of = (group: Group, side: SpokenHeader['side']) =>
    told.filter(
      (one) =>
        one.side === side &&
        !one.out.has(group) &&
        (one.methods?.has(group.method) ?? true) &&
        (one.methods === undefined || one.things.size === 0 || one.things.has(group)),
    );
  return {
    names: (group) => [...of(group, 'request'), ...of(group, 'response')].map(({ row }) => row.name),
    request: (group) =>
      of(group, 'request').map(({ row, required }) => ({
        ...row,
        in: 'header',
        required,
        requiredText: required ? 'required' : '',
      })),
    response: (group, status) =>
      of(group, 'response').flatMap(({ row, codes }) => (codes.length === 0 || codes.includes(status) ? [row] : [])),
  };
}

/** What stands in front of the key in the address of one thing: `/boats/{id}`, `/Boat('{Name}')`. */
function thingOf({ main }: Group): string {
  const [, plain, keyed] = /([A-Za-z][\w-]*)\/\{[^}]*\}\/?$|([A-Za-z][\w-]*)\([^)]*\)\/?$/.exec(main.shape.path) ?? [];
  return (plain ?? keyed ?? '').toLowerCase().replace(/(?<=[^s])s$/, '');
}

function isNamed(thing: string, sentence: string): boolean {
  return thing !== '' && sentence.split(/[^\p{L}\p{N}_-]+/u).some((word) => word === thing || word === `${thing}s`);
}

const headersBy = rememberedFor((profile: Profile) =>
  rememberedFor((page: Page): ToldHeader[] => {
    const blocks = blocksAboutAll(page, profile);
    const all = blocks.flatMap((block, i) => ofBlock(block, announcing(blocks, i, profile), page, profile));
    // "There are exceptions", and nobody can tell which.
    const isVague = blocks.some((block) => textsOf(block).some((text) => mentions(text, 'vaguely', profile)));
    const isOwn = ({ row, sentence }: ToldHeader): boolean =>
      !isKeyHeader({ ...row, in: 'header' }) && !isCredential(row.name, sentence, profile);
    return isVague ? [] : all.filter(isOwn);
  }),
);

/** "Every response has these headers:" above a list of them. */
function announcing(blocks: readonly Block[], index: number, profile: Profile): string | undefined {
  const item = blocks[index];
  if (item?.kind !== 'item') return undefined;
  let at = index - 1;
  while (blocks[at]?.kind === 'item') at--;
  const above = blocks[at];
  const text = above?.kind === 'paragraph' ? (textsOf(above).at(-1) ?? '') : '';
  // "… the following headers." announces what looks like them.
  const announces = /[:：]\s*$/.test(text) || (text.length < 120 && /^`?X-/.test(item.text));
  return announces && scopeOf(text, profile).ofAll ? text.replace(/[:：。.]\s*$/, '') : undefined;
}

function ofBlock(block: Block, lead: string | undefined, page: Page, profile: Profile): ToldHeader[] {
  if (block.kind === 'table') return block.rows.flatMap((row) => ofRow(row, page, profile));
  if (block.kind !== 'paragraph' && block.kind !== 'item') return [];
  const line: Inline =
    block.kind === 'item'
      ? block
      : { text: block.lines.map(({ text }) => text).join('\n'), span: block.span, links: [] };
  const marked = withCode(line, page.document.text).text;
  const [, name, about = ''] =
    lead === undefined ? [] : (/^`?([A-Za-z][\w-]{1,60})`?(?:[\s:：–—-]{1,4}|$)([\s\S]{0,1000})/.exec(marked) ?? []);
  if (name?.includes('-')) return listed(name, about, lead as string, line, profile);
  return spoken(marked, line, page, profile);
}

/** `| 429 | Too many requests. `Retry-After` says when to try again |` */
function ofRow({ cells }: Row, page: Page, profile: Profile): ToldHeader[] {
  const [status, another] = cells.flatMap(({ text }) => /^\s*([45]\d\d)(?!\d)/.exec(text)?.[1] ?? []);
  if (status === undefined || another !== undefined) return [];
  return cells.flatMap((cell) =>
    spokenHeaders(withCode(cell, page.document.text).text, 'response', profile)
      .filter(({ side }) => side === 'response')
      .map((header) => {
        const line = { ...cell, text: header.sentence, span: spanOf(header.name, cell, page) };
        return made(header, { text: '', ofAll: true }, line, [status], profile);
      }),
  );
}

function listed(name: string, about: string, lead: string, line: Inline, profile: Profile): ToldHeader[] {
  const scope = scopeOf(lead, profile);
  return spokenHeaders(`${lead} \`${name}\` ${wordsOf(profile, 'header')[0] ?? ''}`, undefined, profile).map((header) =>
    made(header, scope, { ...line, text: about.replaceAll('`', '') }, [], profile),
  );
}

function spoken(text: string, line: Inline, page: Page, profile: Profile): ToldHeader[] {
  let before: string[] = [];
  const told = text.replace(/\s+/g, ' ').split(/(?<=[.!?]) |(?<=。)/);
  return withExceptions(told, profile).flatMap(({ sentence, ...scope }, i, scopes) => {
    const all = scopes.map((one) => one.sentence);
    const own = answersIn({ ...line, text: sentence }, profile, false).map(({ code }) => code);
    const codes = own.length > 0 ? own : before;
    before = own;
    return spokenHeaders(scope.text, undefined, profile).flatMap((header) => {
      const refused = codes.length > 0 && codes.every((code) => /^[45]/.test(code)) ? codes : [];
      const isOfRefusal = header.side === 'response' && refused.length > 0 && !scope.ofAll;
      if (!scope.ofAll && !isOfRefusal) return [];
      const at = spanOf(header.name, line, page);
      const rest = isOfRefusal || i + 1 >= all.length ? '' : restOf(all.slice(i + 1), profile);
      const words = [sentence.replaceAll('`', ''), rest].filter(Boolean).join(' ');
      const whole = { ...header, sentence: sentence.replaceAll('`', '') };
      return [made(whole, scope, { ...line, text: words, span: at }, isOfRefusal ? refused : [], profile)];
    });
  });
}

/** What is said behind a header and names no other one. */
function restOf(sentences: readonly string[], profile: Profile): string {
  const end = sentences.findIndex((one) => spokenHeaders(one, undefined, profile).length > 0);
  return (end < 0 ? sentences : sentences.slice(0, end)).join(' ').replaceAll('`', '');
}

/** Where the name stands: a paragraph may begin some lines above. */
function spanOf(name: string, { span }: Inline, page: Page): Inline['span'] {
  const at = page.document.text.slice(span.start, span.end).indexOf(name);
  return at < 0 ? span : { start: span.start + at, end: span.start + at + name.length };
}

function made(
  header: Omit<SpokenHeader, 'rest'>,
  { except, methods }: ReturnType<typeof scopeOf>,
  { text, span, links }: Inline,
  codes: string[],
  profile: Profile,
): ToldHeader {
  const { name, side, required, maybe, value, sentence } = header;
  const row = bullet({ kind: 'item', indent: 0, text: '', span, links }, name, '', '', profile);
  return {
    row: {
      ...row,
      ...(text === '' ? {} : { rest: text }),
      ...(maybe ? { maybe: true as const } : {}),
      ...(value === undefined ? {} : { shown: value }),
    },
    side,
    required,
    ...(methods ? { methods } : {}),
    ...(except === undefined ? {} : { except }),
    codes,
    sentence: sentence.toLowerCase(),
  };
}
