// Proves that a pattern matches in linear time: anchored, and at every point the next character leaves one way to go on.

type Positions = Set<number>;
interface Part {
  first: Positions;
  last: Positions;
  empty: boolean;
}

/** Characters that stand for all: ASCII and one beyond it. */
const ALPHABET = [...Array.from({ length: 128 }, (_, i) => String.fromCharCode(i)), '日'];

/**
 * Why a pattern might take more than linear time; undefined where it cannot.
 * It is linear where it is one-unambiguous (its Glushkov automaton is deterministic), or where there are few ways to match a
 * text: one unbounded repetition at most, of single characters, in a pattern bound to the start, and few other choices.
 */
export function notLinear(pattern: string): string | undefined {
  if (!pattern.startsWith('^')) return 'it is not bound to the start';
  const reader = new Reader(pattern);
  reader.alternatives();
  if (reader.unread !== undefined || reader.at !== pattern.length)
    return `it cannot be read from ${pattern.slice(reader.unread ?? reader.at)}`;
  if (reader.unbound) return 'it is not bound to the start';
  if (reader.tooLarge) return 'it repeats a group more than 64 times: give the length by minLength and maxLength';
  if (!reader.ambiguous()) return undefined;
  return reader.unbounded <= 1 && !reader.repeatsGroup && reader.choices <= MAX_CHOICES
    ? undefined
    : 'one character can be matched in two ways inside a repetition';
}

/** Copies of a group that are looked at one by one. */
const COPIES = 64;
/** So many characters of a pattern are looked at, copies included, and so many groups inside one another. */
const MAX_POSITIONS = 2_000;
const MAX_DEPTH = 100;
/** In so many ways a text may be matched, apart from where an unbounded repetition ends. */
const MAX_CHOICES = 1_000;

/** What matches one character; undefined for an assertion, a back reference, or what is no regular expression. */
function oneCharacter(token: string): RegExp | undefined {
  if (/^\\[bBkpPux1-9]/.test(token)) return undefined;
  try {
    return new RegExp(`^${token}$`, 'u');
  } catch {
    return undefined;
  }
}

class Reader {
  at = 0;
  unbounded = 0;
  repeatsGroup = false;
  /** Of the counts of bounded repetitions, and of alternatives. */
  choices = 1;
  /** Counts too high to look at every copy. */
  tooLarge = false;
  /** Where something stands that is more than characters, groups and repetitions: a look-around, a back reference. */
  unread: number | undefined;
  /** An alternative of the whole that does not begin with `^`. */
  unbound = false;
  private depth = 0;
  private twice = false;
  private readonly sets: Set<string>[] = [];
  private readonly follow: Positions[] = [];

  constructor(private readonly source: string) {}

  ambiguous(): boolean {
    return this.twice || this.follow.some((next) => this.overlap(next));
  }

  private overlap(positions: Positions): boolean {
    const seen = new Set<string>();
    for (const p of positions)
      for (const c of this.sets[p] ?? []) {
        if (seen.has(c)) return true;
        seen.add(c);
      }
    return false;
  }

  /** A second way from one position to the next (`(a+)+`) is as bad as two next positions. */
  private link(p: number, q: number): void {
    if (this.follow[p]?.has(q)) this.twice = true;
    this.follow[p]?.add(q);
  }

  alternatives(): Part {
    if (++this.depth > MAX_DEPTH) this.unread ??= this.at;
    const part = this.sequence();
    for (let ways = 2; this.source[this.at] === '|'; ways++) {
      this.at++;
      this.choices *= ways / (ways - 1);
      if (this.depth === 1 && this.source[this.at] !== '^') this.unbound = true;
      const other = this.sequence();
      for (const p of other.first) part.first.add(p);
      for (const p of other.last) part.last.add(p);
      part.empty ||= other.empty;
    }
    this.depth--;
    return part;
  }

  private sequence(): Part {
    let all: Part = { first: new Set(), last: new Set(), empty: true };
    const goesOn = (): boolean => this.at < this.source.length && this.unread === undefined;
    while (goesOn() && !'|)'.includes(this.source[this.at] as string)) all = this.join(all, this.repeated());
    return all;
  }

  private join(a: Part, b: Part): Part {
    for (const p of a.last) for (const q of b.first) this.link(p, q);
    return {
      first: new Set([...a.first, ...(a.empty ? b.first : [])]),
      last: new Set([...b.last, ...(b.empty ? a.last : [])]),
      empty: a.empty && b.empty,
    };
  }

  private repeated(): Part {
    const start = this.at;
    const atom = this.atom();
    const sign = /^(?:[?*+]|\{(\d+)(?:(,)(\d*))?\})/.exec(this.source.slice(this.at));
    if (!sign) return atom;
    const [text, least, comma, most] = sign;
    const end = this.at + text.length;
    const min = least === undefined ? Number(text === '+') : Number(least);
    const max = most || (comma === undefined ? (least ?? (text === '?' ? 1 : Infinity)) : Infinity);
    const part = this.times(atom, start, min, Number(max));
    // A lazy repetition matches the same texts.
    this.at = this.source[end] === '?' ? end + 1 : end;
    return part;
  }

  /** @param start where the atom stands, of which more copies are read */
  private times(atom: Part, start: number, min: number, max: number): Part {
    const group = this.source[start] === '(';
    // Many times one of a set of characters is as good as any number of times.
    if (max === Infinity || (max > COPIES && !group)) {
      this.unbounded++;
      this.repeatsGroup ||= group;
      for (const p of atom.last) for (const q of atom.first) this.link(p, q);
      return min === 0 ? { ...atom, empty: true } : atom;
    }
    if (max > COPIES) this.tooLarge = true;
    this.choices *= Math.max(1, max - min + 1);
    const copies = [atom];
    while (copies.length < Math.min(max, COPIES)) {
      this.at = start;
      copies.push(this.atom());
    }
    let part = copies.pop() as Part;
    for (let n = copies.length; n > 0; n--)
      part = this.join(copies.pop() as Part, n >= min ? { ...part, empty: true } : part);
    return min === 0 ? { ...part, empty: true } : part;
  }

  private atom(): Part {
    const char = this.source[this.at] as string;
    if (char === '^' || char === '$') {
      this.at++;
      return { first: new Set(), last: new Set(), empty: true };
    }
    if (char === '(') {
      const plain = this.source.startsWith('(?:', this.at);
      if (!plain && this.source[this.at + 1] === '?') this.unread ??= this.at;
      this.at += plain ? 3 : 1;
      const inner = this.alternatives();
      this.at++;
      return inner;
    }
    const token = char === '[' ? /\[(?:\\.|[^\]\\])*\]/y : /\\.|./y;
    token.lastIndex = this.at;
    const text = token.exec(this.source)?.[0] ?? char;
    this.at += text.length;
    const matcher = oneCharacter(text);
    if (!matcher || this.sets.length >= MAX_POSITIONS) this.unread ??= this.at - text.length;
    this.sets.push(new Set(ALPHABET.filter((c) => matcher?.test(c))));
    this.follow.push(new Set());
    const here = this.sets.length - 1;
    return { first: new Set([here]), last: new Set([here]), empty: false };
  }
}
