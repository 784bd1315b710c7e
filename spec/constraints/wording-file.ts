// One file of words about constraints, spec/profiles/wording/LANG.yaml: read and checked, not yet compiled.
import { isMap } from 'yaml';
import type { Diagnostic } from '../diagnostic.js';
import { asObject } from '../is-object.js';
import { readYaml } from '../yaml-source.js';
import { AFTER_CHARACTERS, BEFORE_CHARACTERS, type Statement } from './statement-order.js';
import { compileTemplate, TemplateError } from './template.js';

/** Kinds of statement a cell can make; each is a list of templates in the file. */
export const STATEMENTS: readonly Statement[] = [...BEFORE_CHARACTERS, ...AFTER_CHARACTERS];

const LISTS = [
  'dash',
  'yes',
  'no',
  'conditional',
  'conditionNoise',
  'isPresent',
  'isAbsent',
  'unless',
  'nullWords',
  'each',
  'measures',
  'defaultMark',
  'defaultSigns',
  'refuses',
  'example',
  'mentions',
  'onlyWords',
  'separated',
  'commaWords',
  'caseStart',
  'caseEnd',
  'joiners',
  'fillers',
  'listIntro',
  'lowerCaseOnly',
  'upperCaseOnly',
  'except',
  'sequence',
  'cues',
  'particles',
  'equals',
  'eachVerbs',
  'announces',
  'newStatement',
  'numberWords',
  'typeFillers',
  'typeEnds',
  'typeNames',
  'typeStarts',
  'leadingTypes',
  'listTypes',
  'objectTypes',
  'valueTypes',
  'numberTypes',
  'arrayOf',
  'listOf',
  'listBehind',
  'objectNames',
  'others',
  'otherThan',
  'noteMarks',
  'noteStarts',
  'noteCases',
  'mustBeThere',
  'defaultParts',
  'refusalParts',
  'exampleParts',
  'fileParts',
  'links',
  'attributeParts',
  'children',
  'several',
] as const;
const MAPS = ['units', 'classes', 'symbols', 'types', 'jsonTypes'] as const;
export type ListName = (typeof LISTS)[number];
export type MapName = (typeof MAPS)[number];

/** One file of words, checked but not yet compiled. */
export interface WordingSource {
  language: string;
  lists: Record<ListName, string[]>;
  maps: Record<MapName, Record<string, string[]>>;
  statements: Record<Statement, string[]>;
}

/** Reads one LANG.yaml; every mistake is a `profile/invalid-wording` error at its place. */
export function loadWording(text: string, file: string): { source?: WordingSource; diagnostics: Diagnostic[] } {
  const yaml = readYaml(text);
  const { contents } = yaml.document;
  const diagnostics: Diagnostic[] = [];
  const report = (message: string, offset: number, help?: string): void => {
    const place = yaml.placeAt(offset);
    diagnostics.push({
      ...{ code: 'profile/invalid-wording', severity: 'error', file, ...place, message },
      ...(help ? { help } : {}),
    });
  };
  if (yaml.broken || !isMap(contents)) {
    report(yaml.broken?.message ?? 'wording is a map with `language`, `length`, …', yaml.broken?.offset ?? 0);
    return { diagnostics };
  }
  const root = yaml.value as Record<string, unknown>;
  const at = (...path: (string | number)[]): number => yaml.offsetOf(path);
  const known = new Set<string>(['language', ...LISTS, ...MAPS, ...STATEMENTS]);
  for (const pair of contents.items) {
    const key = pair.key as { value?: unknown; range?: [number, number, number] };
    if (!known.has(String(key.value)))
      report(`unknown key "${String(key.value)}"`, key.range?.[0] ?? 0, `known: ${[...known].join(', ')}`);
  }
  if (typeof root['language'] !== 'string') report('`language:` is missing', 0);
  const statements = Object.fromEntries(
    STATEMENTS.map((kind) => [kind, strings(root[kind])]),
  ) as WordingSource['statements'];
  for (const kind of STATEMENTS)
    statements[kind].forEach((template, i) => {
      try {
        compileTemplate(template, { units: 'x', dash: '-', joiners: 'x', classes: 'x', types: 'x' });
      } catch (error) {
        const why = error instanceof TemplateError ? error.message : 'it is no usable template';
        report(`"${template}": ${why}`, at(kind, i));
      }
    });
  if (diagnostics.length > 0) return { diagnostics };
  return {
    source: {
      language: String(root['language']),
      lists: Object.fromEntries(LISTS.map((key) => [key, strings(root[key])])) as WordingSource['lists'],
      maps: Object.fromEntries(
        MAPS.map((key) => [
          key,
          Object.fromEntries(Object.entries(asObject(root[key])).map(([k, v]) => [k, strings(v)])),
        ]),
      ) as WordingSource['maps'],
      statements,
    },
    diagnostics,
  };
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : value === undefined || value === null ? [] : [String(value)];
}
