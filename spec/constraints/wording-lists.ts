// The lists of words of several languages put together, and the patterns that are made of them.
import { alternation, bounded, compileTemplate, neededWords } from './template.js';
import { type ListName, type MapName, STATEMENTS, type Template, type WordingSource } from './wording-file.js';

/** A compiled template, and words of which a text has one if it matches; none where any text may. */
export interface Wanted {
  pattern: RegExp;
  words: readonly string[];
}

/** @param text in lower case */
export function mayMatch({ words }: Wanted, text: string): boolean {
  return words.length === 0 || words.some((word) => text.includes(word));
}

/** The words of several languages. */
export class Words {
  constructor(private readonly sources: readonly WordingSource[]) {}

  list(key: ListName): string[] {
    return this.sources.flatMap((s) => s.lists[key]);
  }

  set(key: ListName): Set<string> {
    return new Set(this.list(key).map(plainKey));
  }

  /** Phrase → what it means. */
  map(key: MapName): Map<string, string> {
    const pairs = this.sources.flatMap((s) => Object.entries(s.maps[key]));
    return new Map(pairs.flatMap(([to, from]) => from.map((phrase) => [plainKey(phrase), to] as const)));
  }

  statements(slots: Parameters<typeof compileTemplate>[1]): Record<Template, Wanted[]> {
    const compiled = STATEMENTS.map((kind) => {
      const templates = wordsFirst(this.sources.flatMap((s) => s.statements[kind]));
      return [kind, templates.map((t) => ({ pattern: compileTemplate(t, slots), words: neededWords(t) }))];
    });
    return Object.fromEntries(compiled) as Record<Template, Wanted[]>;
  }

  /** One of the phrases, as a part of a pattern. */
  any(key: ListName): string {
    return alternation(this.list(key));
  }

  /** The same with Latin letters apart: those words have blanks around them. */
  byScript(key: ListName): { latin: string; others: string } {
    const isLatin = (phrase: string): boolean => /^[A-Za-z]/.test(phrase);
    const latin = this.list(key).filter(isLatin);
    return { latin: alternation(latin), others: alternation(this.list(key).filter((phrase) => !isLatin(phrase))) };
  }

  /** One of the phrases. */
  one(key: ListName, flags?: string): RegExp {
    return either(this.list(key), flags);
  }
}

export function either(phrases: readonly string[], flags = 'iyu'): RegExp {
  return new RegExp(bounded(phrases), flags);
}

/**
 * Templates that start with a slot say less than those that start with words: they come last. Those with both limits come
 * first, before another language's takes one of them. Else the order stays.
 */
function wordsFirst(templates: string[]): string[] {
  const rank = (t: string): number => (t.startsWith('{') ? 2 : t.includes('{min}') && t.includes('{max}') ? 0 : 1);
  return [0, 1, 2].flatMap((wanted) => templates.filter((t) => rank(t) === wanted));
}

/** One spelling of a phrase for look-ups. */
export function plainKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
