// Derived cases of what belongs to its owner: another account of the run is refused what documents leave to who made it.
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import { says, sentencesOf } from '../../told/told.js';
import type { Derived } from '../derived.js';
import { documents, refused } from '../refusal.js';

export function ownerCases(suite: Suite, operation: Operation, plain: Case): Derived[] {
  if (!suite.registration) return [];
  const { located } = subjectOf(suite, plain);
  const [own] = located.map(({ entity }) => entity.resource).filter(({ create }) => create);
  if (!own) return [];
  if (operation.forAddressee) return addressed(operation);
  // Whom it is for is another account's, who sees it as well.
  if (located.some(({ entity }) => entity.resource.addressee !== undefined)) return [];
  const statuses = refusals(suite, operation);
  if (statuses.length === 0) return [];
  const expect = { ...refused(operation, statuses, "it is another account's"), statuses };
  return [{ what: 'as-another', title: 'by another account', level: 'MUST', changes: { auth: 'another', expect } }];
}

/** Who made it is not whom it is for. */
function addressed(operation: Operation): Derived[] {
  if (!documents(operation, '403')) return [];
  const expect = refused(operation, ['403'], 'it is for somebody else');
  return [{ what: 'not-addressed', title: 'by who it is not for', level: 'MUST', changes: { auth: 'own', expect } }];
}

/** With what others are refused; none where the documents let them in, or leave it open. */
function refusals(suite: Suite, operation: Operation): string[] {
  const { op } = operation;
  // "A draft is only visible to its author; for everybody else …": the part behind the semicolon holds for a draft as well.
  const conditions = new RegExp(`\\b(?:${[...statesOf(suite, operation), ...HIDDEN].join('|')})s?\\b`, 'i');
  const telling = (text = ''): string[] =>
    text
      .split(/(?<=[.!?。])\s+|\n/)
      .filter((line) => !conditions.test(line))
      .flatMap(sentencesOf)
      .filter((one) => says(one, 'ownersOnly'));
  const told = op.responses
    .filter(({ status, description }) => STATUSES.includes(status) && telling(description).length > 0)
    .map(({ status }) => status);
  const sentences = telling(op.description);
  const named = sentences.flatMap((one) => STATUSES.filter((status) => one.includes(status)));
  if (named.length > 0) return [...new Set([...named, ...told])];
  if (told.length > 0) return told;
  return sentences.length > 0 ? STATUSES.filter((status) => documents(operation, status)) : [];
}

const STATUSES = ['403', '404'];
const HIDDEN = ['private', 'hidden', 'unlisted', 'unpublished', 'secret'];

/** Words for what things are in, under which a rule holds: "A draft is only visible to its author". */
function statesOf({ model }: Suite, { api }: Operation): string[] {
  const creates = model.resources.flatMap(({ create }) => (create ? [create] : []));
  return creates.flatMap((create) =>
    Object.values(bodySchema(create)?.properties ?? {}).flatMap((raw) =>
      (mergedSchema(api, raw).enum ?? []).filter(
        (value): value is string => typeof value === 'string' && /^\w+$/.test(value),
      ),
    ),
  );
}
