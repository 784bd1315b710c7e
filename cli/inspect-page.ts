// The work of `docproof inspect`: a page from disk, printed for people or as JSON.
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { createColors } from 'picocolors';
import { clip } from '../spec/clip.js';
import {
  type InspectedBody,
  type InspectedField,
  type InspectedPart,
  type Inspection,
  inspectPage,
} from '../spec/inspect.js';
import { readByProfile } from './chosen-profile.js';
import type { InspectFlags } from './commands/inspect.js';
import { readDocuments } from './documents.js';
import { Failure } from './failure.js';
import { EXIT, type Io } from './io.js';

export function runInspect(path: string, flags: InspectFlags, io: Io): number {
  const files = readDocuments([path], io.cwd);
  const [file] = files;
  if (!file || statSync(resolve(io.cwd, path)).isDirectory())
    throw new Failure(`${path}: a folder`, 'inspect shows one page: give a file');
  const exists = (link: string): boolean => existsSync(resolve(io.cwd, link));
  const { result, note } = readByProfile({
    name: flags.profile,
    cwd: io.cwd,
    files,
    read: (profile) => inspectPage(file, { profile, exists }),
    isEmpty: ({ inspection }) => inspection?.operations.length === 0,
    pagesOf: ({ pages }) => pages,
  });
  const { inspection, unreadable } = result;
  if (!inspection) throw new Failure(`${path}: cannot be read`, undefined, EXIT.usage, unreadable);
  if (note !== undefined) io.err(`${note}\n`);
  io.out(flags.json ? `${JSON.stringify(inspection, null, 2)}\n` : print(inspection, io));
  return EXIT.ok;
}

type Colors = ReturnType<typeof createColors>;

function print(page: Inspection, io: Io): string {
  const c = createColors(io.isTty && !io.env['NO_COLOR']);
  const out: string[] = [];
  const head = (text: string): void => void out.push('', c.bold(text));
  out.push(`${c.bold(page.title)}  ${c.dim(`${page.id} · ${page.lang} · ${page.form} · ${page.file}`)}`);
  head('Operations');
  for (const op of page.operations)
    out.push(`  ${op.method} ${op.url}  ${c.dim(op.aliasOf ? `alias of ${op.aliasOf}` : `${op.id}  ${op.path}`)}`);
  if (page.operations.length === 0)
    out.push(
      `  none${page.errors > 0 ? `; an error list with ${page.errors} entries` : page.option ? `; explains the query option ${page.option}` : ''}`,
    );
  for (const part of page.parts) printPart(part, page.parts.length > 1, out, c);
  if (page.ofAll.length > 0) head('Told of all operations');
  for (const told of page.ofAll) out.push(`  ${c.dim(`${told.line}:`)} ${told.text}`);
  head('Findings');
  for (const d of page.diagnostics) out.push(`  ${d.line}:${d.column} ${c.yellow(d.code)} ${d.message}`);
  if (page.diagnostics.length === 0) out.push('  none');
  head('Account');
  for (const fate of ['used', 'ignored', 'reported'] as const)
    out.push(
      `  ${fate}: ${
        Object.entries(page.account[fate])
          .map(([by, n]) => `${by} ${n}`)
          .join(', ') || 'nothing'
      }`,
    );
  for (const rest of page.rest)
    out.push(c.dim(`  ${rest.line}: ${rest.fate} (${rest.by}) ${rest.kind}: ${clip(rest.text, 100)}`));
  return `${out.join('\n')}\n`;
}

function printPart(part: InspectedPart, titled: boolean, out: string[], c: Colors): void {
  const head = (text: string): void => void out.push('', c.bold(text));
  if (titled) head(part.title);
  if (part.privileges.length > 0) out.push(`  privileges: ${part.privileges.join(', ')}`);
  if (part.parameters.length > 0 || part.options.length > 0) head('Parameters');
  for (const p of part.parameters) out.push(fieldLine(p, p.in, c), ...unreadLines(p, c));
  if (part.options.length > 0) out.push(`  by link: ${part.options.join(' ')}`);
  if (part.body.tables.length > 0 || part.body.samples.length > 0 || part.body.none) {
    head('Request body');
    printBody(part.body, out, c);
  }
  for (const response of part.responses) {
    head(`Response ${response.statuses.join(', ') || '(no status)'}`);
    if (response.headers.length > 0) out.push(`  headers: ${response.headers.join(', ')}`);
    printBody(response.body, out, c);
  }
  if (part.commands.length > 0) head('Commands');
  for (const command of part.commands) {
    out.push(`  ${c.dim(`${command.line}:`)} ${command.method} ${command.url}`);
    for (const problem of command.problems) out.push(c.yellow(`      ${problem}`));
  }
}

function printBody(body: InspectedBody, out: string[], c: Colors): void {
  if (body.none) out.push('  none');
  for (const table of body.tables) {
    out.push(c.dim(`  ${table.kind}${table.variant ? ` of ${table.variant}` : ''}`));
    for (const row of table.rows) out.push(fieldLine(row, '', c), ...unreadLines(row, c));
  }
  for (const sample of body.samples)
    out.push(
      c.dim(
        `  sample in line ${sample.line}${sample.language ? ` (${sample.language})` : ''}${sample.caption ? `: ${clip(sample.caption, 100)}` : ''}`,
      ),
    );
}

function fieldLine(field: InspectedField, place: string, c: Colors): string {
  const required =
    field.required === 'yes' ? ' required' : field.required === 'conditional' ? ' required under a condition' : '';
  return `  ${c.dim(`${field.line}:`)} ${place ? `${place} ` : ''}${field.name}${field.type ? ` ${field.type}` : ''}${required}${field.limits ? c.dim(`  ${clip(field.limits, 100)}`) : ''}`;
}

/** Words that may be meant as limits: whoever wrote them sees that they are kept as words alone. */
function unreadLines({ unread = [] }: InspectedField, c: Colors): string[] {
  return unread.map((words) => c.yellow(`      not read as a limit: ${clip(words.replaceAll('\n', ' '), 100)}`));
}
