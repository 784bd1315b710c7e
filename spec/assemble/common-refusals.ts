// Refusals that pages document for all operations at once, below the heading of none: a table of statuses, or a sentence.
import { answersIn } from '../extract/operations/answers.js';
import type { Page } from '../extract/page.js';
import { statusesOfRow } from '../extract/status-rows.js';
import type { Profile } from '../profiles/profile.js';
import type { Block } from '../read/document.js';
import { rememberedFor } from '../remember.js';
import type { Json } from './components.js';
import { blocksOfNoOperation } from './error-format.js';
import type { Group } from './plan.js';
import { reason } from './responses.js';

/** What the pages say of a request without a valid credential, and of a read of what is not there. */
const COMMON = ['401', '404'];

/** Whether operations of other pages may depend on this one. */
export function tellsOfRefusals(page: Page, profile: Profile): boolean {
  return statusesBy(profile)(page).length > 0;
}

/** @returns responses by status, for statuses that the operation does not document itself */
export function commonRefusals(pages: readonly Page[], profile: Profile) {
  const told = new Set(pages.flatMap((page) => statusesBy(profile)(page)));
  return (group: Group, isSecured: boolean, documented: ReadonlySet<string>): Record<string, Json> => {
    const read = group.method === 'GET' && /\}\/?$/.test(group.main.shape.path);
    const due = COMMON.filter((status) => told.has(status) && !documented.has(status)).filter((status) =>
      status === '401' ? isSecured : read,
    );
    return Object.fromEntries(
      due.map((status) => [status, { description: reason(status), 'x-docproof': { derived: true } }]),
    );
  };
}

const statusesBy = rememberedFor((profile: Profile) =>
  rememberedFor((page: Page): string[] => {
    if (!profile.infer.samples) return [];
    const found = blocksOfNoOperation(page).flatMap((block) => statusesIn(block, profile));
    return COMMON.filter((status) => found.includes(status));
  }),
);

function statusesIn(block: Block, profile: Profile): string[] {
  if (block.kind === 'table')
    return block.rows.flatMap(({ cells, span }) => statusesOfRow(cells[0], cells.slice(1), span, profile).map(codeOf));
  if (block.kind === 'paragraph') return block.lines.flatMap((line) => answersIn(line, profile, false).map(codeOf));
  return block.kind === 'item' ? answersIn(block, profile, false).map(codeOf) : [];
}

function codeOf({ code }: { code: string }): string {
  return code;
}
