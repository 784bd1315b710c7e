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
 * It is linear where it is one-unambiguous (its Glushkov automaton is deterministic), or has one unbounded repetition at most,
 * of single characters, in a pattern bound to the start.
 */
export function notLinear(pattern: string): string | undefined {
  if (!pattern.startsWith('^')) return 'it is not bound to the start';
  const reader = new Reader(pattern);
  reader.alternatives();
  if (reader.at !== pattern.length) return `it cannot be read from ${pattern.slice(reader.at)}`;
  if (reader.tooLarge) return 'it repeats something more than 64 times: give the length by minLength and maxLength';
  if (!reader.ambiguous()) return undefined;
  return reader.unbounded <= 1 && !reader.repeatsGroup
    ? undefined
    : 'one character can be matched in two ways inside a repetition';
}

class Reader {
  at = 0;
  unbounded = 0;
  repeatsGroup = false;
  /** Counts too high to look at every copy. */
  tooLarge = false;
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
    const part = this.sequence();
    while (this.source[this.at] === '|') {
      this.at++;
      const other = this.sequence();
      for (const p of other.first) part.first.add(p);
      for (const p of other.last) part.last.add(p);
      part.empty ||= other.empty;
    }
    return part;
  }

  private sequence(): Part {
    let all: Part = { first: new Set(), last: new Set(), empty: true };
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at] as string))
      all = this.join(all, this.repeated());
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
    const counted = /^\{(\d+)(,?)(\d*)\}/.exec(this.source.slice(this.at));
    if (counted) {
      const end = this.at + counted[0].length;
      const max = counted[3] ? Number(counted[3]) : Number(counted[1]);
      if (max > 64) this.tooLarge = true;
      const copies = [atom];
      while (copies.length < Math.min(max, 64)) {
        this.at = start;
        copies.push(this.atom());
      }
      let part = copies.pop() as Part;
      for (let n = copies.length; n > 0; n--)
        part = this.join(copies.pop() as Part, n >= Number(counted[1]) ? { ...part, empty: true } : part);
      this.at = end;
      return part;
    }
    const sign = this.source[this.at];
    if (sign === '?') {
      this.at++;
      return { ...atom, empty: true };
    }
    if (sign !== '*' && sign !== '+') return atom;
    this.at++;
    this.unbounded++;
    if (this.source[start] === '(') this.repeatsGroup = true;
    for (const p of atom.last) for (const q of atom.first) this.link(p, q);
    return sign === '*' ? { ...atom, empty: true } : atom;
  }

  private atom(): Part {
    const char = this.source[this.at] as string;
    if (char === '^' || char === '$') {
      this.at++;
      return { first: new Set(), last: new Set(), empty: true };
    }
    if (char === '(') {
      this.at += this.source.startsWith('(?:', this.at) ? 3 : 1;
      const inner = this.alternatives();
      this.at++;
      return inner;
    }
    const token = char === '[' ? /\[(?:\\.|[^\]])*\]/y : /\\.|./y;
    token.lastIndex = this.at;
    const text = token.exec(this.source)?.[0] ?? char;
    this.at += text.length;
    const matcher = new RegExp(`^${text}$`, 'u');
    this.sets.push(new Set(ALPHABET.filter((c) => matcher.test(c))));
    this.follow.push(new Set());
    const here = this.sets.length - 1;
    return { first: new Set([here]), last: new Set([here]), empty: false };
  }
}
