// What pages say of all errors at once: a section of its own that shows one, or a sentence with their media type.
import type { JsonValue, Schema } from '../contract/api.js';
import { scopeOf } from '../extract/operations/told-scope.js';
import type { Page } from '../extract/page.js';
import { withRulesAsItems } from '../extract/rule-tables.js';
import { isObject } from '../is-object.js';
import { mentions } from '../profiles/mentions.js';
import type { Profile } from '../profiles/profile.js';
import type { Block, HeadingBlock } from '../read/document.js';
import { rememberedFor } from '../remember.js';
import { sampleSchema } from './sample-schema.js';

type Json = Record<string, unknown>;

export interface ErrorFormat {
  type: 'application/json' | 'application/problem+json';
  schema: Json;
}

export const PROBLEM = 'application/problem+json';

/** RFC 9457, section 3.1: each of its members may be left out. */
const PROBLEM_MEMBERS = {
  type: { type: 'string' },
  title: { type: 'string' },
  status: { type: 'integer' },
  detail: { type: 'string' },
  instance: { type: 'string' },
};

/** The form of the errors of a page's operations: what the page says, else the only page that says something. */
export function errorFormats(pages: Page[], profile: Profile): (page?: Page) => ErrorFormat | undefined {
  const told = pages.flatMap((page) => formatOf(page, profile) ?? []);
  const [only, another] = told;
  return (page) => page && (formatOf(page, profile) ?? (another ? undefined : only));
}

/** Whether operations of other pages may depend on this one. */
export function tellsOfErrors(page: Page, profile: Profile): boolean {
  return formatOf(page, profile) !== undefined;
}

const formatOf = (page: Page, profile: Profile): ErrorFormat | undefined => formatsBy(profile)(page);

const formatsBy = rememberedFor((profile: Profile) =>
  rememberedFor((page: Page): ErrorFormat | undefined => {
    // What the profile says of errors, only a page that speaks of all can outweigh.
    const isLeft = leavesErrorsToPages(profile);
    const blocks = isLeft ? blocksOfNoOperation(page) : blocksAboutAll(page, profile);
    if (!isLeft && !blocks.some((block) => saysProblem(block, profile))) return undefined;
    const section = blocksOfErrors(page, profile);
    const titled = section.flatMap(errorSample);
    // On a page of errors alone every sample is one.
    const listsErrors = page.endpoints.length === 0 && page.errors.length > 0;
    const samples = titled.length === 0 && listsErrors ? blocks.flatMap(errorSample) : titled;
    const isProblem = blocks.some((block) => saysProblem(block, profile)) || section.some(namesProblem);
    if (samples.length === 0) return isProblem ? problem({}) : undefined;
    const schema = nullable(sampleSchema(samples) ?? {}) as Json;
    return isProblem
      ? problem((schema['properties'] ?? {}) as Json)
      : { type: 'application/json', schema: some(schema) };
  }),
);

/** Whether nothing but the pages says what errors look like. */
export function leavesErrorsToPages({ infer, errorBody }: Profile): boolean {
  return infer.samples || errorBody === undefined;
}

/** What one answer has of its own is sent in the media type of all errors. */
export function inMediaOfErrors(made: Json, format: ErrorFormat | undefined): void {
  const { 'application/json': json, ...others } = (made['content'] ?? {}) as Json;
  if (json && format?.type === PROBLEM) made['content'] = { [PROBLEM]: json, ...others };
}

/** What stands in the sections about errors; where no title tells them, what stands below "Errors look like this:". */
export function blocksOfErrors(page: Page, profile: Profile): Block[] {
  const blocks = withRulesAsItems(blocksOfNoOperation(page), page.document.text);
  const titled = blocks.flatMap((block, i) =>
    block.kind === 'heading' && profile.titles.match(block.text)?.value === 'errors' ? sectionAt(blocks, i) : [],
  );
  const announces = (block: Block | undefined): boolean =>
    block?.kind === 'paragraph' &&
    textsOf(block).some((text) => /[:：]$/.test(text) && profile.wording.tellsOfErrors.test(text));
  if (titled.length > 0) return titled;
  const shown = blocks.filter((block, i) => block.kind === 'fence' && announces(blocks[i - 1]));
  return shown.length > 0 ? shown : blocks.filter((block) => tellsErrors(block, profile));
}

function tellsErrors(block: Block, { wording }: Profile): boolean {
  return textsOf(block).some((text) => wording.tellsOfErrors.test(text));
}

function problem(shown: Json): ErrorFormat {
  return { type: PROBLEM, schema: { type: 'object', properties: { ...shown, ...PROBLEM_MEMBERS } } };
}

/** A sample shows one error: of another one a member may have nothing to say. */
function nullable(schema: Schema): Schema {
  const { type, properties, items } = schema;
  if (properties)
    return {
      ...schema,
      properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, nullable(one)])),
    };
  return items || type === undefined ? schema : { ...schema, type: [...new Set([type, 'null'].flat())] };
}

/** Nobody says which members an error always has; one that has none of them is of another form. */
function some(schema: Json): Json {
  const names = Object.keys((schema['properties'] ?? {}) as Json);
  return names.length === 1
    ? { ...schema, required: names }
    : { ...schema, anyOf: names.map((name) => ({ required: [name] })) };
}

/** The blocks of a page that stand below the heading of no operation. */
export function blocksOfNoOperation(page: Page): Block[] {
  const titles = new Set(page.endpoints.map(({ title }) => title));
  let within: HeadingBlock | undefined;
  return page.document.blocks.filter((block) => {
    if (block.kind === 'heading' && (!within || block.level <= within.level))
      within = titles.has(block.text) && block.text !== page.title ? block : undefined;
    return within === undefined;
  });
}

/**
 * What may speak of all operations: where each has a page of its own, pages that document none and say that they speak of
 * all, without exceptions that nobody can tell.
 */
export function blocksAboutAll(page: Page, profile: Profile): Block[] {
  if (profile.layout === 'page') return ofCommonPage(profile)(page);
  return withRulesAsItems(blocksOfNoOperation(page), page.document.text);
}

const ofCommonPage = rememberedFor((profile: Profile) =>
  rememberedFor(({ endpoints, option, document }: Page): Block[] => {
    if (endpoints.length > 0 || option) return [];
    const blocks = withRulesAsItems(document.blocks, document.text);
    const texts = blocks.flatMap(textsOf);
    const isCommon = texts.some((text) => scopeOf(text, profile).ofAll);
    return isCommon && !texts.some((text) => mentions(text, 'vaguely', profile)) ? blocks : [];
  }),
);

/** What follows a heading, up to the next one of its level. */
function sectionAt(blocks: Block[], index: number): Block[] {
  const heading = blocks[index] as HeadingBlock;
  const rest = blocks.slice(index + 1);
  const end = rest.findIndex((block) => block.kind === 'heading' && block.level <= heading.level);
  return end < 0 ? rest : rest.slice(0, end);
}

/** The error that a fence shows, or a sentence: "Errors look like `{"error": "not_found"}`". */
export function errorSample(block: Block): JsonValue[] {
  const text = block.kind === 'fence' ? block.text.trim() : (INLINE.exec(textsOf(block).join('\n'))?.[0] ?? '');
  if (!text.startsWith('{')) return [];
  try {
    const value = JSON.parse(text) as JsonValue;
    return isObject(value) && Object.keys(value).length > 0 ? [value] : [];
  } catch {
    return [];
  }
}

/** An object from its beginning to the last brace of its line. */
const INLINE = /\{[^\n]{2,1000}\}/;

/** "Errors are `application/problem+json`", in one of the languages. */
function saysProblem(block: Block, { wording }: Profile): boolean {
  return textsOf(block).some((text) => text.includes(PROBLEM) && wording.tellsOfErrors.test(text));
}

function namesProblem(block: Block): boolean {
  return textsOf(block).some((text) => text.includes(PROBLEM));
}

export function textsOf(block: Block): string[] {
  if (block.kind === 'paragraph') return block.lines.map(({ text }) => text);
  return block.kind === 'item' ? [block.text] : [];
}
