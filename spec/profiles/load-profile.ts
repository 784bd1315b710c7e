// The YAML of a profile → the profile, with errors that say where and what.
import { isMap } from 'yaml';
import type { Base, Placeholder } from '../contract/docproof.js';
import type { Diagnostic } from '../diagnostic.js';
import { asObject, isObject } from '../is-object.js';
import { readYaml } from '../yaml-source.js';
import {
  FIELDS,
  type Field,
  type Language,
  PLACES,
  type Place,
  type ProfileFile,
  ROLES,
  type Role,
  WORDS,
} from './profile.js';
import { normalise, PhraseBook } from './words.js';

type Json = Record<string, unknown>;

/** Reads a profile; undefined with at least one `profile/…` error where it cannot be used. */
export function loadProfile(text: string, file: string): { profile?: ProfileFile; diagnostics: Diagnostic[] } {
  const yaml = readYaml(text);
  const diagnostics: Diagnostic[] = [];
  const report = (code: string, message: string, offset = 0, help?: string): void => {
    diagnostics.push({ code, severity: 'error', file, ...yaml.placeAt(offset), message, ...(help ? { help } : {}) });
  };
  if (yaml.broken) {
    report('profile/invalid-yaml', yaml.broken.message, yaml.broken.offset);
    return { diagnostics };
  }
  if (!isMap(yaml.document.contents) || !isObject(yaml.value)) {
    report('profile/invalid', 'a profile is a map with `profile`, `languages`, …');
    return { diagnostics };
  }
  const profile = readProfile(yaml.value, text, (path, message, help) =>
    report('profile/invalid', message, yaml.offsetOf(path), help),
  );
  return diagnostics.length > 0 ? { diagnostics } : { profile, diagnostics };
}

type Report = (path: string[], message: string, help?: string) => void;

function readProfile(root: Json, source: string, report: Report): ProfileFile {
  if (typeof root['profile'] !== 'string') report(['profile'], '`profile:` (its name) is missing');
  if (!isObject(root['languages']))
    report(['languages'], '`languages:` is missing', 'give at least one language with its titles');
  return {
    name: String(root['profile']),
    ...(root['title'] === undefined ? {} : { title: String(root['title']) }),
    keySyntax: root['keySyntax'] === 'odata' ? 'odata' : 'plain',
    ...(root['keyOrder'] === 'any' ? { keyOrder: 'any' as const } : {}),
    closedBodies: list(root['closedBodies']).map(String),
    ...(typeof root['host'] === 'string' ? { host: root['host'] } : {}),
    bases: list(root['bases']).map((base, i) => readBase(base, i, report)),
    placeholders: list(root['placeholders']) as Placeholder[],
    outbound: list(root['outbound']).map(String),
    ...readExchanges(root),
    ...readLanguages(asObject(root['languages']), report),
    ...readLayout(root, report),
    source,
  };
}

function readLayout(root: Json, report: Report): Pick<ProfileFile, 'layout' | 'infer'> {
  const infer = asObject(root['infer']);
  const layout = root['layout'] ?? 'page';
  if (layout !== 'page' && layout !== 'sections')
    report(['layout'], `unknown layout "${String(layout)}"`, 'known: page, sections');
  return {
    layout: layout === 'sections' ? 'sections' : 'page',
    infer: {
      samples: infer['samples'] === true,
      ...(infer['status'] === undefined ? {} : { status: String(infer['status']) }),
    },
  };
}

/** What requests and answers have in common. */
function readExchanges(root: Json): Pick<ProfileFile, 'media' | 'security' | 'errorBody'> {
  const media = asObject(root['media']);
  const security = asObject(root['security']);
  const errorBody = asObject(root['errorBody']);
  return {
    media: {
      default: String(media['default'] ?? 'application/json'),
      formats: Object.fromEntries(
        Object.entries(asObject(media['formats'])).map(([k, v]) => [normalise(k), String(v)]),
      ),
    },
    ...(typeof security['scheme'] === 'string'
      ? { security: { scheme: security['scheme'], header: String(security['header'] ?? 'Authorization') } }
      : {}),
    ...(isObject(errorBody['default'])
      ? { errorBody: errorBody as unknown as NonNullable<ProfileFile['errorBody']> }
      : {}),
  };
}

type Books = Pick<ProfileFile, 'titles' | 'columns' | 'words' | 'captions' | 'places'>;

function readLanguages(raw: Json, report: Report): Books & Pick<ProfileFile, 'languages'> {
  const books: Books = {
    titles: new PhraseBook<Role>(true),
    columns: new PhraseBook<Field>(),
    words: Object.fromEntries(WORDS.map((kind) => [kind, new PhraseBook<true>()])) as Books['words'],
    captions: new PhraseBook<Role>(),
    places: new PhraseBook<Place>(),
  };
  const languages = Object.entries(raw).map(([code, language]) => readLanguage(code, asObject(language), report));
  for (const [code, language] of Object.entries(raw))
    addLanguage(books, asObject(language), ['languages', code], report);
  return { languages, ...books };
}

function addLanguage(books: Books, language: Json, path: string[], report: Report): void {
  addPhrases(books.titles, asObject(language['titles']), ROLES, [...path, 'titles'], report);
  addPhrases(books.columns, asObject(language['columns']), FIELDS, [...path, 'columns'], report);
  for (const [kind, phrases] of Object.entries(asObject(language['words'])))
    if (isOneOf(WORDS, kind)) for (const phrase of list(phrases)) books.words[kind].add(String(phrase), true);
    else report([...path, 'words', kind], `unknown words "${kind}"`, `known: ${WORDS.join(', ')}`);
  addPhrases(books.captions, asObject(language['captions']), ROLES, [...path, 'captions'], report);
  addPhrases(books.places, asObject(language['places']), PLACES, [...path, 'places'], report);
}

function readBase(raw: unknown, i: number, report: Report): Base {
  const base = asObject(raw);
  const at = ['bases', String(i)];
  if (typeof base['name'] !== 'string') report(at, 'a base needs a `name:` such as CellURL');
  const forms = list(base['forms']).map(String);
  if (forms.length === 0)
    report(at, `base ${String(base['name'])} needs \`forms:\`, such as "https://{host}/{CellName}/"`);
  const path = String(base['path'] ?? '/');
  if (!path.startsWith('/') || !path.endsWith('/'))
    report([...at, 'path'], `\`path: ${path}\` needs a slash at both ends`);
  return { name: String(base['name']), forms, path };
}

function readLanguage(code: string, raw: Json, report: Report): Language {
  const titles = new PhraseBook<Role>(true);
  const columns = new PhraseBook<Field>();
  const silent: Report = () => {};
  addPhrases(titles, asObject(raw['titles']), ROLES, [], silent);
  addPhrases(columns, asObject(raw['columns']), FIELDS, [], silent);
  if (!isObject(raw['titles'])) report(['languages', code], `language ${code} has no \`titles:\``);
  const [first, last] = list(raw['letters']).map(String);
  return {
    code,
    titles,
    columns,
    ...(first && last ? { letters: [first, last] as [string, string] } : {}),
    verbs: asObject(raw['verbs']) as Record<string, string>,
    words: Object.fromEntries(Object.entries(asObject(raw['words'])).map(([k, v]) => [k, list(v).map(String)])),
  };
}

function addPhrases<K extends string>(
  book: PhraseBook<K>,
  raw: Json,
  known: readonly K[],
  path: string[],
  report: Report,
): void {
  for (const [key, phrases] of Object.entries(raw)) {
    if (!isOneOf(known, key)) {
      report([...path, key], `unknown ${path.at(-1) ?? 'key'} "${key}"`, `known: ${known.join(', ')}`);
      continue;
    }
    for (const phrase of list(phrases)) book.add(String(phrase), key);
  }
}

function isOneOf<K extends string>(known: readonly K[], key: string): key is K {
  return (known as readonly string[]).includes(key);
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}
