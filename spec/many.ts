// Numbers with their noun, in messages for people.

/** `1 case`, `2 cases`. */
export function many(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
