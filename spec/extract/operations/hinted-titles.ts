// Titles with a word behind a dash that tells them apart (`Parameters - Query`, `Success response - 201`, `Error response - Error 4xx`):
// what stands in front is the title, a status behind it the answer that the section is about.
import type { Profile } from '../../profiles/profile.js';
import type { Document } from '../../read/document.js';

const HINTED = /^([^–—\n]{3,40}?)\s{1,3}[–—-]\s{1,3}(\S.{0,60})$/;
const STATUS = /(?<![\w.-])([1-5]\d\d)(?![\w-])/;

/** The document with plain titles for headings of that kind. */
export function withoutHints(document: Document, profile: Profile): Document {
  const blocks = document.blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    const [, title = '', hint = ''] = HINTED.exec(block.text) ?? [];
    const role = title === '' ? undefined : profile.titles.match(title);
    if (!role?.exact || !isHint(hint, profile)) return block;
    const [, status] = STATUS.exec(hint) ?? [];
    const hinted = profile.titles.match(plain(hint))?.value;
    // "Parameters - Query": the kind of parameters says more.
    const text = status ? `${title}: ${status}` : role.value === 'parameters' && hinted ? plain(hint) : title;
    return { ...block, text };
  });
  return { ...document, blocks };
}

/** A title itself, a place of parameters, a status, or what only points at what stands below. */
function isHint(hint: string, profile: Profile): boolean {
  if (STATUS.test(hint) || /^\w{0,20} ?[1-5]xx$/i.test(hint) || /[:：]$/.test(hint)) return true;
  return profile.titles.match(plain(hint)) !== undefined || profile.places.match(hint)?.exact === true;
}

/** "Query Parameter(s)" → "Query Parameters" */
function plain(hint: string): string {
  return hint.replace(/\((\p{L}{1,2})\)/gu, '$1').replace(/[:：]$/, '');
}
