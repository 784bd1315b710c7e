// One file of words about constraints, spec/profiles/wording/LANG.yaml: read and checked, not yet compiled.
import { isMap, type YAMLMap } from 'yaml';
import type { Diagnostic } from '../diagnostic.js';
import { asObject } from '../is-object.js';
import { readYaml } from '../yaml-source.js';
import { promise } from './page-words.js';
import { AFTER_CHARACTERS, BEFORE_CHARACTERS } from './statement-order.js';
import { compileTemplate, TemplateError } from './template.js';

/** Kinds of statement: those that a cell can make, and those of other text. Each is a list of templates in the file. */
export const STATEMENTS = [...BEFORE_CHARACTERS, ...AFTER_CHARACTERS, 'eitherRequired', 'deprecatedOperation'] as const;
export type Template = (typeof STATEMENTS)[number];

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
  'nullableMarks',
  'numberEnds',
  'noValues',
  'each',
  'measures',
  'defaultMark',
  'defaultSigns',
  'refuses',
  'example',
  'mentions',
  'unixTime',
  'onlyWords',
  'someBefore',
  'someBehind',
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
  'classEnds',
  'sequence',
  'cues',
  'particles',
  'equals',
  'eachVerbs',
  'announces',
  'announcesBehind',
  'newStatement',
  'typeFillers',
  'typeEnds',
  'typeNames',
  'typeStarts',
  'leadingTypes',
  'typeArticles',
  'typeFollows',
  'listTypes',
  'objectTypes',
  'valueTypes',
  'numberTypes',
  'arrayOf',
  'listOf',
  'listBehind',
  'objectNames',
  'formNames',
  'others',
  'otherThan',
  'upTo',
  'promises',
  'noteMarks',
  'noteStarts',
  'noteCases',
  'aroundPage',
  'versions',
  'mustBeThere',
  'defaultParts',
  'refusalParts',
  'exampleParts',
  'fileParts',
  'errorParts',
  'links',
  'attributeParts',
  'children',
  'several',
  'elementsBelow',
  'asAbove',
  'deprecatedWords',
] as const;
const MAPS = ['units', 'classes', 'symbols', 'types', 'jsonTypes', 'numberWords', 'titleStarts', 'titleEnds'] as const;
export type ListName = (typeof LISTS)[number];
export type MapName = (typeof MAPS)[number];

/** One file of words, checked but not yet compiled. */
export interface WordingSource {
  language: string;
  lists: Record<ListName, string[]>;
  maps: Record<MapName, Record<string, string[]>>;
  statements: Record<Template, string[]>;
}

/** Reads one LANG.yaml; every mistake is a `profile/invalid-wording` error at its place. */
export function loadWording(text: string, file: string): { source?: WordingSource; diagnostics: Diagnostic[] } {
  const yaml = readYaml(text);
  const diagnostics: Diagnostic[] = [];
  const report: Report = (message, offset, help) => {
    const place = yaml.placeAt(offset);
    diagnostics.push({
      ...{ code: 'profile/invalid-wording', severity: 'error', file, ...place, message },
      ...(help ? { help } : {}),
    });
  };
  if (yaml.broken || !isMap(yaml.document.contents)) {
    report(yaml.broken?.message ?? 'wording is a map with `language`, `length`, …', yaml.broken?.offset ?? 0);
    return { diagnostics };
  }
  checkKeys(yaml.document.contents, report);
  const source = sourceOf(yaml.value as Record<string, unknown>);
  if (source.language === undefined) report('`language:` is missing', 0);
  checkPatterns(source, (message, ...path) => report(message, yaml.offsetOf(path)));
  return diagnostics.length > 0 ? { diagnostics } : { source: source as WordingSource, diagnostics };
}

type Report = (message: string, offset: number, help?: string) => void;

function checkKeys(contents: YAMLMap, report: Report): void {
  const known = new Set<string>(['language', ...LISTS, ...MAPS, ...STATEMENTS]);
  for (const pair of contents.items) {
    const key = pair.key as { value?: unknown; range?: [number, number, number] };
    if (!known.has(String(key.value)))
      report(`unknown key "${String(key.value)}"`, key.range?.[0] ?? 0, `known: ${[...known].join(', ')}`);
  }
}

function sourceOf(root: Record<string, unknown>): Omit<WordingSource, 'language'> & { language?: string } {
  const phrases = (key: string): Record<string, string[]> =>
    Object.fromEntries(Object.entries(asObject(root[key])).map(([meaning, words]) => [meaning, strings(words)]));
  return {
    ...(typeof root['language'] === 'string' ? { language: root['language'] } : {}),
    lists: Object.fromEntries(LISTS.map((key) => [key, strings(root[key])])) as WordingSource['lists'],
    maps: Object.fromEntries(MAPS.map((key) => [key, phrases(key)])) as WordingSource['maps'],
    statements: Object.fromEntries(
      STATEMENTS.map((kind) => [kind, strings(root[kind])]),
    ) as WordingSource['statements'],
  };
}

/** Templates of statements and regular expressions must compile. */
function checkPatterns(
  { statements, lists }: Pick<WordingSource, 'statements' | 'lists'>,
  report: (message: string, key: string, i: number) => void,
): void {
  const slots = { units: 'x', dash: '-', joiners: 'x', classes: 'x', types: 'x' };
  for (const kind of STATEMENTS)
    for (const [i, template] of statements[kind].entries()) {
      const problem = problemOf(() => compileTemplate(template, slots));
      if (problem) report(`"${template}": ${problem}`, kind, i);
    }
  for (const [i, pattern] of lists.promises.entries())
    if (problemOf(() => promise(pattern))) report(`"${pattern}": it is no regular expression`, 'promises', i);
}

function problemOf(compile: () => RegExp): string | undefined {
  try {
    compile();
    return undefined;
  } catch (error) {
    return error instanceof TemplateError ? error.message : 'it is no usable template';
  }
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : value === undefined || value === null ? [] : [String(value)];
}
