// Names that the contract gives: operationIds and case ids from page ids and titles, the same in every language.

/** Words of a page id without version and number: `237_Update_Relation` → [Update, Relation]; a hash has none. */
export function idWords(id: string): string[] {
  return id
    .replace(/^version-[\d.]+-/, '')
    .split(/[_\-\s.]+/)
    .filter((word) => /^[A-Za-z]+(?:\d[A-Za-z]*)?$/.test(word) && !/^[0-9a-f]{6,}$/i.test(word));
}

/** Words of a title that identifiers can be made of; verbs of another language are translated by the profile's list. */
export function titleWords(title: string, verbs: Record<string, string>): string[] {
  return (
    plainLetters(translated(title, verbs))
      .replace(/[’']s\b/g, '')
      .match(/[A-Za-z][A-Za-z0-9]*/g) ?? []
  );
}

/** Whether all words of a title can be in an identifier: of one in another script only a piece would be. */
export function isLatin(title: string, verbs: Record<string, string>): boolean {
  return !/(?!\p{Script=Latin})\p{L}/u.test(translated(title, verbs));
}

/** The title with its verb in front. */
function translated(title: string, verbs: Record<string, string>): string {
  const ends = Object.keys(verbs).sort((a, b) => b.length - a.length);
  const verb = ends.find((end) => title.endsWith(end));
  return verb ? `${verbs[verb]} ${title.slice(0, -verb.length)}` : title;
}

/** `[Update, Relation]` → `updateRelation`; words in capitals become ordinary ones (`NP` → `Np`). */
export function camel(words: string[]): string {
  return words
    .map((word, i) => {
      const plain = /^[A-Z0-9]+$/.test(word) ? word.toLowerCase() : word;
      return i === 0 ? plain[0]?.toLowerCase() + plain.slice(1) : plain[0]?.toUpperCase() + plain.slice(1);
    })
    .join('');
}

export function pascal(text: string): string {
  const words = plainLetters(text).match(/[A-Za-z0-9]+/g) ?? [];
  return words.map((word) => (word[0] ?? '').toUpperCase() + word.slice(1)).join('');
}

export function kebab(words: string[]): string {
  return words
    .join('-')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
}

/** First free name: `name`, `name2`, `name3`, … */
export function unique(name: string, taken: ReadonlySet<string> | Record<string, unknown>, separator = ''): string {
  const isTaken = (one: string): boolean => (taken instanceof Set ? taken.has(one) : Object.hasOwn(taken, one));
  if (!isTaken(name)) return name;
  let n = 2;
  while (isTaken(`${name}${separator}${n}`)) n++;
  return `${name}${separator}${n}`;
}

/** Letters with marks as the plain ones: `löschen` names `loschen`, not `l` and `schen`. */
function plainLetters(text: string): string {
  return text
    .replaceAll('ß', 'ss')
    .replace(/[æœ]/gi, (c) => (c === 'æ' || c === 'Æ' ? 'ae' : 'oe'))
    .replace(/ø/gi, 'o')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
}
