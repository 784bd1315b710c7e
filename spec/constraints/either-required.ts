// "Either `mail` or `phone` is required": the names of fields of which one has to be there.
import { tidy } from './tidy-cell.js';
import type { Wording } from './wording.js';
import { mayMatch } from './wording-lists.js';

const MAX_TEXT = 2000;
const NAME = /^(?:(\p{L}{1,12}) )?[`"'“「]?([A-Za-z_$][\w.$-]{0,80})[`"'”」]?$/u;
const FEWEST = 2;

/** The names that each such sentence of a text has; what is no list of names is none. */
export function readEither(text: string, wording: Wording): string[][] {
  const tidied = tidy(text.slice(0, MAX_TEXT));
  const lower = tidied.toLowerCase();
  const found = new Map<string, string[]>();
  for (const wanted of wording.statements.eitherRequired) {
    if (!mayMatch(wanted, lower)) continue;
    for (const { groups = {} } of tidied.matchAll(wanted.pattern)) {
      const { values = '', field } = groups;
      // "Name and mail or phone" are not all to choose from.
      if (field !== undefined && values.replace(wording.joiners, '') !== values) continue;
      const names = namesIn(field === undefined ? values : `${values},${field}`, wording);
      if (names) found.set(names.join('\n'), names);
    }
  }
  return [...found.values()];
}

function namesIn(text: string, { joiners, articles }: Wording): string[] | undefined {
  const parts = text
    .replace(joiners, ',')
    .split(/[,、/・]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const names = new Set(
    parts.flatMap((part) => {
      const [, before, name] = NAME.exec(part) ?? [];
      return name !== undefined && (before === undefined || articles.has(before.toLowerCase())) ? [name] : [];
    }),
  );
  return names.size >= FEWEST && names.size === parts.length ? [...names] : undefined;
}
