// How often documents let something be done: "at most 2 times", "twice", "höchstens dreimal", "3回まで".

const WORDS: readonly (readonly [times: number, words: RegExp])[] = [
  [1, /^(?:once|one|ein|une?\b)/i],
  [2, /^(?:twice|two|zwei|deux)/i],
  [3, /^(?:thrice|three|drei|trois)/i],
  [4, /^(?:four|vier|quatre)/i],
  [5, /^(?:five|fünf|cinq)/i],
];

export function timesIn(words: string): number | undefined {
  const [digits] = /^\d{1,2}/.exec(words) ?? [];
  if (digits !== undefined) return Number(digits);
  return WORDS.find(([, pattern]) => pattern.test(words))?.[0];
}
