// Reads under a condition (RFC 9110, section 13.1.2), where the documents have both the condition and the 304.
import type { Operation } from '../../plan/resources.js';
import type { Expectation } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import { says } from '../../told/told.js';
import type { Derived } from '../derived.js';
import { expectation } from '../documented.js';
import { documents } from '../refusal.js';
import { takesTags } from './versions.js';

/** Of a thing whose reads are promised to tell its version. */
export function notModifiedCases(suite: Suite, operation: Operation): Derived[] {
  const { op, api } = operation;
  const asks = [...op.parameters, ...(op.docs.headers ?? [])].filter(({ name }) => /^if-none-match$/i.test(name));
  const built = api.document['x-docproof'] !== undefined;
  const shown = op.responses.some(
    ({ status, headers }) => status === '200' && headers.some((h) => /^etag$/i.test(h.name) && (built || h.required)),
  );
  const ofAll = api.docs.versioned?.includes(op.path) === true;
  const told = shown || (built && [op, ...asks].some(({ description }) => /\betag\b/i.test(description ?? '')));
  const item = suite.model.resources.some((r) => r.retrieve === operation);
  if (!item) return [];
  // Whoever knows nothing of the condition answers as without it: what has another version is read in any case.
  if (suite.commandsOnly) return [ofAnother(operation), ofCurrent(operation)];
  const open = [op, ...asks].some(({ description }) => says(description, 'perhapsUnchanged'));
  if (open || !(ofAll || (told && asks.length > 0 && documents(operation, '304')))) return [];
  const current = { ...expectation(op), statuses: ['304'], because: 'If-None-Match names the current version' };
  return [
    ...(built || !takesTags(operation, 'if-none-match') ? [] : comparisons(current)),
    {
      what: 'if-none-match/current',
      title: 'If-None-Match of the current version',
      level: 'MUST',
      changes: { expect: current, unlessEtag: 'current' },
    },
    ofAnother(operation),
  ];
}

/** That the thing is unchanged is no failure of a read (section 13.1.2). */
function ofCurrent({ op }: Operation): Derived {
  const because = 'a read of the current version is answered with it, or as not modified';
  const expect = { ...expectation(op), statuses: ['200', '304'], because, response: false };
  const title = 'If-None-Match of the current version';
  return { what: 'if-none-match/current', title, level: 'MUST', changes: { expect, unlessEtag: 'current' } };
}

function ofAnother({ op }: Operation): Derived {
  const expect = { ...expectation(op), statuses: ['200'], because: 'If-None-Match names another version' };
  const title = 'If-None-Match of another version';
  return { what: 'if-none-match/other', title, level: 'MUST', changes: { expect, unlessEtag: 'other' } };
}

/** What the standard has and no document says: told, not judged. */
function comparisons(expect: Expectation): Derived[] {
  const with304 = (what: string, title: string, unlessEtag: 'among' | 'weak'): Derived => ({
    what: `if-none-match/${what}`,
    title,
    level: 'SHOULD',
    changes: { expect, unlessEtag },
  });
  return [
    with304('among-others', 'If-None-Match of another version and the current one', 'among'),
    with304('weak', 'If-None-Match of the current version, compared weakly', 'weak'),
  ];
}
