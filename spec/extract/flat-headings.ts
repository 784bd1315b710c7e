// Pages whose headings all have one level, "Request" as well as "Request URL" → the levels that their titles have elsewhere.
import { roleOf } from '../profiles/near-title.js';
import type { Profile, Role } from '../profiles/profile.js';
import type { Document, HeadingBlock } from '../read/document.js';

/** Sections that hold others, or stand beside those that do. */
const OUTER: ReadonlySet<Role | undefined> = new Set<Role | undefined>(['request', 'response', 'curl', 'overview']);
/** Each of them stands once on a page with one operation. */
const ONCE: readonly Role[] = ['request', 'response', 'url', 'method'];

/** The document with parts below their sections, and what no section is called within the one before it, as in text without levels. */
export function withSectionLevels(document: Document, profile: Profile): Document {
  const all = document.blocks.filter((block) => block.kind === 'heading');
  const below = all.filter(({ level }) => level > 1);
  // Where all are titles of the highest level, the page's own is the first.
  const headings = below.length > 0 ? below : all.slice(roleOf(all[0]?.text ?? '', profile) ? 0 : 1);
  const roles = new Map(headings.map((heading) => [heading, roleOf(heading.text, profile)]));
  if (!isFlat(headings, [...roles.values()])) return document;
  const blocks = document.blocks.map((block) => {
    if (block.kind !== 'heading' || !roles.has(block)) return block;
    const level = Math.max(2, block.level);
    return OUTER.has(roles.get(block)) ? { ...block, level } : { ...block, level: level + 1, flattened: true };
  });
  return { ...document, blocks };
}

function isFlat(headings: readonly HeadingBlock[], roles: readonly (Role | undefined)[]): boolean {
  const count = (role: Role): number => roles.filter((one) => one === role).length;
  const [first] = headings;
  return (
    first !== undefined &&
    headings.every(({ level, flattened }) => level === first.level && !flattened) &&
    count('request') === 1 &&
    count('response') === 1 &&
    ONCE.every((role) => count(role) <= 1)
  );
}
