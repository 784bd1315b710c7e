// What a profile tells the readers of pages: titles, columns, marks.

import { roleOf } from '../profiles/near-title.js';
import type { Profile, Role } from '../profiles/profile.js';
import type { HeadingHints } from '../read/heading-hints.js';
import { readRequired } from './table-rows.js';

const CONTAINERS = new Set(['request', 'response', 'curl', 'overview']);

export function hintsOf(profile: Profile): HeadingHints {
  return {
    headingLevel: (text) => headingLevel(text, profile),
    sectionOf: (text) => sectionOf(text, profile),
    isColumnTitle: (text) => profile.columns.match(text) !== undefined,
    columnOf: (text) => profile.columns.match(text)?.value,
    isMark: (text) => readRequired(text, profile) !== undefined,
    isType: (text) =>
      profile.wording.typeName.test(text) || profile.wording.listOfOne.test(text) || /^Edm\.\w+$/.test(text),
    startsNote: (text) => profile.wording.startsNote.test(text),
    isAround: (text) => profile.wording.isAroundPage.test(text),
  };
}

/** Level of a line of flattened text that is a title of the profile; sentences and values that only resemble one are none. */
function headingLevel(text: string, profile: Profile): number | undefined {
  if (text.length > 70 || text.includes('|') || /[.。]$|^["“「`]/.test(text)) return undefined;
  if (profile.wording.exampleLine.test(text)) return undefined;
  const role = roleOf(text, profile);
  if (!role || /[:：,、]/.test(profile.titles.match(text)?.capture ?? '')) return undefined;
  return CONTAINERS.has(role) ? 2 : role === 'variant' ? 4 : 3;
}

/** Sections that a page has once, and whose titles are no captions of parts. */
const ONCE: ReadonlySet<Role> = new Set<Role>([
  'overview',
  'privileges',
  'restrictions',
  'request',
  'url',
  'method',
  'query',
  'requestHeader',
  'requestBody',
  'requestSample',
  'response',
  'status',
  'responseHeader',
  'responseBody',
  'responseSample',
  'errors',
  'curl',
]);

function sectionOf(text: string, profile: Profile): Role | undefined {
  if (text.length > 70 || /[.:：。|]$|^["“「`]/.test(text)) return undefined;
  const match = profile.titles.match(text);
  return match && match.capture === undefined && ONCE.has(match.value) ? match.value : undefined;
}
