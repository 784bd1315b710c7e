// Stories of what may be done so often and no more: "A loan can be renewed at most 2 times; after that the answer is 409".
import type { Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { timesIn } from '../../plan/times.js';
import { says, sentencesOf, toldBy } from '../../told/told.js';
import { baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { documents, refused } from '../refusal.js';
import { Telling } from './stories.js';

/** More than that nobody waits for. */
const MOST = 5;

/** Letters that a verb has in each of its forms: "renew", "renewed". */
const STEM = 4;

export function oftenGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.operations.flatMap((operation) => {
    const [often] = isAction(operation) ? timesTold(operation) : [];
    const base = often && often.times <= MOST ? baseRequest(suite, operation) : undefined;
    if (!often || !base) return [];
    const telling = new Telling(`story/${operation.op.id}-so-often`);
    const needs = (): { needs: string[] } => ({ needs: telling.cases.map(({ id }) => id) });
    for (let i = 1; i <= often.times; i++)
      telling.add(`time-${i}`, operation, base, expectation(operation.op, operation), i > 1 ? needs() : {});
    const because = `it was done ${often.times === 1 ? 'once' : `${often.times} times`} before`;
    telling.add('once-more', operation, base, refused(operation, often.statuses, because), needs());
    return telling.group();
  });
}

function isAction({ op, segments, judged, creates }: Operation): boolean {
  const [thing, action] = segments.slice(-2);
  return judged && !creates && op.method === 'POST' && action?.variable === undefined && thing?.variable !== undefined;
}

/** How often, and with which status it is refused from then on: as the sentence says it, or the one behind. */
function timesTold(operation: Operation): { times: number; statuses: string[] }[] {
  const { op, segments } = operation;
  const action = segments.at(-1)?.text.toLowerCase() ?? '';
  const sentences = sentencesOf(op.description?.replace(/[`*]/g, ''));
  const told = refusalsTold(operation);
  if (told.length > 0) return told;
  return sentences.flatMap((sentence, i) => {
    const { times: words = '', verb } = toldBy(sentence, 'soOften');
    const times = timesIn(words);
    const other = verb !== undefined && verb.toLowerCase().slice(0, STEM) !== action.slice(0, STEM);
    if (times === undefined || times < 1 || other || says(sentence, 'perTime')) return [];
    const told = [sentence, sentences[i + 1] ?? ''].map((one) =>
      statusesIn(one).filter((s) => documents(operation, s)),
    );
    // A conflict with what was done before is what else it may be.
    const conflict = documents(operation, '409') ? ['409'] : undefined;
    const statuses = told.find((found) => found.length > 0) ?? conflict;
    return statuses ? [{ times, statuses }] : [];
  });
}

/** "409: It was renewed twice already." */
function refusalsTold({ op }: Operation): { times: number; statuses: string[] }[] {
  return op.responses.flatMap(({ status, description }) => {
    const { times: words = '' } = toldBy(description?.replace(/[`*]/g, ''), 'soOftenAlready');
    const times = /^4\d\d$/.test(status) ? timesIn(words) : undefined;
    return times === undefined || says(description, 'perTime') ? [] : [{ times, statuses: [status] }];
  });
}

function statusesIn(sentence: string): string[] {
  return sentence.match(/\b4\d\d\b/g) ?? [];
}
