// Values that no two things share, of the form that is shown: letters for letters and digits for digits, given in turn.
import type { Schema } from '../../spec/contract/api.js';
import { randomFrom } from '../../spec/fitting/fitting-text.js';

/** The run, the story and, behind the first, the thing of the story that a suffix stands for. */
const PARTS = /^([a-z][0-9a-f]{8})([0-9a-z]{3})([0-9a-z]*)$/;
/** Things of one kind in a story, for each of which a number is kept. */
const THINGS = 16;

/** Where each of a run's things has its number among so many: from a place of the run's on. */
function turnOf(suffix: string, all: number): number {
  const [, run = suffix, story = '0', thing = ''] = PARTS.exec(suffix) ?? [];
  const turn = Number.parseInt(story, 36) * THINGS + (Number.parseInt(thing, 36) || 0);
  return (randomFrom(run)(all) + turn) % all;
}

/** Few digits behind letters: another number for each thing of each story. */
export function numberInTurn(letters: string, digits: string, suffix: string): string {
  return letters + String(turnOf(suffix, 10 ** digits.length)).padStart(digits.length, '0');
}

const DIGITS = '0123456789';
const SMALL = 'abcdefghijklmnopqrstuvwxyz';
const LARGE = SMALL.toUpperCase();

/** As many are sought, and fewer are too few for the things of a run. */
const WANTED = 100_000;
const FEWEST = 10_000;

/**
 * Another value in the shape of one that is shown, longer only where there would be too few.
 *
 * @returns undefined where its length allows too few
 */
export function shapedInTurn(value: string, suffix: string, { maxLength = value.length }: Schema): string | undefined {
  let text = value;
  while (possible(text) < FEWEST && text.length < maxLength && kindOf(text.at(-1)) !== undefined) text += text.at(-1);
  if (possible(text) < FEWEST) return undefined;
  const chars = [...text];
  const places = placesOf(text);
  let rest = turnOf(suffix, possible(text));
  for (const { at, kind } of places) {
    chars[at] = kind[rest % kind.length] as string;
    rest = Math.floor(rest / kind.length);
  }
  return chars.join('');
}

function possible(text: string): number {
  return placesOf(text).reduce((all, { kind }) => all * kind.length, 1);
}

/** What is changed: its digits, then letters, from the end on. */
function placesOf(text: string): { at: number; kind: string }[] {
  const places = [...text].flatMap((char, at) => {
    const kind = kindOf(char);
    return kind === undefined ? [] : [{ at, kind }];
  });
  const last = places.reverse();
  const inOrder = [...last.filter(({ kind }) => kind === DIGITS), ...last.filter(({ kind }) => kind !== DIGITS)];
  let all = 1;
  return inOrder.filter(({ kind }) => {
    const more = all < WANTED;
    if (more) all *= kind.length;
    return more;
  });
}

function kindOf(char: string | undefined): string | undefined {
  return char === undefined ? undefined : [DIGITS, SMALL, LARGE].find((kind) => kind.includes(char));
}
