// Whether the title of an operation is about what a sentence speaks of, in any language: "Eintrag anlegen" about "Einträgen",
// "レコードを作成する" about "レコード". A title with more in it may be about something else: "Create a user group" about no users.

/** Articles and the like. */
const SHORT = 3;
/** Letters that an ending may differ in. */
const ENDING = 3;
const LEAST = 4;
const WITHOUT_BLANKS = /^[\u3040-\u30ff\u4e00-\u9fff]+$/;

export function isTitled(title: string | undefined, word: string): boolean {
  if (title === undefined || word === '') return false;
  if (WITHOUT_BLANKS.test(word)) return title.startsWith(word);
  const words = folded(title)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((one) => one.length > SHORT);
  return words.length <= 2 && words.some((one) => sameStem(one, folded(word)));
}

function sameStem(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same >= LEAST && same >= Math.max(a.length, b.length) - ENDING;
}

function folded(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
}
