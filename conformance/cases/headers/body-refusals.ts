// Bodies that are refused whatever they say: of a type that is not taken (415), or too large (413).
import type { Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import { says, sentencesOf } from '../../told/told.js';
import type { BaseRequest } from '../base-request.js';
import type { Derived } from '../derived.js';
import { documents, refused } from '../refusal.js';

/** A body of a type that no document names; where they say how such a one is refused. */
export function otherMedia(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const sent = Object.keys(base.headers).find((name) => /^content-type$/i.test(name));
  if (suite.commandsOnly || !documents(operation, '415') || base.body === undefined || sent === undefined) return [];
  const request = { ...base, headers: { ...base.headers, [sent]: 'application/x-docproof' } };
  // A spec that somebody wrote lists the types itself; what was read from commands only knows which they send.
  const listed = !suite.hasCommands && !operation.op.body?.content.some(({ type }) => type.includes('*'));
  const alone = listed || sentencesOf(wordsFor(operation, '415')).some((sentence) => says(sentence, 'oneType'));
  const expect = refused(operation, alone ? ['415'] : ['415', '400'], 'the body is of another type');
  // Where nobody says which types are taken, some take whatever they can read.
  const level = alone ? 'MUST' : 'SHOULD';
  return [{ what: 'other-media-type', title: 'with a body of another type', level, changes: { request, expect } }];
}

/** So large a body is sent, at most. */
const MOST = 1_500_000;
const UNITS: Record<string, number> = { b: 1, k: 1024, m: 1024 * 1024 };

/** A body with blanks behind it, one for all: what is too large for one is too large for any. */
export function tooLarge({ model, commandsOnly }: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const first = model.resources.find(({ create }) => create?.judged && limitOf(create) !== undefined)?.create;
  const limit = first === operation ? limitOf(operation) : undefined;
  if (commandsOnly || limit === undefined || limit > MOST || base.json === undefined) return [];
  const expect = { ...refused(operation, ['413'], `the body is larger than ${limit} bytes`), statuses: ['413'] };
  return [
    {
      what: 'too-large',
      title: 'with a body that is too large',
      level: 'MUST',
      changes: { expect, padding: limit + Math.ceil(limit / 16) },
    },
  ];
}

/** "The body is larger than 64 KB": in bytes. */
function limitOf(operation: Operation): number | undefined {
  const [, number, unit = ''] =
    /\b(\d{1,6}) ?(bytes|ki?b|mi?b|kilobytes|megabytes)(?![a-z])/i.exec(wordsFor(operation, '413')) ?? [];
  const factor = UNITS[unit.charAt(0).toLowerCase()];
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}

function wordsFor({ op }: Operation, wanted: string): string {
  return op.responses.find(({ status }) => status === wanted)?.description ?? '';
}
