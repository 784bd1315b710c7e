// Lines that say the same as one line with a count. Pure.
export interface Tally<T> {
  /** The first one's text. */
  text: string;
  items: T[];
}

/** Groups by what the key says, the most frequent first, else in the order they come. */
export function tally<T>(items: T[], textOf: (item: T) => string, keyOf: (item: T) => string = textOf): Tally<T>[] {
  const groups = new Map<string, Tally<T>>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.items.push(item);
    else groups.set(key, { text: textOf(item), items: [item] });
  }
  return [...groups.values()].sort((a, b) => b.items.length - a.items.length);
}
