// A comparison for a terminal or a log.
import type { Level } from '../change.js';
import { countLevels } from '../diff.js';
import { type DiffReport, placeText, totals } from './report.js';

interface Colours {
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
  dim(text: string): string;
}

const PLACES = 3;

export function diffText({ old, new: after, changes }: DiffReport, colours: Colours): string {
  const paint: Record<Level, (text: string) => string> = {
    breaking: colours.red,
    risky: colours.yellow,
    safe: colours.green,
  };
  const lines = changes.flatMap((change) => [
    `${paint[change.level](change.level.padEnd(8))}  ${change.message}  ${colours.dim(`[${change.rule}]`)}`,
    ...change.places.slice(0, PLACES).map((place) => {
      const at = placeText(place);
      return `          ${place.operation}${at === undefined ? ` (${place.method} ${place.path})` : `  ${at}`}`;
    }),
    ...(change.places.length > PLACES ? [`          and ${change.places.length - PLACES} more operations`] : []),
  ]);
  const summary = changes.length === 0 ? 'no changes' : totals(countLevels(changes));
  return `${[...lines, `${old} → ${after}: ${summary}`].join('\n')}\n`;
}
