// A comparison for a comment on a pull request.
import type { Change, Level } from '../change.js';
import { countLevels } from '../diff.js';
import { type DiffReport, placeText, totals } from './report.js';

const TITLES: Record<Level, string> = { breaking: 'Breaking', risky: 'Risky', safe: 'Safe' };
const PLACES = 5;

export function diffMarkdown({ old, new: after, changes }: DiffReport): string {
  const head = `## API changes\n\n${code(old)} → ${code(after)}: ${changes.length === 0 ? 'no changes' : totals(countLevels(changes))}\n`;
  const sections = (Object.keys(TITLES) as Level[]).map((level) =>
    section(
      level,
      changes.filter((c) => c.level === level),
    ),
  );
  return [head, ...sections.filter((text) => text !== '')].join('\n');
}

/** Safe changes are folded: who reviews looks for the others. */
function section(level: Level, changes: Change[]): string {
  if (changes.length === 0) return '';
  const rows = changes.map((change) => `| ${escaped(change.message)} | ${places(change)} | ${code(change.rule)} |`);
  const table = `| Change | Where | Rule |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  const title = `${TITLES[level]} (${changes.length})`;
  return level === 'safe'
    ? `<details><summary>${title}</summary>\n\n${table}\n</details>\n`
    : `### ${title}\n\n${table}`;
}

function places(change: Change): string {
  const shown = change.places
    .slice(0, PLACES)
    .map((place) => code(placeText(place) ?? `${place.method} ${place.path}`));
  const more = change.places.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('<br>');
}

/** Inline code that holds backticks, and stays one cell of a table. */
function code(text: string): string {
  const ticks = text.includes('`') ? '``' : '`';
  return `${ticks}${text.replaceAll('|', '\\|').replace(/[\r\n]+/g, ' ')}${ticks}`;
}

/** Names come from documents: no markup, no mention of people, no new cell. */
function escaped(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_[\]|~#!]/g, '\\$&')
    .replaceAll('@', '@\u200b');
}
