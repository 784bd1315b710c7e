// Documents → contract, as a pure function: read, recognise, assemble, write.
import { createHash } from 'node:crypto';
import { assemble } from './assemble/assemble.js';
import type { FieldReading, ReadField } from './assemble/field-schema.js';
import { AssemblyMemory } from './assemble/memory.js';
import type { EarlierIds } from './assemble/operation-ids.js';
import { applyOverrides, type OverridesFile } from './assemble/overrides.js';
import { readConstraints } from './constraints/read-constraints.js';
import type { Wording } from './constraints/wording.js';
import { compareDiagnostics, compareText, type Diagnostic } from './diagnostic.js';
import type { Entry } from './extract/account.js';
import type { FieldRow, Page } from './extract/page.js';
import { type Recognition, recognise } from './extract/recognise.js';
import { hintsOf } from './extract/title-hints.js';
import { withoutToldElsewhere } from './extract/told-elsewhere.js';
import type { Profile } from './profiles/profile.js';
import { readDocument } from './read/read-document.js';
import { writeYaml } from './write-yaml.js';

export { writeYaml };

export interface InputFile {
  /** As the user gave it: what diagnostics show. */
  path: string;
  /** Relative to the folder given: what the contract records; the path where absent. */
  name?: string;
  text: string;
}

export interface BuildOptions {
  profile: Profile;
  lang?: string;
  earlier?: EarlierIds;
  /** Corrections that are applied last. */
  overrides?: OverridesFile;
  /** What a build before this one with the same profile found: unchanged pages are not read again. */
  cache?: BuildCache;
}

interface PageReading {
  recognition?: Recognition;
  unreadable?: Diagnostic;
}

/** Pages and rows as understood, by their text. Give the same one to each build of a `watch`. */
export class BuildCache {
  private readonly pages = new Map<string, { text: string; profile: Profile; reading: PageReading }>();
  readonly memory = new AssemblyMemory();
  readonly written = new WeakMap<object, string>();
  private fields: { wording: Wording; read: ReadField } | undefined;

  page(file: InputFile, profile: Profile): PageReading {
    const known = this.pages.get(file.path);
    if (known && known.text === file.text && known.profile === profile) return known.reading;
    const reading = readPage(file, profile);
    this.pages.set(file.path, { text: file.text, profile, reading });
    return reading;
  }

  reader(wording: Wording): ReadField {
    if (this.fields?.wording !== wording) this.fields = { wording, read: fieldReader(wording) };
    return this.fields.read;
  }
}

function readPage(file: InputFile, profile: Profile): PageReading {
  const { document, unreadable } = readDocument(file.path, file.text, hintsOf(profile));
  return unreadable ? { unreadable } : { recognition: recognise(document, profile) };
}

export interface PageAccount {
  page: Page;
  entries: Entry[];
}

export interface Build {
  document: Record<string, unknown>;
  yaml: string;
  /** Sorted. */
  diagnostics: Diagnostic[];
  /** Why the input cannot be used: a page that is no text, a stale override. Exit 2, nothing is to be written. */
  unreadable: Diagnostic[];
  account: PageAccount[];
  pages: Page[];
}

export function buildSpec(files: InputFile[], options: BuildOptions): Build {
  const { profile } = options;
  const cache = options.cache ?? new BuildCache();
  const pages: Page[] = [];
  const diagnostics: Diagnostic[] = [];
  const unreadable: Diagnostic[] = [];
  const names = new Map<string, string>();
  for (const file of [...files].sort((a, b) => compareText(a.name ?? a.path, b.name ?? b.path))) {
    names.set(file.path, file.name ?? file.path);
    const { recognition, unreadable: problem } = cache.page(file, profile);
    if (problem) unreadable.push(problem);
    if (!recognition) continue;
    pages.push(recognition.page);
    diagnostics.push(...recognition.diagnostics);
  }
  const chosen = withoutToldElsewhere(choose(pages, profile, options.lang));
  const fileOf = (page: Page): string => names.get(page.file) ?? page.file;
  const read = cache.reader(profile.wording);
  const assembly = assemble(chosen, {
    profile,
    read,
    memory: cache.memory,
    fileOf,
    digest: digestOf(chosen),
    ...(options.earlier ? { earlier: options.earlier } : {}),
  });
  const overridden = options.overrides
    ? applyOverrides(assembly.document, options.overrides)
    : { document: assembly.document, diagnostics: [] };
  const shown = new Set(chosen.map((page) => page.file));
  return {
    document: overridden.document,
    yaml: writeYaml(overridden.document, cache.written),
    diagnostics: [...diagnostics.filter((d) => shown.has(d.file)), ...assembly.diagnostics].sort(compareDiagnostics),
    unreadable: [...unreadable, ...overridden.diagnostics].sort(compareDiagnostics),
    account: chosen.map((page) => ({ page, entries: page.account.settle(page.document).entries })),
    pages: chosen,
  };
}

/** One language for page ids that occur in several; every page otherwise. */
function choose(pages: Page[], profile: Profile, lang: string | undefined): Page[] {
  const byId = new Map<string, Page[]>();
  for (const page of pages) byId.set(page.id, [...(byId.get(page.id) ?? []), page]);
  const wanted = lang ?? profile.languages[0]?.code;
  return [...byId.values()].flatMap((same) => {
    if (new Set(same.map((page) => page.lang)).size < 2) return same;
    const own = same.filter((page) => page.lang === wanted);
    return own.length > 0 ? own : same.slice(0, 1);
  });
}

/** Reads rows by the words of all languages, each different row once. */
export function fieldReader(wording: Wording): ReadField {
  const cache = new Map<string, FieldReading>();
  return (row) => {
    const listed = row.listed?.map((l) => l.value) ?? [];
    const { footnotes = {} } = row;
    const key = [
      ...[row.overview, row.type, row.effective, row.described, row.notes, row.requiredText, row.default, ...listed],
      ...Object.entries(footnotes).flat(),
    ].join('\u0000');
    let reading = cache.get(key);
    if (!reading) {
      reading = readField(row, listed, wording);
      cache.set(key, reading);
    }
    return withMark(withLimits(reading, row), row);
  };
}

/** What columns of their own limit counts first. */
function withLimits(reading: FieldReading, { limits }: FieldRow): FieldReading {
  if (!limits) return reading;
  const { minLength, maxLength, ...ofValue } = limits;
  const type = minLength !== undefined || maxLength !== undefined ? 'string' : 'number';
  const isNumber = reading.schema.type === 'number' || reading.schema.type === 'integer';
  // Digits of a number are no length of it.
  return { ...reading, schema: { type, ...reading.schema, ...(isNumber ? ofValue : limits) } };
}

function withMark(reading: FieldReading, { deprecated }: FieldRow): FieldReading {
  return deprecated ? { ...reading, schema: { ...reading.schema, deprecated } } : reading;
}

function readField(row: FieldRow, listed: string[], wording: Wording): FieldReading {
  const cells = {
    overview: row.overview,
    type: row.type,
    effective: row.effective,
    notes: notesOf(row),
    required: row.requiredText,
    ...(row.default === undefined ? {} : { default: row.default }),
  };
  const { schema, deprecated, ...reading } = readConstraints(
    cells,
    wording,
    row.footnotes ? { footnotes: row.footnotes } : {},
  );
  const texts =
    schema.type === undefined && listed.some((value) => /[a-z]/i.test(value) && !/^(?:true|false|null)$/.test(value));
  const values = listed.length > 0 && !schema.enum ? { ...(texts ? { type: 'string' } : {}), enum: listed } : {};
  return { ...reading, schema: { ...schema, ...values, ...(deprecated ? { deprecated } : {}) } };
}

/** A description may stand among the notes as well, without its code marks: said twice, it would tell of two things. */
function notesOf({ described = '', notes }: FieldRow): string {
  const plain = described.replaceAll('`', '');
  const rest = plain !== '' && notes.startsWith(plain) ? notes.slice(plain.length).trimStart() : notes;
  return [described, rest].filter(Boolean).join('\n');
}

function digestOf(pages: Page[]): string {
  const hash = createHash('sha256');
  for (const page of [...pages].sort((a, b) => compareText(a.id, b.id) || compareText(a.lang, b.lang)))
    hash.update(`${page.id}\u0000${page.lang}\u0000${page.document.text}\u0000`);
  return `sha256:${hash.digest('hex')}`;
}
