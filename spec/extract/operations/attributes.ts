// Attribute tables and bullets of operations → fields with a place: path, query, header, cookie or body.
import { plainKey } from '../../constraints/wording-lists.js';
import type { Place as ParameterPlace, Profile } from '../../profiles/profile.js';
import type { Inline, ItemBlock, Row, Span } from '../../read/document.js';
import { withCode } from '../code-marks.js';
import { looksLikeHeader } from '../header-names.js';
import type { FieldRow } from '../page.js';
import type { Columns } from '../table-columns.js';
import { alignRow, cleanName, readFieldRow, readRequired } from '../table-rows.js';
import { toldRequirement } from './told-columns.js';
import { isTyping, typing } from './type-words.js';
import { readTypedDefault } from './typed-default.js';
import { beginsWithValues, readTypedValues } from './typed-values.js';
import { typed } from './typed-words.js';

export interface Attribute extends FieldRow {
  /** Where the page says it goes. */
  place?: ParameterPlace;
}

/** A row of an attribute table. Marks of requirement may stand in any of its cells. */
export function readAttribute(row: Row, columns: Columns, profile: Profile): Attribute | undefined {
  const field = readFieldRow(row, columns, profile);
  if (!field) return undefined;
  field.type = field.type.replaceAll('`', '');
  const { type, values } = readTypedValues(field.type, profile);
  if (field.effective === '') Object.assign(field, { type, effective: values });
  field.requiredText = field.requiredText.replaceAll('`', '');
  const cells = alignRow(row, columns, profile);
  const place = placeOf(cells.in?.text ?? '', profile);
  // The description is where this style words its limits.
  const described = { ...field, overview: '', notes: [field.overview, field.notes].filter(Boolean).join('\n') };
  const value = cells.default?.text;
  return { ...withMarks(described, profile), ...(place ? { place } : {}), ...(value ? { default: value } : {}) };
}

const BULLET =
  /^["'`*]{0,3}([\w$@.:[\]<>{}-]{1,100})["'`*]{0,3}\s{0,3}((?:[(（[][^)）\]]{1,200}[)）\]]\s{0,3}){0,3})(?:(?:[:：–—-]|\n)\s{0,8}([\s\S]{0,4000}))?$/u;
/** `name type required`, and the text on the lines below. */
const DEFINITION = /^([\w$@.[\]-]{1,100})[ \t]{1,3}([^\n]{1,60})\n([\s\S]{1,4000})$/u;

/** `name type required — text`: words between the name and the description, without brackets. */
const LOOSE =
  /^["'`*]{0,3}([\w$@.[\]-]{1,100})["'`*]{0,3}\s{1,3}([^:：–—\n]{1,60}?)\s{0,3}(?:[:：–—]|\s-\s)\s{0,3}([\s\S]{0,4000})$/u;
/** The same without a description. */
const BARE = /^([\w$@.[\]-]{1,100})\s{1,3}([^:：–—\n]{1,60})$/u;

/** `` - `name` (string, required): text ``; undefined where the item is no attribute. */
export function readBullet(item: ItemBlock, profile: Profile, source: string): Attribute | undefined {
  const text = item.text.trim();
  const [, name, brackets = '', behind = ''] = BULLET.exec(text) ?? [];
  if (name && (brackets !== '' || isMarked(item, name) || isKey(item, name, source))) {
    if (brackets === '' && isTyping(behind, profile)) return bullet(item, name, typing(behind), '', profile);
    const type = brackets
      .replace(/[*`]/g, '')
      .trim()
      .slice(1, -1)
      .replace(/[)）\]]\s{0,3}[(（[]/g, ', ');
    const listed = readTypedValues(type, profile);
    const typed = readTypedDefault(listed.type, profile);
    const told = bullet(item, name, typed.type, notesOf(item, name, behind, source), profile);
    const attribute = { ...told, effective: listed.values };
    return typed.default === undefined ? attribute : { ...attribute, default: typed.default };
  }
  return readDefinition(item, profile, source) ?? readLoose(item, profile, source);
}

/** `` `name` string **required** `` on a line, with the text on the lines below. */
export function readDefinition(item: ItemBlock, profile: Profile, source: string): Attribute | undefined {
  const [, name, marks = '', below = ''] = DEFINITION.exec(item.text.trim()) ?? [];
  if (!name || !/^\s*[`*]/.test(source.slice(item.span.start, item.span.end))) return undefined;
  const type = typed(typing(marks.replace(/[*_`()]/g, ' ')), profile);
  return isTyping(type, profile) ? bullet(item, name, type, notesOf(item, name, below, source), profile) : undefined;
}

const TERM = /^([\w$@.[\]-]{1,100})\n:[ \t]{1,8}(\S[\s\S]{0,4000})$/u;

/** A list of definitions: a name on a line, below it a colon and what it is. */
export function readTerm(item: ItemBlock, profile: Profile, source: string): Attribute | undefined {
  const [, name, text = ''] = TERM.exec(item.text.trim()) ?? [];
  // A number is the status of an answer.
  if (!name || /^\d/.test(name)) return undefined;
  const { text: told } = withCode({ text, span: behind(item, name, source), links: item.links }, source);
  return bullet(item, name, '', told.replace(/\n:[ \t]+/g, '\n'), profile);
}

/** `name type required — text` on one line; the text may be missing behind a name in code marks. */
function readLoose(item: ItemBlock, profile: Profile, source: string): Attribute | undefined {
  const text = item.text.trim();
  const [, name, marks = '', notes = ''] = LOOSE.exec(text) ?? (isCode(item, source) ? BARE.exec(text) : null) ?? [];
  const words = typing(marks.replace(/[*_`(),（）、]/g, ' '));
  const type = typed(words, profile);
  if (!name || words.split(' ').length > 5 || !isTyping(type, profile)) return undefined;
  return bullet(item, name, type, notesOf(item, name, notes, source), profile);
}

function isCode(item: ItemBlock, source: string): boolean {
  return /^(?:[-*+]\s{1,4})?`/.test(source.slice(item.span.start, item.span.end));
}

/** `id=[integer]` on a line of its own, below one that says whether it is required. */
export function readAssignment(line: Inline, above: string | undefined, profile: Profile): Attribute | undefined {
  const found = /^([\w.-]{1,60})=\[([\w ]{1,40})\]$/.exec(line.text);
  if (!found?.[1] || !found[2]) return undefined;
  const mark = above?.replace(/[:：]$/, '') ?? '';
  const type = readRequired(mark, profile) ? `${found[2]}, ${mark}` : found[2];
  return bullet({ ...line, kind: 'item', indent: 0 }, found[1], type, '', profile);
}

/** What stands behind the name, with the code marks that the page has there. */
export function notesOf(item: ItemBlock, name: string, text: string, source: string): string {
  return withCode({ text, span: behind(item, name, source), links: item.links }, source).text;
}

function behind({ span }: ItemBlock, name: string, source: string): Span {
  return { start: span.start + source.slice(span.start, span.end).indexOf(name) + name.length + 1, end: span.end };
}

export function bullet(item: ItemBlock, name: string, type: string, notes: string, profile: Profile): Attribute {
  const cell = (text: string): Inline => ({ text, span: item.span, links: [] });
  const row: Row = { kind: 'row', cells: [cell(name), cell(type), cell(notes)], span: item.span, closed: true };
  return withMarks(
    {
      name: cleanName(name),
      written: name,
      overview: '',
      effective: '',
      type,
      notes: notes.trim(),
      requiredText: '',
      required: false,
      conditional: false,
      nameSpan: item.span,
      span: item.span,
      row,
    },
    profile,
  );
}

/** A name followed by a colon or dash is an attribute only where code marks or signs show that it is one. */
function isMarked(item: ItemBlock, name: string): boolean {
  const isName = /^[a-z][\w.[\]-]*$/.test(name) || looksLikeHeader(name);
  return isName && (name.includes('_') || item.span.end - item.span.start > item.text.length);
}

/** A name in capitals, in bold or code, that a sample of the page has too: `**Size** - How large`. */
function isKey(item: ItemBlock, name: string, source: string): boolean {
  const marked = /^[-*+\s]{0,12}(?:\*\*|__|`)/.test(source.slice(item.span.start, item.span.end));
  return marked && /^[A-Z]\w*$/.test(name) && source.includes(`"${name}"`);
}

/** Reads "required", "optional" and places that stand in the name, the type or the description. */
function withMarks(field: FieldRow, profile: Profile): Attribute {
  const out: Attribute = { ...field, name: withoutMarks(field.name) };
  readName(out, profile);
  readShortcode(out, profile);
  readTypeInNotes(out, profile);
  readType(out, profile);
  const place = out.place ? undefined : placeInWords(out.notes, profile);
  if (place) out.place = place;
  readRequirementInNotes(out, profile);
  return out;
}

/** Asterisks and underscores of a name that is followed by something, or that stand behind it as a mark. */
function withoutMarks(name: string): string {
  return name.replace(/\s[*_]{1,3}|(?<=[)\]\w])[*_]{1,3}$/g, (marks) =>
    marks.startsWith(' ') ? ' ' : marks.includes('*') && /\s/.test(name) ? '' : marks,
  );
}

/** `name (required)`, `name*`, and a word in the line below the name. */
function readName(out: Attribute, profile: Profile): void {
  const behind = /^(\S+)\s+[(（[]?([^)）\]]{1,40})[)）\]]?$/u.exec(out.name);
  if (behind?.[1] && behind[2] && readRequired(behind[2], profile)) {
    out.name = behind[1];
    mark(out, behind[2], profile);
  } else if (/^\S{2,}\s?\*$/.test(out.written.trim())) {
    out.name = out.name.replace(/\s?\*$/, '');
    mark(out, profile.languages[0]?.words.yes?.[0] ?? 'yes', profile);
  }
  const below = out.written
    .split('\n')
    .slice(1)
    .join(' ')
    .replace(/[*_()]/g, '')
    .trim();
  markOnce(out, below, profile);
}

/** `{{<required>}} String.`: a mark in the words of a generator of sites; what is left of it where `{{…}}` is code. */
function readShortcode(out: Attribute, profile: Profile): void {
  const found = /^`?(?:\{\{)?[<%]\s{0,3}([\p{L} -]{2,30}?)\s{0,3}[>%](?:\}\})?`?\s{0,3}/u.exec(out.notes);
  if (found && markOnce(out, found[1], profile)) out.notes = out.notes.slice(found[0].length);
}

/** A type that the description begins with, or tells. */
function readTypeInNotes(out: Attribute, profile: Profile): void {
  if (out.type !== '' || beginsWithValues(out.notes, profile)) return;
  const typed = profile.wording.leadingType.exec(out.notes);
  if (typed?.[1]) {
    out.type = [typed[1], typed[2]].filter(Boolean).join(', ');
    out.notes = out.notes.slice(typed[0].length);
  } else out.type = profile.wording.namedType.exec(out.notes)?.[1] ?? '';
  const inBrackets = out.type === '' ? /^[(（]([^()（）]{1,60})[)）]\s{0,3}/.exec(out.notes) : null;
  if (inBrackets?.[1]?.includes(',') && isTyping(inBrackets[1], profile)) {
    out.type = inBrackets[1];
    out.notes = out.notes.slice(inBrackets[0].length);
  }
}

/** "string, query, required": places and marks between the words of the type. */
function readType(out: Attribute, profile: Profile): void {
  const parts = out.type.split(/\s*[,;]\s*/);
  const isType = (part: string): boolean => profile.wording.types.has(plainKey(part));
  const types = parts.filter(isType).length;
  const kept = parts.filter((part) => {
    // "URL" by itself is a type; "string, url" is one that goes into the path.
    const place = types === 1 && isType(part) ? undefined : placeOf(part, profile);
    if (place) out.place ??= place;
    if (place || markOnce(out, part, profile)) return false;
    const deprecated = profile.wording.deprecatedWord.test(part);
    if (deprecated) out.deprecated = true;
    return !deprecated;
  });
  if (kept.length < parts.length) out.type = kept.join(', ');
}

/** "(Required) the size", "The size. It is required.", and "The size. *Required*": a word by itself at the end. */
function readRequirementInNotes(out: Attribute, profile: Profile): void {
  const alone = /^[\p{L} -]{2,30}$/u.test(out.notes) && readRequired(out.notes, profile) !== 'conditional';
  if (alone && markOnce(out, out.notes, profile)) out.notes = '';
  const lead = /^[(（[]?\s{0,2}([\p{L} -]{2,30}?)\s{0,2}[)）\].:：]/u.exec(out.notes || out.overview);
  // "Required. 13 digits.": what follows is said of the value.
  if (markOnce(out, lead?.[1], profile) && lead?.[0].endsWith('.'))
    out.notes = out.notes.slice(lead[0].length).trimStart();
  // "required, at most 40 characters": what follows is said of the value.
  const listed = /^([\p{L} -]{2,30}?),\s{1,3}(?=\S)/u.exec(out.notes);
  if (listed && markOnce(out, listed[1], profile)) out.notes = out.notes.slice(listed[0].length);
  const told = out.requiredText === '' ? toldRequirement(out.notes, profile) : undefined;
  if (told) {
    mark(out, told.mark, profile);
    out.notes = told.rest;
  }
  const last = /[.。]\s{1,3}[*_(]{0,3}(\p{L}{2,20})[*_)]{0,3}[.。]?$/u.exec(out.notes)?.[1];
  markOnce(out, last, profile);
}

/** Takes a text that says whether a field is required, where nothing did before; false where it says nothing. */
function markOnce(out: Attribute, text: string | undefined, profile: Profile): boolean {
  if (!text || out.requiredText !== '' || !readRequired(text, profile)) return false;
  mark(out, text, profile);
  return true;
}

function mark(field: FieldRow, text: string, profile: Profile): void {
  const required = readRequired(text, profile);
  field.requiredText = text;
  field.required = required === 'yes';
  field.conditional = required === 'conditional';
}

/** "This is part of the URL path.": a sentence of the description that tells where it goes. */
function placeInWords(notes: string, profile: Profile): ParameterPlace | undefined {
  for (const sentence of notes
    .slice(0, 1000)
    .replace(/\s+/g, ' ')
    .split(/(?<=[.。])\s?/)) {
    const found = profile.places.match(sentence.replace(/[.。]$/, ''));
    if (found && !found.exact && !profile.wording.tellsOfRefusal.test(sentence)) return found.value;
  }
  return undefined;
}

function placeOf(text: string, profile: Profile): ParameterPlace | undefined {
  return text === '' ? undefined : profile.places.match(text)?.value;
}
