// One page as understood, as a value: what `docproof inspect` prints and gives as JSON.

import type { ReadField } from './assemble/field-schema.js';
import { type BuildOptions, buildSpec, fieldReader, type InputFile } from './build.js';
import { loadApi } from './contract/load.js';
import type { Diagnostic } from './diagnostic.js';
import { readingsOf } from './extract/command-readings.js';
import type { BodyFacts, BodyTable, Endpoint, FieldRow, Page } from './extract/page.js';
import { checkBuild, type LintOptions } from './lint/lint.js';
import { type Document, placeOf } from './read/document.js';
import { shownLimits } from './shown-limits.js';
import { type ToldOfAll, toldByPage } from './told-by-page.js';

export interface InspectedField {
  name: string;
  line: number;
  required?: 'yes' | 'no' | 'conditional';
  type?: string;
  limits?: string;
  /** Words that seem to limit the value and were not understood. */
  unread?: string[];
}

export interface InspectedBody {
  tables: { kind: BodyTable['kind']; variant?: string; rows: InspectedField[] }[];
  samples: { language: string; line: number; caption?: string }[];
  none: boolean;
}

export interface InspectedPart {
  title: string;
  privileges: string[];
  parameters: (InspectedField & { in: string })[];
  options: string[];
  body: InspectedBody;
  responses: { statuses: string[]; headers: string[]; body: InspectedBody }[];
  commands: { line: number; method: string; url: string; problems: string[] }[];
}

export interface Inspection {
  id: string;
  file: string;
  lang: string;
  title: string;
  form: 'markdown' | 'flattened text';
  operations: { id: string; method: string; path: string; url: string; aliasOf?: string }[];
  /** What it tells of them: once, or part by part where the page has several one below the other. */
  parts: InspectedPart[];
  /** What it tells of all operations at once. */
  ofAll: ToldOfAll[];
  errors: number;
  option?: string;
  diagnostics: Diagnostic[];
  account: { used: Record<string, number>; ignored: Record<string, number>; reported: Record<string, number> };
  /** What was ignored or reported, line by line. */
  rest: { line: number; kind: string; fate: string; by: string; text: string }[];
}

/** Understands one page by itself; undefined where it cannot be read, with the reasons. */
export function inspectPage(
  file: InputFile,
  options: BuildOptions & Pick<LintOptions, 'exists'>,
): { inspection?: Inspection; pages: Page[]; unreadable: Diagnostic[] } {
  const build = buildSpec([file], options);
  const [account] = build.account;
  const { pages } = build;
  if (!account) return { pages, unreadable: build.unreadable };
  const { page } = account;
  const { api } = loadApi(build.yaml, file.path);
  const shown: Shown = { document: page.document, read: fieldReader(options.profile.wording) };
  const line = (offset: number): number => placeOf(page.document, offset).line;
  return {
    pages,
    unreadable: build.unreadable,
    inspection: {
      id: page.id,
      file: page.file,
      lang: page.lang,
      title: page.title,
      form: page.document.flattened ? 'flattened text' : 'markdown',
      operations: (api?.operations ?? []).map((op) => ({
        id: op.id,
        method: op.method,
        path: op.path,
        url: op.docs.url ?? '',
        ...(op.docs.aliasOf ? { aliasOf: op.docs.aliasOf } : {}),
      })),
      parts: page.endpoints.map((endpoint) => partOf(endpoint, shown)),
      ofAll: toldByPage(page, options.profile),
      errors: page.errors.length,
      ...(page.option ? { option: page.option.name } : {}),
      diagnostics: checkBuild(build.diagnostics, build.pages, options),
      account: {
        used: count(account.entries, 'used'),
        ignored: count(account.entries, 'ignored'),
        reported: count(account.entries, 'reported'),
      },
      rest: account.entries
        .filter((e) => e.fate !== 'used')
        .map((e) => ({ line: line(e.span.start), kind: e.kind, fate: e.fate, by: e.by, text: e.text })),
    },
  };
}

interface Shown {
  document: Document;
  read: ReadField;
}

function partOf(endpoint: Endpoint, shown: Shown): InspectedPart {
  const privileges = endpoint.privileges.map((p) =>
    p.target ? `${p.name} (${p.target})` : p.conditional ? `${p.name} (conditional)` : p.name,
  );
  return {
    title: endpoint.title,
    privileges: [...new Set(privileges)],
    parameters: endpoint.parameters.map((row) => ({ in: row.in, ...field(row, shown) })),
    options: endpoint.options.map((option) => option.name),
    body: bodyOf(endpoint.body, shown),
    responses: responsesOf(endpoint, shown),
    commands: commandsOf(endpoint, shown.document),
  };
}

function field(row: FieldRow, { document, read }: Shown): InspectedField {
  const written = [row.effective, row.listed?.map((l) => l.value).join(' | ')]
    .filter(Boolean)
    .join('; ')
    .replaceAll('\n', '; ');
  // Where no column holds the limits, what the other words say.
  const { schema, unread = [] } = read(row);
  const limits = written || shownLimits(schema);
  return {
    name: row.name,
    line: placeOf(document, row.span.start).line,
    required: row.required ? 'yes' : row.conditional ? 'conditional' : 'no',
    ...(row.type ? { type: row.type.replaceAll('\n', ' ') } : {}),
    ...(limits ? { limits } : {}),
    ...(unread.length > 0 ? { unread: [...unread] } : {}),
  };
}

function bodyOf(body: BodyFacts, shown: Shown): InspectedBody {
  return {
    tables: body.tables.map((table) => ({
      kind: table.kind,
      ...(table.variant ? { variant: table.variant } : {}),
      rows: rowsOf(table, shown),
    })),
    samples: body.samples.map((s) => ({
      language: s.language,
      line: placeOf(shown.document, s.start).line,
      ...(s.caption ? { caption: s.caption } : {}),
    })),
    none: body.none !== undefined,
  };
}

function rowsOf(table: BodyTable, shown: Shown): InspectedField[] {
  if (table.kind === 'unnamed') return [];
  if (table.kind === 'xml')
    return table.rows.map((row) => ({
      name: row.namespace ? `${row.namespace.replace(/:?$/, ':')}${row.name}` : row.name,
      line: placeOf(shown.document, row.span.start).line,
      type: row.kind,
    }));
  if (table.kind === 'tree')
    return table.rows.map((row) => ({ ...field(row, shown), name: `${row.parent}.${row.name}` }));
  return table.rows.map((row) => field(row, shown));
}

function responsesOf(endpoint: Endpoint, shown: Shown): InspectedPart['responses'] {
  return endpoint.responses.map((response) => ({
    statuses: response.failure && response.statuses.length === 0 ? ['failure'] : response.statuses.map((s) => s.code),
    headers: response.headers.map((h) => h.name),
    body: bodyOf(response.body, shown),
  }));
}

function commandsOf(endpoint: Endpoint, document: Document): InspectedPart['commands'] {
  return endpoint.commands.flatMap((command) =>
    readingsOf(command).map((reading) => ({
      line: placeOf(document, command.fence.start + reading.offset).line,
      method: reading.meant?.method ?? '',
      url: reading.meant?.url ?? '',
      problems: reading.problems.map((problem) => `${problem.code}: ${problem.message}`),
    })),
  );
}

function count(entries: { fate: string; by: string }[], fate: string): Record<string, number> {
  const out: Record<string, number> = {};
  for (const entry of entries) if (entry.fate === fate) out[entry.by] = (out[entry.by] ?? 0) + 1;
  return out;
}
