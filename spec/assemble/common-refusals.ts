// Refusals that pages document for all operations at once, below the heading of none: a table of statuses, a list, or a sentence.
import { answersIn } from '../extract/operations/answers.js';
import type { ErrorRow, Page, ParameterFact } from '../extract/page.js';
import { statusesOfRow } from '../extract/status-rows.js';
import { mentions } from '../profiles/mentions.js';
import type { Profile } from '../profiles/profile.js';
import type { Block, TableBlock } from '../read/document.js';
import { rememberedFor } from '../remember.js';
import { PAGING } from './common-options.js';
import type { Json } from './components.js';
import { blocksAboutAll } from './error-format.js';
import type { Group } from './plan.js';
import { beyondReason, reason } from './reason.js';

/** What an operation has that a refusal can be about. */
interface Refusable {
  isSecured: boolean;
  hasBody: boolean;
  /** Names of its options. */
  options: readonly string[];
  documented: ReadonlySet<string>;
  /** Headers that pages tell of all requests like it. */
  told: readonly ParameterFact[];
  /** The words of the refusal are about options, too: of a wrong body alone they say nothing of a list. */
  ofOptions: boolean;
}

/** Of the refusals that pages tell of all operations, those that an operation can have; whatever else it has, only it can say. */
const DUE: Record<string, (group: Group, has: Refusable) => boolean> = {
  '400': (_, has) => has.hasBody || (has.options.length > 0 && has.ofOptions),
  '401': (_, has) => has.isSecured,
  '404': ({ method, main }, { documented }) =>
    /\}\/?$/.test(main.shape.path) && !(method === 'PUT' && documented.has('201')),
  '412': (group, has) => conditionOf(group, has) !== undefined,
  '413': (_, has) => has.hasBody,
  '415': (_, has) => has.hasBody,
  '422': (_, has) => has.hasBody || (has.options.length > 0 && has.ofOptions),
  '428': (group, has) => conditionOf(group, has)?.required === true,
  '429': () => true,
};

/** The header by which a change says what it is of (RFC 9110, section 13.1.1). */
function conditionOf({ method, sources }: Group, { told }: Refusable): ParameterFact | undefined {
  const all = [...sources.flatMap(({ endpoint }) => endpoint.parameters), ...told];
  const found = all.find(({ in: place, name }) => place === 'header' && name.toLowerCase() === 'if-match');
  return method === 'GET' || method === 'HEAD' ? undefined : found;
}

/** Of wrong values, whatever they are of: that a header is missing says nothing of the others. */
const OF_VALUES: ReadonlySet<number> = new Set([400, 422]);

/** "All take the header `Idempotency-Key`. The same key with another body gives 409": of what has such a header. */
function headerRefusals(
  { sources }: Group,
  { documented, told }: Omit<Refusable, 'ofOptions'>,
  profile: Profile,
): ErrorRow[] {
  const own = sources.flatMap(({ endpoint }) => endpoint.parameters.filter(({ in: place }) => place === 'header'));
  const rows = [...own, ...told];
  return rows
    .flatMap(({ rest = '', span }) => answersIn({ text: rest, span, links: [] }, profile, false).map(asRow))
    .filter(({ status }) => status >= 400 && !OF_VALUES.has(status) && !documented.has(String(status)));
}

export function toldRefusals(page: Page, profile: Profile): ErrorRow[] {
  return refusalsBy(profile)(page);
}

/** Whether operations of other pages may depend on this one. */
export function tellsOfRefusals(page: Page, profile: Profile): boolean {
  return toldRefusals(page, profile).length > 0;
}

/** @returns responses by status, for statuses that the operation does not document itself */
export function commonRefusals(pages: readonly Page[], profile: Profile) {
  const told = pages.flatMap((page) => refusalsBy(profile)(page));
  return (group: Group, has: Omit<Refusable, 'ofOptions'>, content: Json | undefined): Record<string, Json> => {
    const ofHeaders = headerRefusals(group, has, profile);
    const statuses = new Set([...Object.keys(DUE), ...ofHeaders.map(({ status }) => String(status))]);
    return Object.fromEntries(
      [...statuses].sort().flatMap((status): [string, Json][] => {
        const own = ofHeaders.filter((row) => String(row.status) === status);
        const all = told.filter((row) => String(row.status) === status && concerns(row, has.options));
        const isOfOption = ({ message }: ErrorRow): boolean =>
          has.options.some((name) => name.length > 3 && wordsIn(message).includes(name.toLowerCase()));
        const ofOptions = all.some((row) => mentions(row.message, 'options', profile) || isOfOption(row));
        const isDue = DUE[status]?.(group, { ...has, ofOptions }) === true;
        const rows = [...(isDue ? all : []), ...own];
        if (rows.length === 0 || has.documented.has(status)) return [];
        const words = rows.map(({ message }) => beyondReason(status, message)).filter(Boolean);
        const description = [reason(status), ...new Set(words)].join('\n\n');
        return [[status, { description, ...(content ? { content } : {}), 'x-docproof': { derived: true } }]];
      }),
    );
  };
}

/** "A cursor that we did not issue gives 400" is about what has one, not about whatever has a body. */
function concerns({ message, status }: ErrorRow, options: readonly string[]): boolean {
  const named = OF_VALUES.has(status) ? wordsIn(message).filter((word) => PAGING.test(word) && word !== 'page') : [];
  return named.length === 0 || options.some((name) => named.includes(name.toLowerCase()));
}

function wordsIn(message: string): string[] {
  return message.toLowerCase().split(/[^\p{L}\p{N}_$-]+/u);
}

/** Statuses that are told of all operations. */
export function commonStatuses(pages: readonly Page[], profile: Profile): number[] {
  return [...new Set(pages.flatMap((page) => refusalsBy(profile)(page).map(({ status }) => status)))];
}

/** Codes that such tables give for a status. */
export function commonCodes(pages: readonly Page[], profile: Profile): (ErrorRow & { page: Page })[] {
  return pages.flatMap((page) =>
    refusalsBy(profile)(page).flatMap((row) => (row.code === '' ? [] : [{ ...row, page }])),
  );
}

const refusalsBy = rememberedFor((profile: Profile) =>
  rememberedFor((page: Page): ErrorRow[] =>
    blocksAboutAll(page, profile).flatMap((block) => refusalsIn(block, profile)),
  ),
);

function refusalsIn(block: Block, profile: Profile): ErrorRow[] {
  // Where each operation has a page, tables of errors are read with the page.
  if (block.kind === 'table') return profile.infer.samples ? ofTable(block, profile) : [];
  if (block.kind === 'item')
    return [ofItem(block.text, block.span) ?? answersIn(block, profile, false).map(asRow)].flat();
  return block.kind === 'paragraph' ? block.lines.flatMap((line) => answersIn(line, profile, false).map(asRow)) : [];
}

function asRow({ code, description, span }: { code: string; description: string; span: ErrorRow['span'] }): ErrorRow {
  return { code: '', status: Number(code), message: description, span };
}

/** A name that programs read: `not_found`, `E-17`; a word of prose is none. */
const CODE = /^[A-Za-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+){0,6}$/;

/** A refusal, by its number and perhaps its name. */
const STATUS = /^[45]\d\d(?: [A-Z][A-Za-z' -]{1,40})?$/;

/** One column may hold a code in each of its rows: behind that of the statuses, or in front of it. */
function ofTable(table: TableBlock, profile: Profile): ErrorRow[] {
  const begun = table.rows.filter(({ cells }) => /^\s*[45]\d\d\b/.test(cells[0]?.text ?? ''));
  const rows = begun.length > 0 ? begun : table.rows;
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, i) => i);
  const each = (at: number, form: RegExp): boolean =>
    rows.length > 1 && rows.every(({ cells }) => form.test(cells[at]?.text ?? ''));
  const behind = begun.length > 0 ? 0 : columns.find((at) => each(0, CODE) && each(at, STATUS));
  const statuses = behind ?? 0;
  const codes = columns.find((at) => at !== statuses && (begun.length > 0 || behind !== undefined) && each(at, CODE));
  return table.rows.flatMap(({ cells, span }) => {
    const words = cells.filter((_, i) => i !== statuses && i !== codes);
    const code = codes === undefined ? '' : (cells[codes]?.text ?? '');
    return statusesOfRow(cells[statuses], words, span, profile).map((status) => ({ ...asRow(status), code }));
  });
}

/** "`404 not_found`: there is no such thing", "`not_found` (404) – there is no such thing" */
function ofItem(text: string, span: ErrorRow['span']): ErrorRow | undefined {
  const [, name, of, words = ''] =
    /^([A-Za-z]\w{1,60}(?:[.-]\w{1,60}){0,6}) ?\((?:HTTP )?([45]\d\d)\)(?:\s?[:–—-]\s?(\S[\s\S]{0,500}))?$/.exec(
      text,
    ) ?? [];
  if (name !== undefined && of !== undefined) return { status: Number(of), code: name, message: words, span };
  const [, status, code = '', message = ''] =
    /^([45]\d\d)(?: ([a-z]\w*))?\s?[:–—-]\s?(\S[\s\S]{0,500})$/.exec(text) ?? [];
  // "404 – there is no such thing (not_found)"
  const named = code || (/\((?:[a-z]\w{1,30}: )?([a-z]\w{0,40}_\w{1,40})\)/.exec(message)?.[1] ?? '');
  return status ? { status: Number(status), code: named, message, span } : undefined;
}
