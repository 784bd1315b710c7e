// The user's own templates: found before ours, and named with file and line when something is wrong with one.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Render } from '../generator/target.js';
import { type ReadTemplate, type TemplateError, templateRenderer } from '../generator/templates.js';
import { packageRoot } from '../spec/package-root.js';
import { Failure } from './failure.js';
import { readFileBelow } from './output-folder.js';
import { statsOf } from './stats-of.js';

interface TemplateOptions {
  cwd: string;
  /** Folder of the user's own templates. */
  templates?: string;
}

/** Renders the templates of a run, the user's own first. */
export function renderer(options: TemplateOptions): Render {
  return templateRenderer(templateReader(options));
}

function templateReader({ cwd, templates }: TemplateOptions): ReadTemplate {
  const own = templates === undefined ? undefined : resolve(cwd, templates);
  if (own !== undefined && !statsOf(own)?.isDirectory()) throw new Failure(`no templates folder at ${templates}`);
  const ours = ourTemplates();
  return (file) => (own === undefined ? undefined : readFileBelow(own, file)) ?? readFileBelow(ours, file);
}

function ourTemplates(): string {
  return join(packageRoot(), 'templates');
}

/** The user's own file where it is the one at fault. */
export function templateFailure({ message, file, place }: TemplateError, options: TemplateOptions): Failure {
  const { cwd, templates } = options;
  const isOwn = templates !== undefined && existsSync(resolve(cwd, templates, file));
  return new Failure(
    `${isOwn ? `${templates}/${file}` : `template ${file}`}${place}: ${message}`,
    'nothing was written',
  );
}

/** A file that stands in for none of ours and is no partial of one that does would be misspelt, and silently without effect. */
export function refuseStrangers({ cwd, templates }: TemplateOptions): void {
  if (templates === undefined) return;
  const own = resolve(cwd, templates);
  const files = readdirSync(own, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => /\.(?:hbs|ts)$/.test(file));
  const named = new Set(
    files.flatMap((file) =>
      [...readFileSync(join(own, file), 'utf8').matchAll(/\{\{~?#?>\s*([\w/-]+)/g)].map((m) => `${m[1]}.hbs`),
    ),
  );
  const stranger = files.find((file) => !named.has(file) && !existsSync(join(ourTemplates(), file)));
  if (stranger === undefined) return;
  const folder = stranger.includes('/') ? stranger.slice(0, stranger.lastIndexOf('/')) : '';
  const known = existsSync(join(ourTemplates(), folder)) ? readdirSync(join(ourTemplates(), folder)) : [];
  const there = known.filter((name) => /\.(?:hbs|ts)$/.test(name) && !name.endsWith('.test.ts'));
  throw new Failure(
    `${templates}/${stranger} replaces no template`,
    there.length > 0 ? `there are ${there.join(', ')}` : 'templates lie in server/, client/ and samples/',
  );
}
