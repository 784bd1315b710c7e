// One reading of a row's words, statement by statement.
import { readCharacters } from './character-set.js';
import type { ConstraintCells, Constraints, ReadOptions } from './constraints.js';
import { withoutParts } from './parts-of-text.js';
import { readRequirement } from './requirement.js';
import { sequencePattern } from './sequence-pattern.js';
import { StatementFacts, USED } from './statement-facts.js';
import { AFTER_CHARACTERS, BEFORE_CHARACTERS } from './statement-order.js';
import { tidy } from './tidy-cell.js';
import { bareValue, marksDefault, quotedRun, readValues, runTogether } from './values.js';
import { plainKey } from './wording-lists.js';

const NUMBER_RANGE =
  /^(\(?[^()\d\n−-]{0,20}\)?\s*)([-−]?\d[\d,]*(?:\.\d+)?)\s*(?:\([^()\d\n]{0,20}\)\s*)?(?:-|–|~|〜|to|\.\.)\s*([-−]?\d[\d,]*(?:\.\d+)?)(\s*(?:\([^()\d\n]{0,20}\)|\(?)[^()\d\n]{0,20}\)?)$/;

/** "`a-z`, `0-9` and `-`" are characters, no values of a list. */
function withPlainRanges(text: string): string {
  const plain = text.replace(/`((?:a-z|A-Z|0-9){1,3})`/g, '$1');
  return plain === text ? text : plain.replace(/`([-_.])`/g, '$1');
}

/** The first of the ranges of a list of characters; `0-9` by itself is a number. */
const CHARACTER_RANGES = /(?<![A-Za-z0-9^-])\[?(?:0-9[,、 ]{0,2})?(?:a-z|A-Z)(?![a-z])/;

/** A cell that only names the media type of a header; translations put blanks around the slash. */
const MEDIA_TYPE =
  /^(?:(?:application|text|image|audio|video|font|multipart|\*) ?\/ ?[\w.+*-]+|message\/[\w.+*-]+)(?:; ?[\w=.-]+)?$/i;

/** Behind a number of characters: of what they are. */
const OF_COUNTED = /\u0001\s?[:：,、(（]\s?$/;

type Cell = 'type' | 'effective' | 'notes' | 'default';

export class RowReader extends StatementFacts {
  /** The effective values, where they are nothing but words in lower case, or words that are each explained. */
  private inARow?: { words: string[]; explained: boolean } | undefined;

  read(cells: ConstraintCells, options: ReadOptions): Constraints {
    if (cells.required !== undefined) this.requirement(cells.required, options);
    this.overview(cells);
    // The overview limits nothing; that the value is deprecated may be said in any cell.
    this.statements(tidy(cells.overview ?? ''), ['deprecated']);
    if (this.wording.commaWords.test(`${cells.overview ?? ''}\n${cells.effective ?? ''}\n${cells.notes ?? ''}`))
      this.out.commas = true;
    for (const cell of ['type', 'effective', 'default', 'notes'] as const) {
      const text = cells[cell];
      if (text === undefined || text.trim() === '') continue;
      this.cell(cell, tidy(text));
      if (cell === 'effective') this.remark(tidy(text));
    }
    this.timeAsNumber(cells);
    this.wordsWithDefault();
    this.valuesWithDefault(tidy(cells.notes ?? ''));
    this.defaultAmongValues(cells.notes ?? '');
    this.finish();
    return this.out;
  }

  /** "Array of tags" tells the type of what no column tells it of, unless it is a text that separators divide. */
  private overview({ overview = '', type = '', effective = '', notes = '' }: ConstraintCells): void {
    if (type.trim() !== '' || this.wording.separated.test(`${effective} ${notes}`)) return;
    if (this.wording.isArrayOf.test(overview.trim())) this.schema.type = 'array';
  }

  private remark(text: string): void {
    const phrases = [...this.out.prose, ...this.out.unread].filter((phrase) => this.saysMore(phrase));
    this.out.remarks = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => phrases.some((phrase) => line.includes(phrase)));
  }

  /** More than the name of a type, which the schema has: "String of", "Date in the format". */
  private saysMore(phrase: string): boolean {
    const { typeAffixes, typeFillers, types } = this.wording;
    const words = phrase.match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.some((word) => {
      const plain = plainKey(word).replace(typeAffixes, '');
      return plain.length > 1 && !typeFillers.has(plain) && !types.has(plain);
    });
  }

  /** Lines that flattening ran together ("message request", "T: yes F: no"): values where the default is one of them. */
  private wordsWithDefault(): void {
    if (!this.inARow || this.values || this.defaultText === undefined) return;
    const { words, explained } = this.inARow;
    if (!words.includes(this.defaultText)) return;
    if (words.some((word) => word.replace(this.wording.joiners, '') === '')) return;
    if (explained || words.every((word) => !this.wording.types.has(plainKey(word)))) this.listed(words);
  }

  /** "asc or desc (default: asc)", "asc or desc. Default: asc" in notes: values where the default is one of them. */
  private valuesWithDefault(notes: string): void {
    if (this.values || this.defaultText === undefined || this.isArray() || this.schema.type === 'boolean') return;
    const [list = ''] = notes.split(/[(。\n]|\.(?=\s|$)/, 1);
    const values = list.length < notes.length ? readValues(list.trim(), this.wording) : undefined;
    if (values?.includes(this.defaultText)) this.listed(values);
  }

  /** "Default xor", "low when it is omitted": a line that speaks of the default and names one of the values. */
  private defaultAmongValues(notes: string): void {
    if (!this.values || this.defaultText !== undefined) return;
    for (const line of notes.split('\n')) {
      if (line.length > 60 || !this.wording.defaultSigns.test(line) || this.wording.refuses.test(line)) continue;
      const words = new Set(line.match(/[A-Za-z0-9][\w.-]*/g));
      const named = this.values.filter((value) => words.has(value));
      if (named.length === 1) this.defaultText = named[0] as string;
    }
  }

  private requirement(cell: string, options: ReadOptions): void {
    // "Access: read-only", in the same column.
    this.statements(tidy(cell), ['readOnly', 'writeOnly']);
    if (this.schema['readOnly'] === true) return;
    const { required, conditions, unread } = readRequirement(cell, this.wording, options.footnotes);
    if (required) this.out.required = required;
    this.out.conditions = conditions;
    if (unread) this.out.unread.push(unread);
  }

  private cell(cell: Cell, whole: string): void {
    const { numberWord, numberWords } = this.wording;
    let text = withPlainRanges(whole).replace(numberWord, (word) => numberWords.get(plainKey(word)) ?? word);
    if (cell === 'type') text = this.type(text, true);
    else if (cell === 'default') {
      // "(all)" says what happens without a value.
      const isNone = /^[-–—]+$|^\([^()]{1,60}\)$/.test(text);
      if (this.defaultText === undefined && !isNone) this.defaultText = bareValue(text);
      return;
    } else if (cell === 'effective') {
      this.inARow = runTogether(text);
      text = this.typeWord(this.byType(text));
    } else text = this.arrayWord(text);
    text = this.markedWhole(text);
    if (MEDIA_TYPE.test(text)) return;
    text = withoutParts(text, this.wording, (line) => {
      this.out.prose.push(line);
      this.inSequence(line);
      return USED;
    });
    text = this.statements(text, BEFORE_CHARACTERS);
    text = this.characterSet(text, cell);
    text = this.statements(text, AFTER_CHARACTERS);
    text = this.codeList(text);
    if (cell !== 'notes' || this.isList(text)) text = this.wholeValues(text);
    this.leftOver(text);
  }

  private inSequence(line: string): void {
    if (this.schema.type !== undefined && !this.isTextual()) return;
    const pattern = sequencePattern(line, this.wording);
    if (pattern !== undefined) this.documentedPattern ??= pattern;
  }

  /** `application/json (default)`: one value, and the default it is. */
  private markedWhole(text: string): string {
    const found = /^([\w.+*:/-]{1,100})(\s?\([^()\n]{1,30}\))$/.exec(text);
    if (!found?.[1] || !found[2] || !this.wording.defaultMark.test(found[2])) return text;
    this.defaultText ??= found[1];
    return found[1];
  }

  /** Values in code marks or quotes in a row, as the whole sentence or behind a colon: they are all there are. */
  private codeList(text: string): string {
    const list = this.values
      ? undefined
      : (['`', '"', '「'] as const).map((quote) => quotedRun(text, quote, this.wording)).find((run) => run);
    // `{number}-{time}` is how values are made, none of them.
    if (!list || list.values.some((value) => /[{}]/.test(value))) return text;
    const before = text.slice(0, list.start);
    const marked = /,\s$/.test(before) && marksDefault(text.slice(list.start, list.end), this.wording);
    if (!marked && !this.wording.beforeList.test(before.slice(-40))) return text;
    if (!this.wording.behindList.test(text.slice(list.end)) || this.wording.mentions.test(before)) return text;
    this.markedDefault(list.values, text);
    this.listed(list.values);
    return before + USED + text.slice(list.end);
  }

  /** `"a" (why), "b" or "c"` and nothing else: a list even among notes; so is `1: on, 2: off` of a number. */
  private isList(text: string): boolean {
    const whole = this.isTyped() && this.schema.type === 'integer';
    if (whole && /^\d{1,3} ?: ?[^\d\s][^\n]{0,60}?[,、\n] ?\d{1,3} ?: ?[^\d\s]/.test(text)) return true;
    const list = quotedRun(text, '"', this.wording) ?? quotedRun(text, '「', this.wording);
    return list?.start === 0 && /^[.。]?$/.test(text.slice(list.end));
  }

  /** The first list of characters with a class in it; "alphanumeric" alone in a sentence is one too. */
  private characterSet(text: string, cell: Cell): string {
    if (this.characters) return text;
    this.wording.classPattern.lastIndex = 0;
    const named = this.wording.classPattern.exec(text);
    const ranges = CHARACTER_RANGES.exec(text);
    const start = ranges && (!named || ranges.index < named.index) ? ranges : named;
    // "A number of at least 0" is a value, not what one is made of.
    // "Three-letter names" and "non-numeric" tell of something else, `"digits"` is a value, `{digits}-{digits}` a form of values.
    if (!start || /^an? /i.test(start[0]) || (start === named && /[-"`{]/.test(text[start.index - 1] ?? '')))
      return text;
    // The digits of a UUID are hexadecimal.
    if (/(?<![a-z])[ug]uid(?![a-z])/i.test(text.slice(0, start.index))) return text;
    const { set, end } = readCharacters(text, start.index, this.wording);
    if (this.areSome(text.slice(0, start.index), text.slice(end))) return text;
    // "Alphanumeric characters and symbols", without saying which.
    if (set.vague || set.characters.size === 0) return text;
    const label = /[A-Za-z\u3040-\u30ff\u4e00-\u9fff ]{2,30}[:：]\s{0,3}(?:only\s)?$/i.exec(text.slice(0, start.index));
    const limited = this.first || this.forbidden || this.only(text, start.index, end);
    const counted = text[start.index - 1] === USED || text[end] === USED || this.isOfCounted(text, start.index, end);
    if (cell === 'notes' && !label && set.symbols.size === 0 && !limited && !counted) return text;
    this.characters = set;
    return text.slice(0, (label ?? start).index) + USED + text.slice(end);
  }

  /** "3 to 8 characters: capitals and digits." */
  private isOfCounted(text: string, start: number, end: number): boolean {
    return OF_COUNTED.test(text.slice(Math.max(0, start - 8), start)) && /^\s*(?:[.。;)）\n]|$)/.test(text.slice(end));
  }

  /** "Only letters", "letters only". */
  private only(text: string, start: number, end: number): boolean {
    const { onlyBefore, onlyBehind } = this.wording;
    return onlyBefore.test(text.slice(0, start)) || onlyBehind.test(text.slice(end));
  }

  /** What is left of a cell may be, as a whole, a list of values or a range. */
  private wholeValues(text: string): string {
    const pieces = text.split(USED);
    return pieces
      .map((piece) => {
        const trimmed = this.trimmed(piece);
        if (trimmed === '' || this.values) return piece;
        const withNull = trimmed.split('\n').filter((line) => !this.isNull(line));
        const range = NUMBER_RANGE.exec(trimmed);
        const [, before = '', min, max, after = ''] = range ?? [];
        const given = range && !this.wording.exampleBefore.test(before);
        if (given && this.range({ min, max }, { before: '', after })) return '';
        const list = readValues(withNull.join('\n'), this.wording);
        if (list) {
          if (withNull.length < trimmed.split('\n').length) this.out.nullable ??= true;
          this.markedDefault(list, trimmed);
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
      const phrase = this.trimmed(piece);
      if (phrase === '' || this.refinesType(phrase)) continue;
      const isNull = this.isNull(phrase);
      const words = isNull ? '' : this.beforeNull(phrase);
      if (words) this.out.prose.push(words);
      if (isNull || words !== undefined) this.out.nullable ??= true;
      else if (this.wording.cues.test(phrase)) this.out.unread.push(phrase);
      else this.out.prose.push(phrase);
    }
  }

  /** "Number of at least 0": the word for a number that a range left over tells more than the range did. */
  private refinesType(phrase: string): boolean {
    const type = this.wording.types.get(plainKey(phrase.replace(this.wording.leadingParticle, '')))?.type;
    if ((type !== 'number' && type !== 'integer') || !this.out.inferred.includes('type')) return false;
    if (this.schema.type !== 'integer' && this.schema.type !== 'number') return false;
    this.schema.type = type;
    return true;
  }

  /** A piece without the signs and joining words at its ends. */
  private trimmed(piece: string): string {
    return piece
      .replace(/^[\s,.;:、。)\]]+|[\s,;:、([]+$/g, '')
      .replace(this.wording.joinerAlone, '')
      .trim();
  }

  /** The words in front of a null at the end; undefined where there is none. */
  private beforeNull(phrase: string): string | undefined {
    return /\snull$/i.test(phrase) ? this.trimmed(phrase.replace(/\snull$/i, '')) : undefined;
  }
}
