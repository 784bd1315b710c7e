// Wording templates ("maximum of {max} {unit}") → regular expressions that run in linear time.

/** What a template may hold in braces, and the text it stands for. Every slot is bounded, so no input makes matching slow. */
const NUMBER = '[-−]?\\d(?:[\\d,_]{0,30}\\d)?(?:\\.\\d{1,20})?';
const QUOTED =
  '"[^"\\n\\u0001]{0,200}"|“[^”\\n\\u0001]{0,200}”|「[^」\\n\\u0001]{0,200}」|`[^`\\n\\u0001]{1,200}`|\'[^\'\\n\\u0001]{0,200}\'';
/** Names of schemes (RFC 3986, section 3.1) that documents write without calling them so. */
const SCHEME =
  '(?<![A-Za-z0-9])(?:https?|urn|ftps?|wss?|mailto|tel|file|data|[a-z]{1,20}-local[a-z]{1,20})(?![A-Za-z0-9-])(?::(?://)?)?';
/** What an end of a range stands for: "from 1 (highest) to 5 (lowest)". */
const MEANING = "(?:\\s?[(（]\\p{L}[\\p{L} ’'-]{0,30}[)）])?";
const SLOTS: Record<string, string> = {
  min: `(?<min>${NUMBER})${MEANING}`,
  max: `(?<max>${NUMBER})`,
  length: `(?<length>${NUMBER})`,
  above: `(?<above>${NUMBER})`,
  below: `(?<below>${NUMBER})`,
  value: `(?<value>${QUOTED}|\\[[^\\]\\n\\u0001]{0,200}\\]|[^\\s,;()\\[\\]"\\u0001]{1,200})`,
  token: `(?<value>${QUOTED}|\\[[^\\]\\n\\u0001]{0,200}\\]|(?!:)[A-Za-z0-9_$*./:+#@%-]{1,200})`,
  literal: `(?<value>${QUOTED}|(?<![A-Za-z0-9])(?:true|false|null|-?\\d{1,15}(?:\\.\\d{1,15})?)(?![A-Za-z0-9]))`,
  code: '(?<value>(?=[A-Za-z]{0,60}-?(?:\\d|[_/:]|\\.\\w))[A-Za-z0-9_$*./:+#@%-]{1,200})',
  regex: '(?<regex>\\^[^\\n\\u0001]{1,200}?\\$(?![^\\s.,;。、"`)]))',
  regexCode: '`(?<regex>[^`\\n\\u0001]{2,200})`',
  values: '(?<values>(?:[^\\n.。\\u0001]|\\.(?=[^\\s\\u0001])){1,400})',
  lines: '(?<values>[^\\u0001]{1,600})',
  chars: '(?<chars>[^\\n\\u0001]{1,160}?)',
  // Of one sentence, in front of what is said of them.
  ownChars: '(?<chars>(?:[^\\n\\u0001.。(]|\\.(?! )){1,100}?)',
  // Of fields, up to what is said of them.
  names: '(?<values>(?:[^\\n\\u0001;。(（:：.]|\\.(?! )){1,120}?)',
  field: '(?<field>[`"]?[A-Za-z_$][\\w.$-]{0,80}[`"]?)',
  noun: '[\\p{L}]{1,30}',
  quoted: `(?<value>${QUOTED})`,
  start: '(?<=^|[\\n\\u0001])',
  end: '(?=[.。\\n\\u0001]|$)',
  part: '(?<=(?:^|[\\n\\u0001。、;(（]|(?<!\\d)[.,]|[.,] ) ?)',
  partEnd: '(?= ?(?:[.。,、;()（）\\n\\u0001]|$))',
  any: '[^\\n\\u0001]{0,120}?',
};

/** Blanks of one line, none needed except where two words would run together. */
const BLANK = ' {0,4}(?<![A-Za-z](?=[A-Za-z]))';

/** Words of a language without blanks: before or behind a number or a name of other letters, some writers put one. */
const WORDS_END = /[\u3040-\u30ff\u4e00-\u9fff][\])]{0,2}$/;
const WORDS_START = /^[[(]{0,2}[\u3040-\u30ff\u4e00-\u9fff]/;

export interface Slots {
  units: string;
  dash: string;
  /** Words between the members of a list. */
  joiners: string;
  /** Classes of characters. */
  classes: string;
  /** Names of types. */
  types: string;
}

/** A template that cannot be used, and why. */
export class TemplateError extends Error {}

/**
 * Compiles a template: words match without case, a blank is any white space (none where no word would run into another),
 * `[x]` may be missing, `(a|b)` is either, `{slot}` is one of min, max, above, below, range, length, unit, anyUnit (one that is not taken), value, token, values, lines, chars, ownChars (of one sentence), names (of fields), field, noun, any, regex, regexCode (one in code marks), class (of characters), type (its name), schemes (of URIs), quoted (a value in quotes),
 * literal (that, a number, true, false or null), code (a word with a sign of code in it: a digit, `_`, `/`, `:`, a dot inside), start (of a line), end (of a sentence or line),
 * part and partEnd (of a sentence, between commas or brackets);
 * a backslash takes the next character as it is.
 */
export function compileTemplate(template: string, slots: Slots): RegExp {
  let source = '';
  let depth = 0;
  const start = /^[A-Za-z0-9]/.test(template) ? '(?<![A-Za-z0-9])' : '';
  for (let i = 0; i < template.length; i++) {
    const char = template[i] as string;
    if (char === '\\') source += escapeRegExp(template[++i] ?? '\\');
    else if (char === '{') {
      const close = template.indexOf('}', i);
      const name = template.slice(i + 1, close);
      const slot = slotSource(name, slots);
      if (close < 0 || slot === undefined) throw new TemplateError(`unknown slot {${name}}`);
      const [before, behind] = [template.slice(0, i), template.slice(close + 1)];
      source += `${WORDS_END.test(before) ? BLANK : ''}${slot}${WORDS_START.test(behind) ? BLANK : ''}`;
      i = close;
    } else if (char === '[' || char === '(') {
      source += '(?:';
      depth++;
    } else if (char === ']') {
      source += ')?';
      depth--;
    } else if (char === ')') {
      source += ')';
      depth--;
    } else if (char === '|') source += '|';
    else if (char === ' ') source += BLANK;
    else source += escapeRegExp(char);
    if (depth < 0) throw new TemplateError('a bracket closes that nothing opened');
  }
  if (depth > 0) throw new TemplateError('a bracket is never closed');
  const end = /[A-Za-z0-9]$/.test(template) ? '(?![A-Za-z0-9])' : '';
  return new RegExp(`${start}(?:${source})${end}`, 'giu');
}

/**
 * The words of a template of which a text that it matches has one, in lower case: a text without them need not be tried.
 * Empty where a template has no words that must be there.
 */
export function neededWords(template: string): string[] {
  return needed(template, 0).words;
}

/** Of the choices up to the bracket that closes, or to the end. */
function needed(template: string, from: number): { words: string[]; end: number } {
  const choices: string[][] = [];
  let parts: string[][] = [];
  let run = '';
  const endRun = (): void => {
    if (run) parts.push([run.toLowerCase()]);
    run = '';
  };
  const endChoice = (): void => {
    endRun();
    choices.push(parts.reduce((best, words) => (tells(words) > tells(best) ? words : best), []));
    parts = [];
  };
  let at = from;
  for (; at < template.length && template[at] !== ')' && template[at] !== ']'; at++) {
    const char = template[at] as string;
    if (char === '\\') run += template[++at] ?? char;
    else if (char === '|') endChoice();
    else if (char === ' ') endRun();
    else if (char === '{') {
      endRun();
      const close = template.indexOf('}', at);
      parts.push(neededBySlot(template.slice(at + 1, close)));
      at = close;
    } else if (char === '(' || char === '[') {
      endRun();
      const inner = needed(template, at + 1);
      if (char === '(') parts.push(inner.words);
      at = inner.end;
    } else run += char;
  }
  endChoice();
  return { words: choices.every((words) => words.length > 0) ? choices.flat() : [], end: at };
}

function neededBySlot(name: string): string[] {
  if (/^(?:min|max|length|above|below|range)$/.test(name)) return [...'0123456789'];
  return name === 'regex' ? ['^'] : name === 'regexCode' ? ['`'] : [];
}

/** Long words are rare in texts, and few are looked up soon. */
function tells(words: readonly string[]): number {
  return words.length === 0 ? 0 : Math.min(...words.map((word) => word.length)) - words.length / 16;
}

function slotSource(name: string, slots: Slots): string | undefined {
  if (name === 'range') return `${SLOTS['min']}\\s{0,4}(?:${slots.dash})\\s{0,4}${SLOTS['max']}`;
  if (name === 'schemes') return `(?<values>${SCHEME}(?:\\s{0,2}(?:[,/、]|${slots.joiners})\\s{0,2}${SCHEME}){0,5})`;
  if (name === 'unit') return `(?<unit>${slots.units})`;
  if (name === 'anyUnit') return `(?:${slots.units})`;
  if (name === 'class') return `(?<class>${slots.classes})`;
  if (name === 'type') return `(?<type>${slots.types})`;
  return SLOTS[name];
}

/** Escapes a literal for a `u` regular expression. */
export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** An alternation of literal phrases, longest first, blanks elastic. */
export function alternation(phrases: readonly string[]): string {
  if (phrases.length === 0) return '(?!)';
  return [...phrases]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((phrase) => phrase.split(' ').map(escapeRegExp).join('\\s{1,4}'))
    .join('|');
}

/** Longest phrases first; a phrase of Latin letters must not be part of a longer word, others need no blanks around them. */
export function bounded(phrases: readonly string[]): string {
  if (phrases.length === 0) return '(?!)';
  const ordered = [...phrases].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const latin = /[A-Za-z0-9]/;
  return `(?:${ordered
    .map(
      (p) =>
        `${latin.test(p[0] ?? '') ? '(?<![A-Za-z0-9])' : ''}${alternation([p])}${latin.test(p.at(-1) ?? '') ? '(?![A-Za-z0-9])' : ''}`,
    )
    .join('|')})`;
}
