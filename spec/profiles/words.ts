// Comparing the words of a page with those of a profile: titles, columns, yes and no.
import { editDistance } from '../edit-distance.js';

/** One form for all spellings that a reader takes for the same: NFKC, lower case, blanks collapsed, a final colon dropped. */
export function normalise(text: string): string {
  let out = text;
  for (let i = 0; i < text.length; i++)
    if (text.charCodeAt(i) > 126) {
      out = text
        .normalize('NFKC')
        .replace(/[\u200b-\u200d\ufeff]/g, '')
        .replace(/[’ʼ]/g, "'");
      break;
    }
  out = out.toLowerCase().replace(/\s+/g, ' ').trim();
  return out.endsWith(':') ? out.slice(0, -1).trimEnd() : out;
}

/** The number of a section before its title: `2.`, `2.1`, `(3)`, `①`. */
const SECTION_NUMBER =
  /^(?:[\d０-９]{1,2}(?:[.．][\d０-９]{1,2})+[.．)）]?|[\d０-９]{1,2}[.．)）]|[(（][\d０-９]{1,2}[)）]|[①-⑳])[\s\u3000]*(?=[^\s\d０-９])/;

/** Signs and pictures before or behind a title, and brackets around it: `■ Request`, `🔑 Request`, `【Request】`. */
const DECORATION =
  /^(?:(?:[■□●○◆◇▼▽▲△▶▷►◎★☆・•\p{Extended_Pictographic}]\ufe0f?\u200d?|:[a-z_]{2,30}:)[\s\u3000]*){1,5}|(?:[\s\u3000]*\p{Extended_Pictographic}\ufe0f?\u200d?){1,5}$/gu;
/** Words before a title that say nothing: "The request body". */
const ARTICLE = /^(?:the|an?) (?=\p{L})/iu;
const BRACKETED = /^[【［＜《〈]([^】］＞》〉]+)[】］＞》〉]$/;

/** A title without what stands around its words. */
export function plainTitle(text: string): string {
  return text.replace(DECORATION, '').replace(SECTION_NUMBER, '').replace(BRACKETED, '$1').replace(ARTICLE, '');
}

interface Wild<T> {
  prefix: string;
  suffix: string;
  /** The wild part is a name worth keeping. */
  named: boolean;
  value: T;
}

export interface Match<T> {
  value: T;
  /** What stood for `{…}` in the pattern, as written (normalised). */
  capture?: string;
  exact: boolean;
}

/** Patterns → values. A pattern is plain words, or has one `*` or one `{name}`; plain words win, then longer patterns. */
export class PhraseBook<T> {
  private readonly plain = new Map<string, T>();
  /** Plain phrases without their blanks and hyphens: `RequestURL`, `Header-name`, `リクエスト ヘッダ`. */
  private readonly run = new Map<string, T>();
  private readonly wild: Wild<T>[] = [];
  /** Plain patterns as they were given, with what they mean. */
  readonly phrases: { text: string; value: T; key: string; slips: number }[] = [];
  private readonly seen = new Map<string, Match<T> | undefined>();
  private readonly slips = new Map<string, { text: string; value: T } | undefined>();

  /** @param numbered the phrases are titles, which may have a number before them */
  constructor(private readonly numbered = false) {}

  add(pattern: string, value: T): void {
    const hole = /\*|\{[a-z]+\}/.exec(pattern);
    if (!hole) {
      const key = normalise(pattern);
      if (!this.plain.has(key)) {
        this.plain.set(key, value);
        this.phrases.push({ text: pattern, value, key, slips: editsAllowed(key) });
      }
      const run = joined(key);
      if (run.length > 4 && !this.run.has(run)) this.run.set(run, value);
      return;
    }
    const prefix = lowered(pattern.slice(0, hole.index));
    const suffix = lowered(pattern.slice(hole.index + hole[0].length));
    this.wild.push({ prefix, suffix, named: hole[0] !== '*', value });
    this.wild.sort((a, b) => b.prefix.length + b.suffix.length - a.prefix.length - a.suffix.length);
  }

  match(text: string): Match<T> | undefined {
    if (text.length > 200) return undefined;
    if (this.seen.has(text)) return this.seen.get(text);
    const found = this.search(normalise(this.numbered ? plainTitle(text) : text));
    if (this.seen.size < 20_000) this.seen.set(text, found);
    return found;
  }

  /** The plain phrase that a text is a slip or two away from, those of some values apart. */
  near(text: string, apart: ReadonlySet<T>): { text: string; value: T } | undefined {
    const key = normalise(this.numbered ? plainTitle(text) : text);
    if (this.slips.has(key)) return this.slips.get(key);
    let best: { text: string; value: T } | undefined;
    let least = editsAllowed(key) + 1;
    for (const phrase of this.phrases) {
      if (apart.has(phrase.value)) continue;
      const limit = Math.min(least, phrase.slips + 1);
      const edits = editDistance(key, phrase.key, limit);
      if (edits === 0 || edits >= limit) continue;
      least = edits;
      best = phrase;
    }
    if (this.slips.size < 20_000) this.slips.set(key, best);
    return best;
  }

  private search(text: string): Match<T> | undefined {
    const plain = this.plain.get(text) ?? this.run.get(joined(text));
    if (plain !== undefined) return { value: plain, exact: true };
    for (const { prefix, suffix, named, value } of this.wild) {
      if (text.length <= prefix.length + suffix.length || !text.startsWith(prefix) || !text.endsWith(suffix)) continue;
      const capture = text.slice(prefix.length, text.length - suffix.length).trim();
      if (capture) return { value, exact: false, ...(named ? { capture } : {}) };
    }
    return undefined;
  }
}

/** A word of an alphabet needs length before two letters of it may differ; characters of Japanese say more each. */
function editsAllowed(key: string): number {
  if (/[^\u0000-\u024f]/.test(key)) return key.length >= 4 ? 1 : 0;
  return key.length >= 12 ? 2 : key.length >= 6 ? 1 : 0;
}

function joined(text: string): string {
  return text.replace(/[\s-]/g, '');
}

function lowered(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
}
