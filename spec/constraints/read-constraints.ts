// A row's words → what they demand of its value: JSON Schema facets, null, requirement, default. Pure.
import { onlyCharacters, readCharacters } from './character-set.js';
import type { ConstraintCells, Constraints, ReadOptions } from './constraints.js';
import { LimitFacts, number } from './limit-facts.js';
import { readCondition, readRequirement } from './requirement.js';
import { announcedValues, bareValue, quotedValues, readValues } from './values.js';
import type { NamedType, Statement, Wording } from './wording.js';
import { plainKey } from './wording.js';

export type { ConstraintCells, Constraints, ReadOptions, ValuesReference } from './constraints.js';

/** `` `a`, `b` or `c` `` up to the end of a sentence. */
const CODE_LIST =
  /(?:^|[:：]\s{0,2}|(?:one of|either|(?:can|must|may) be|by|values?(?: are| is)?)\s{1,3})((?:`[^`\n]{1,80}`(?:\s?[,|/]\s?(?:or |and )?|\s(?:or|and)\s)){1,60}`[^`\n]{1,80}`)(?=\s{0,3}(?:[.;,)(\n\u0001]|$))/iu;

const NUMBER_RANGE =
  /^\(?[^()\d\n−-]{0,20}\)?\s*([-−]?\d[\d,]*(?:\.\d+)?)\s*(?:-|–|~|〜|to|\.\.)\s*([-−]?\d[\d,]*(?:\.\d+)?)\s*\(?[^()\d\n]{0,20}\)?$/;

/** Stands for a phrase that was used, so that what is left over stays in pieces. */
const USED = '\u0001';
const MAX_CELL = 4000;
/** A cell that only names the media type of a header; translations put blanks around the slash. */
const MEDIA_TYPE =
  /^(?:(?:application|text|image|audio|video|font|multipart|\*) ?\/ ?[\w.+*-]+|message\/[\w.+*-]+)(?:; ?[\w=.-]+)?$/i;

/** Order matters: lengths and numbers before lists of characters (a range is no hyphen), lists of values last. */
const BEFORE_CHARACTERS: readonly Statement[] = [
  'plain',
  'generated',
  'pattern',
  'integerDigits',
  'fractionDigits',
  'length',
  'number',
  'uri',
  'trailingSlash',
  'schemes',
  'firstSymbols',
  'firstForbidden',
  'startsNotWith',
  'startsWith',
];
const AFTER_CHARACTERS: readonly Statement[] = [
  'requiredIf',
  'notNullable',
  'nullable',
  'default',
  'addressRanges',
  'dateTime',
  'date',
  'tokens',
  'commaList',
  'reference',
  'only',
  'oneOf',
  'boolean',
  'minimum',
  'maximum',
  'deprecated',
  'readOnly',
];

/** Reads the cells of a row. The same cells and words always give the same result; time is linear in the text. */
export function readConstraints(cells: ConstraintCells, wording: Wording, options: ReadOptions = {}): Constraints {
  return new RowReader(wording).read(cells, options);
}

type Cell = 'type' | 'effective' | 'notes' | 'default';

class RowReader extends LimitFacts {
  /** The effective values, where they are nothing but words in lower case. */
  private plainWords?: string[];

  read(cells: ConstraintCells, options: ReadOptions): Constraints {
    if (cells.required !== undefined) this.requirement(cells.required, options);
    for (const cell of ['type', 'effective', 'default', 'notes'] as const) {
      const text = cells[cell];
      if (text !== undefined && text.trim() !== '') this.cell(cell, tidy(text));
    }
    this.wordsWithDefault();
    this.finish();
    return this.out;
  }

  /** Lines that flattening ran together ("message request"): values where the default is one of them. */
  private wordsWithDefault(): void {
    const words = this.plainWords;
    if (!words || this.values || this.defaultText === undefined || !words.includes(this.defaultText)) return;
    if (words.every((word) => !this.wording.types.has(plainKey(word)))) this.listed(words);
  }

  private requirement(cell: string, options: ReadOptions): void {
    const { required, conditions, unread } = readRequirement(cell, this.wording, options.footnotes);
    if (required) this.out.required = required;
    this.out.conditions = conditions;
    if (unread) this.out.unread.push(unread);
  }

  private cell(cell: Cell, whole: string): void {
    let text = whole;
    if (cell === 'type') text = this.type(text, true);
    else if (cell === 'default') {
      if (this.defaultText === undefined && !/^[-–—]+$/.test(text)) this.defaultText = bareValue(text);
      return;
    } else if (cell === 'effective') {
      if (/^[a-z][\w.-]{0,40}(?: [a-z][\w.-]{0,40}){1,9}$/.test(text)) this.plainWords = text.split(' ');
      text = this.typeWord(this.byType(text));
    }
    if (MEDIA_TYPE.test(text)) return;
    text = this.statements(text, BEFORE_CHARACTERS);
    text = this.characterSet(text, cell);
    text = this.statements(text, AFTER_CHARACTERS);
    text = this.codeList(text);
    if (cell !== 'notes') text = this.wholeValues(text);
    this.leftOver(text);
  }

  /** A type at the start of its own cell: `Int`, `array of strings`, `string or null`. */
  private type(text: string, own: boolean): string {
    const found = this.wording.typePattern.exec(text);
    if (!found) return text;
    const type = this.wording.types.get(plainKey(found[0]));
    if (!type) return text;
    const rest = text.slice(found[0].length);
    const other = own ? /^\s*(?:\/|\||,|or)\s*(\S[^\n(]*)/i.exec(rest) : null;
    this.setType(type);
    if (other?.[1]) {
      const second = this.wording.types.get(plainKey(other[1]));
      if (this.wording.nullWords.has(plainKey(other[1]))) this.out.nullable = true;
      else if (second?.type)
        this.schema.type = [...new Set([...([] as string[]).concat(this.schema.type ?? []), second.type])];
      else return rest;
      return rest.slice(other[0].length);
    }
    return rest;
  }

  /** Lines that say what holds for each type of the value (`Edm.String: …`) limit no value of every type. */
  private byType(text: string): string {
    const lines = text.split('\n');
    const typed = lines.filter((line) => {
      const found = this.wording.typePattern.exec(line);
      return found !== null && /^\s?:\s?\S/.test(line.slice(found[0].length));
    });
    if (typed.length < 2) return text;
    this.out.prose.push(...typed);
    return lines.filter((line) => !typed.includes(line)).join('\n');
  }

  /** An effective-value cell that is, or starts with, the name of a type: `Boolean. Set to true to …`. */
  private typeWord(text: string): string {
    const lead = /^(?:(?:an?|any)\s{1,3})?(?:valid\s{1,3})?/i.exec(text)?.[0] ?? '';
    const named = text.slice(lead.length);
    const found = this.wording.typePattern.exec(named);
    if (!found) return text;
    const rest = named.slice(found[0].length);
    // "Integer (1-5)": a number may have its range in brackets, other words in brackets may be about anything.
    const numeric = /^(?:integer|number)$/.test(this.wording.types.get(plainKey(found[0]))?.type ?? '');
    if (!/^\s*(?:[.。\n]|$)/.test(rest) && !(numeric && /^\s?[(（,]/.test(rest))) return text;
    if (readValues(text, this.wording)) return text;
    // Lines that are all names of types are the values of a field that names a type.
    if (this.wording.typePattern.test(text.split('\n')[1]?.trim() ?? '')) return text;
    return this.type(named, false);
  }

  private setType(type: NamedType): void {
    if (this.schema.type === undefined && type.type) this.schema.type = type.type;
    if (type.format && this.schema.format === undefined) this.schema.format = type.format;
    if (type.items) this.schema.items = { type: type.items };
    if (type.minimum !== undefined) this.schema.minimum ??= type.minimum;
  }

  private statements(from: string, kinds: readonly Statement[]): string {
    let text = from;
    for (const kind of kinds)
      for (const template of this.wording.statements[kind]) text = this.apply(kind, template, text);
    return text;
  }

  /** Puts a mark in the place of every phrase that the template reads. */
  private apply(kind: Statement, template: RegExp, text: string): string {
    let out = '';
    let from = 0;
    template.lastIndex = 0;
    for (let found = template.exec(text); found && found[0] !== ''; found = template.exec(text)) {
      const end = found.index + found[0].length;
      const used =
        kind === 'startsNotWith' || kind === 'startsWith'
          ? this.startsWith(kind, text, end)
          : this.state(kind, found.groups ?? {}, found[0], text.slice(0, found.index)) && end;
      if (used === false) continue;
      out += text.slice(from, found.index) + USED;
      from = used;
      template.lastIndex = used;
    }
    return from === 0 ? text : out + text.slice(from);
  }

  /** The characters stand behind the phrase; where they end, the statement ends. */
  private startsWith(kind: 'startsNotWith' | 'startsWith', text: string, at: number): number | false {
    const { set, end, members } = readCharacters(text, at, this.wording);
    if (members === 0) return false;
    if (kind === 'startsWith') this.first = set.characters;
    else this.forbidden = new Set([...(this.forbidden ?? []), ...set.characters]);
    return end;
  }

  /** Takes one statement; false where its words turn out to mean nothing that can be used. */
  private state(kind: Statement, g: Record<string, string | undefined>, matched: string, before: string): boolean {
    switch (kind) {
      case 'plain':
        return true;
      case 'generated':
        this.out.defaultGenerated = true;
        return true;
      case 'pattern':
        return this.pattern(g['regex'] ?? '');
      case 'integerDigits':
      case 'fractionDigits':
        this.digits[kind === 'integerDigits' ? 'integer' : 'fraction'] = number(g['max'] ?? g['length']);
        return true;
      case 'length':
        return this.length(g);
      case 'uri':
        this.uri = true;
        return true;
      case 'schemes':
        return this.readSchemes(g['values'] ?? '');
      case 'trailingSlash':
        this.uri = true;
        this.trailingSlash = true;
        return true;
      case 'firstSymbols':
        this.forbidSymbolsFirst = true;
        return true;
      case 'firstForbidden':
        return this.firstForbidden(g['chars'] ?? '');
      case 'requiredIf':
        return this.requiredIf(g['values'] ?? '', matched);
      case 'notNullable':
        this.out.nullable = false;
        return true;
      case 'nullable':
        this.out.nullable ??= true;
        return true;
      case 'default':
        return this.default(g['value'], matched, before);
      case 'addressRanges':
        this.addresses = true;
        return true;
      case 'dateTime':
      case 'date':
        if (this.isTextual() || this.schema.type === undefined) {
          this.schema.format ??= kind === 'date' ? 'date' : 'date-time';
          if (this.schema.type === undefined) this.out.inferred.push('type');
          this.schema.type ??= 'string';
        }
        return true;
      case 'tokens':
      case 'commaList':
        this.separator = kind === 'tokens' ? ' ' : ',';
        return true;
      case 'only':
      case 'oneOf':
        return this.closedList(g['value'] ?? g['values'] ?? '', kind === 'only');
      case 'reference':
        return this.reference(g, matched);
      case 'boolean':
        return this.boolean();
      case 'number':
      case 'minimum':
      case 'maximum':
        return this.range(g);
      case 'startsNotWith':
      case 'startsWith':
        return false;
      case 'deprecated':
        this.out.deprecated = true;
        return true;
      case 'readOnly':
        this.out.readOnly = true;
        return true;
    }
  }

  private requiredIf(text: string, matched: string): boolean {
    if (this.out.required === 'yes') return true;
    this.out.required = 'conditional';
    const condition = readCondition(text, this.wording);
    this.out.conditions.push(/unless/i.test(matched) ? { kind: 'prose', text: matched } : condition);
    return true;
  }

  private readSchemes(text: string): boolean {
    const members = text
      .replace(/[()（）]/g, ' ')
      .replace(this.wording.joiners, ',')
      .split(/[,/、]+/)
      .map((s) => s.trim().split(/\s+/))
      .filter(([name]) => name !== '');
    const schemes: string[] = [];
    for (const [word = '', ...rest] of members) {
      const name = word.replace(/:$/, '').toLowerCase();
      if (!/^[a-z][a-z0-9+.-]{0,40}$/.test(name)) break;
      schemes.push(name);
      // In flattened text the next statement follows on the same line.
      if (rest.length > 0 && this.wording.nullWords.has(plainKey(rest[0] as string))) this.out.nullable ??= true;
      if (rest.length > 0) break;
    }
    if (schemes.length === 0 || this.schemes.length > 0) return false;
    this.uri = true;
    this.schemes = schemes;
    return true;
  }

  private firstForbidden(text: string): boolean {
    const set = onlyCharacters(text, this.wording);
    if (!set) return false;
    this.forbidden = new Set([...(this.forbidden ?? []), ...set.characters]);
    return true;
  }

  /** Values in code marks in a row, as the whole sentence or behind a colon: they are all there are. */
  private codeList(text: string): string {
    const found = CODE_LIST.exec(text);
    if (
      !found?.[1] ||
      this.values ||
      /(?:e\.g\.|example|such as|like|default)[^`]{0,20}$/i.test(
        text.slice(0, found.index + found[0].length - found[1].length),
      )
    )
      return text;
    const values = quotedValues(found[1]);
    if (values.length < 2) return text;
    this.listed(values);
    const at = found.index + found[0].indexOf(found[1]);
    return text.slice(0, at) + USED + text.slice(at + found[1].length);
  }

  /** The first list of characters with a class in it; "alphanumeric" alone in a sentence is one too. */
  private characterSet(text: string, cell: Cell): string {
    if (this.characters) return text;
    this.wording.classPattern.lastIndex = 0;
    const start = this.wording.classPattern.exec(text);
    // "A number of at least 0" is a value, not what one is made of.
    if (!start || /^an? /i.test(start[0])) return text;
    const { set, end } = readCharacters(text, start.index, this.wording);
    const label = /[A-Za-z\u3040-\u30ff\u4e00-\u9fff ]{2,30}[:：]\s{0,3}(?:only\s)?$/i.exec(text.slice(0, start.index));
    const from = label ? label.index : start.index;
    const limited = this.first ?? this.forbidden ?? /(?:only|のみ)\s*$/i.exec(text.slice(0, start.index));
    if (cell === 'notes' && !label && set.symbols.size === 0 && !limited) return text;
    this.characters = set;
    return text.slice(0, from) + USED + text.slice(end);
  }

  /** @param raw absent: the words mean the empty string */
  private default(raw: string | undefined, matched: string, before: string): boolean {
    if (raw === undefined) {
      this.defaultText ??= '';
      return true;
    }
    const value = bareValue(raw);
    if (value === '') return false;
    // "Nothing is sent by default": the last word of a sentence is no value, a word by itself or a sign of code is.
    if (matched.startsWith(raw) && /^[A-Za-z]+$/.test(raw) && /[^\n\u0001.。:：;,、(（]\s*$/.test(before)) return false;
    if (this.wording.nullWords.has(plainKey(value))) {
      this.out.nullable ??= true;
      this.defaultText ??= 'null';
      return true;
    }
    if (/^\$?\{/.test(value)) this.out.defaultGenerated = true;
    else if (/["'`[「“]/.test(matched) || isValueLike(value)) this.defaultText ??= value;
    else return false;
    return true;
  }

  private closedList(text: string, only: boolean): boolean {
    const quoted = quotedValues(text);
    const values =
      only && quoted.length === 0 ? [bareValue(text)].filter(isValueLike) : announcedValues(text, this.wording);
    if (!values || values.length === 0 || (!only && values.length === 1 && quoted.length === 0)) return false;
    if (only && values.length === 1 && /^true$/i.test(values[0] as string)) this.onlyTrue = true;
    this.values ??= values;
    return true;
  }

  private reference(g: Record<string, string | undefined>, matched: string): boolean {
    const quoted = quotedValues(matched);
    const title = quoted[0] ?? (g['value'] ? bareValue(g['value']) : undefined);
    const page = g['values']?.trim();
    this.out.reference ??=
      title === undefined ? { kind: 'table' } : { kind: 'title', title, ...(page ? { page } : {}) };
    return true;
  }

  private boolean(): boolean {
    if (this.schema.type === undefined) this.schema.type = 'boolean';
    return true;
  }

  /** What is left of a cell may be, as a whole, a list of values or a range. */
  private wholeValues(text: string): string {
    const pieces = text.split(USED);
    return pieces
      .map((piece) => {
        const trimmed = trimPiece(piece);
        if (trimmed === '' || this.values) return piece;
        const withNull = trimmed.split('\n').filter((line) => !this.isNull(line));
        const range = NUMBER_RANGE.exec(trimmed);
        if (range && this.range({ min: range[1], max: range[2] })) return '';
        const list = readValues(withNull.join('\n'), this.wording);
        if (list) {
          if (withNull.length < trimmed.split('\n').length) this.out.nullable ??= true;
          return this.listed(list);
        }
        // Beside "divided by spaces" one word is a value only where it looks like one: "Scopes divided by spaces".
        if (this.separator && /^[^\s]*[a-z\d][_:./\d-][^\s]*$|^["“「`]\S+$|^[a-z]+[A-Z]\w*$/.test(trimmed))
          return this.listed([bareValue(trimmed)]);
        return piece;
      })
      .join(USED);
  }

  private listed(list: string[]): string {
    const booleans = list.filter((v) => /^(?:true|false)$/i.test(v));
    const rest = list.filter((v) => !booleans.includes(v));
    if (booleans.length === 2 && rest.every((v) => this.isNull(v)) && !this.isTextual()) {
      this.schema.type ??= 'boolean';
      if (rest.length > 0) this.out.nullable ??= true;
    } else {
      this.values = list.filter((v) => !this.isNull(v));
      if (this.values.length < list.length) this.out.nullable ??= true;
    }
    return '';
  }

  /** Every phrase that nothing used: null by itself, words that limit, or a description. */
  private leftOver(text: string): void {
    for (const piece of text.split(/[\u0001\n]|(?<=[.。])\s+/)) {
      const phrase = trimPiece(piece);
      if (phrase === '' || this.refinesType(phrase)) continue;
      if (this.isNull(phrase)) this.out.nullable ??= true;
      else if (/\snull$/i.test(phrase) && this.endsWithNull(phrase)) this.out.nullable ??= true;
      else if (this.wording.cues.test(phrase)) this.out.unread.push(phrase);
      else this.out.prose.push(phrase);
    }
  }

  /** "Number of at least 0": the word for a number that a range left over tells more than the range did. */
  private refinesType(phrase: string): boolean {
    const type = this.wording.types.get(plainKey(phrase.replace(/^の/, '')))?.type;
    if ((type !== 'number' && type !== 'integer') || !this.out.inferred.includes('type')) return false;
    if (this.schema.type !== 'integer') return false;
    this.schema.type = type;
    return true;
  }

  private endsWithNull(phrase: string): boolean {
    const rest = trimPiece(phrase.replace(/\snull$/i, ''));
    if (rest !== '') this.out.prose.push(rest);
    return true;
  }
}

/** A default that no quotes mark: a number, a word of code, or one plain word. */
function isValueLike(value: string): boolean {
  return (
    /^[A-Za-z0-9_*$+#@.:/-]{1,200}$/.test(value) &&
    !/^(?:as|the|is|are|a|an|set|to|of|in|by|that|this|used|given|value)$/i.test(value)
  );
}

function tidy(text: string): string {
  return text
    .slice(0, MAX_CELL)
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\ufeff\u0001]/g, '')
    .replace(/[ \t\u00a0\r]+/g, ' ')
    .replace(/(?<=[\p{L}\p{N}]) :(?= )/gu, ':')
    .trim();
}

function trimPiece(piece: string): string {
  return piece
    .replace(/^[\s,.;:、。)\]]+|[\s,;:、([]+$/g, '')
    .replace(/^(?:and|or|と|や)\s*$/i, '')
    .trim();
}
