// The work of `docproof profile check`: read the file, print what it means and what is wrong.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pc from 'picocolors';
import { compileWording } from '../spec/constraints/wording.js';
import { loadWording } from '../spec/constraints/wording-file.js';
import { type Diagnostic, diagnosticLine } from '../spec/diagnostic.js';
import { many } from '../spec/many.js';
import { packageRoot } from '../spec/package-root.js';
import { checkProfile, type Outline } from '../spec/profiles/check.js';
import type { ProfileFile } from '../spec/profiles/profile.js';
import { Failure } from './failure.js';
import { EXIT, type Io } from './io.js';
import { readText } from './read-text.js';

const MEANINGS: Record<Outline['book'], string> = {
  titles: 'headings, by what their section is about',
  captions: 'lines of text that announce what follows',
  columns: 'column titles of tables, by what the cells hold',
  places: 'words for where a parameter goes',
  words: 'words inside cells and lines',
};

export function runProfileCheck(file: string, flags: { all?: boolean }, io: Io): number {
  const own = join(packageRoot(), 'spec', 'profiles', `${file}.yaml`);
  const path = existsSync(resolve(io.cwd, file)) ? resolve(io.cwd, file) : own;
  if (!existsSync(path))
    throw new Failure(
      `${file}: no such file or profile`,
      'give a YAML file, or the name of a profile of docproof such as rest-table',
    );
  const text = readText(path, file);
  const broken = /^language:/m.test(text) && !/^profile:/m.test(text) ? checkWording(text, file, io) : undefined;
  if (broken !== undefined) return broken;
  const { profile, diagnostics, outline } = checkProfile(text, file);
  if (outline.length > 0) io.out(explain(profile, outline, flags.all === true, io));
  return conclude(file, text, diagnostics, io);
}

function checkWording(text: string, file: string, io: Io): number {
  const { source, diagnostics } = loadWording(text, file);
  if (source) {
    const { statements } = compileWording([source]);
    io.out(`${file}: wording of constraints in ${source.language}\n`);
    for (const [kind, templates] of Object.entries(statements))
      if (templates.length > 0) io.out(`  ${kind.padEnd(16)} ${templates.length}\n`);
  }
  return conclude(file, text, diagnostics, io);
}

function explain(profile: ProfileFile | undefined, outline: Outline[], all: boolean, io: Io): string {
  const { bold, dim } = pc.createColors(io.isTty && !io.env['NO_COLOR']);
  const out: string[] = [];
  if (profile) {
    const layout =
      profile.layout === 'sections'
        ? 'many operations on a page, each from its request line'
        : 'one operation on a page';
    out.push(`${bold(profile.name)}: ${layout}; keys in ${profile.keySyntax} syntax`);
    for (const base of profile.bases)
      out.push(`  {${base.name}} is ${base.forms.join(' or ')} and becomes ${base.path}`);
    if (profile.placeholders.length > 0)
      out.push(
        `  ${profile.placeholders.length} values in samples stand for one of the run: ${profile.placeholders
          .map((p) => `${p.name} (${p.means})`)
          .slice(0, 4)
          .join(', ')}${profile.placeholders.length > 4 ? ', …' : ''}`,
      );
  }
  for (const { language, book, entries } of outline) {
    const count = entries.reduce((n, entry) => n + entry.phrases.length, 0);
    out.push(
      '',
      `${bold(`${language} ${book}`)}: ${count} phrases for ${entries.length} meanings ${dim(`(${MEANINGS[book]})`)}`,
    );
    for (const { meaning, phrases } of entries) {
      const shown = all ? phrases : phrases.slice(0, 4);
      out.push(
        `  ${meaning.padEnd(16)} ${String(phrases.length).padStart(3)}  ${shown.join(' · ')}${shown.length < phrases.length ? dim(' · …') : ''}`,
      );
    }
  }
  return `${out.join('\n')}\n\n`;
}

function conclude(file: string, text: string, diagnostics: Diagnostic[], io: Io): number {
  const lines = text.split(/\r\n|\r|\n/);
  for (const d of diagnostics) {
    io.err(`${diagnosticLine(d)}\n`);
    const source = lines[d.line - 1];
    if (source !== undefined && d.column <= 160) io.err(`  ${source.slice(0, 160)}\n  ${' '.repeat(d.column - 1)}^\n`);
    if (d.help) io.err(`  help: ${d.help}\n`);
  }
  const errors = diagnostics.filter((d) => d.severity === 'error').length;
  const warnings = diagnostics.length - errors;
  if (diagnostics.some((d) => d.code === 'profile/invalid-yaml'))
    throw new Failure(`${file}: not YAML`, 'mend the line above and run the check again');
  io.out(
    diagnostics.length === 0
      ? `${file}: no mistakes\n`
      : `${file}: ${many(errors, 'error')}, ${many(warnings, 'warning')}\n`,
  );
  return errors > 0 ? EXIT.findings : EXIT.ok;
}
