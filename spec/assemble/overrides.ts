// Corrections that the documents cannot express: each says where, what is wrong there now (`test`), what is right, and why.
import { isMap, isSeq } from 'yaml';
import type { Diagnostic } from '../diagnostic.js';
import { memberName } from '../json-pointer.js';
import { readYaml } from '../yaml-source.js';
import type { Json } from './components.js';

export interface OverridesFile {
  file: string;
  text: string;
}

interface Override {
  at: string;
  test: unknown;
  set?: unknown;
  remove?: boolean;
  why: string;
}

const KEYS = ['at', 'test', 'set', 'remove', 'why'];

/**
 * Applies overrides to a copy of the document.
 *
 * `at` is an RFC 6901 JSON pointer; `test` is the value that stands there now (null where nothing does). An override whose test fails is
 * stale: the documents have changed, and what it corrected may be right by now.
 *
 * @returns the document, and an error for every override that is malformed or stale
 */
export function applyOverrides(
  document: Json,
  { file, text }: OverridesFile,
): { document: Json; diagnostics: Diagnostic[] } {
  const yaml = readYaml(text);
  const { contents } = yaml.document;
  const diagnostics: Diagnostic[] = [];
  const report = (code: string, offset: number, message: string, help: string): void => {
    diagnostics.push({ code, severity: 'error', file, ...yaml.placeAt(offset), message, help });
  };
  if (yaml.broken)
    report('spec/invalid-override', yaml.broken.offset, yaml.broken.message, 'overrides are a YAML list');
  if (yaml.broken || contents === null) return { document, diagnostics };
  if (!isSeq(contents)) {
    report('spec/invalid-override', 0, 'overrides are a list', 'start each with `- at: /paths/…`');
    return { document, diagnostics };
  }
  if (contents.items.length === 0) return { document, diagnostics };
  const copy = structuredClone(document);
  for (const [index, item] of contents.items.entries()) {
    const offset = (isMap(item) ? item.range?.[0] : undefined) ?? 0;
    const override = (isMap(item) ? (yaml.value as unknown[])[index] : {}) as Partial<Override>;
    const problem = problemOf(override);
    if (problem)
      report(
        'spec/invalid-override',
        offset,
        problem,
        'an override has `at`, `test`, `why`, and `set` or `remove: true`',
      );
    else if (!apply(copy, override as Override))
      report(
        'spec/stale-override',
        offset,
        `${override.at}: the documents no longer give ${JSON.stringify(override.test)} there`,
        `correct or delete the override (why it was made: ${override.why})`,
      );
  }
  return { document: copy, diagnostics };
}

function problemOf(override: Partial<Override>): string | undefined {
  const unknown = Object.keys(override).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) return `unknown key "${unknown}"`;
  if (typeof override.at !== 'string' || !override.at.startsWith('/'))
    return '`at:` is no JSON pointer such as /paths/~1users/get/summary';
  if (typeof override.why !== 'string' || override.why.trim() === '') return `${override.at}: \`why:\` is missing`;
  if (!('test' in override)) return `${override.at}: \`test:\` is missing`;
  return 'set' in override === (override.remove === true)
    ? `${override.at}: give either \`set:\` or \`remove: true\``
    : undefined;
}

function apply(root: Json, { at, test, set, remove }: Override): boolean {
  const keys = at.split('/').slice(1).map(memberName);
  const last = keys.pop() as string;
  const parent = keys.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Json)[key] : undefined,
    root,
  );
  if (typeof parent !== 'object' || parent === null) return false;
  const holder = parent as Json;
  const current = Object.hasOwn(holder, last) ? holder[last] : null;
  if (!same(current, test)) return false;
  if (!remove) holder[last] = set;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete holder[last];
  return true;
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (
    typeof a !== 'object' ||
    typeof b !== 'object' ||
    a === null ||
    b === null ||
    Array.isArray(a) !== Array.isArray(b)
  )
    return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same((a as Json)[key], (b as Json)[key]))
  );
}
