// Stories of times that may not overlap: "A room can't be booked twice for the same time".
import { fieldOrders } from '../../plan/field-orders.js';
import type { Operation, Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { says, sentencesOf } from '../../told/told.js';
import { baseRequest, withJson } from '../base-request.js';
import { expectation } from '../documented.js';
import { documents, refused } from '../refusal.js';
import { Telling } from './stories.js';

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

export function overlapGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.resources.flatMap((resource) => overlapping(suite, resource));
}

/** One that begins while another one is going on, and ends when that is over. */
function overlapping(suite: Suite, { create, remove }: Resource): CaseGroup[] {
  const base = create?.judged && remove && create.op.method === 'POST' ? baseRequest(suite, create) : undefined;
  const statuses = create ? refusalsOfOverlaps(create) : [];
  if (!create || !base?.json || statuses.length === 0) return [];
  for (const { low, high } of fieldOrders(create)) {
    const [from, to] = [base.json[low], base.json[high]];
    if (typeof from !== 'string' || typeof to !== 'string' || !MOMENT.test(from) || !MOMENT.test(to)) continue;
    const [begun, over] = [Date.parse(from), Date.parse(to)];
    if (!(begun < over)) continue;
    const moment = (time: number): string => new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
    const length = over - begun;
    const later = { [low]: moment(begun + length / 2), [high]: moment(over + length / 2) };
    const telling = new Telling(`story/${create.op.id}-overlapping`);
    telling.add('create', create, base, expectation(create.op, create));
    const because = 'it begins before another one is over';
    telling.add('create-later', create, withJson(base, { ...base.json, ...later }), refused(create, statuses, because));
    const inside = { [low]: moment(begun + length / 4), [high]: moment(over - length / 4) };
    const within = withJson(base, { ...base.json, ...inside });
    telling.add('create-inside', create, within, refused(create, statuses, 'another one goes on around it'));
    return telling.group();
  }
  return [];
}

function refusalsOfOverlaps(create: Operation): string[] {
  const refusals = create.op.responses.filter(({ status }) => /^4\d\d$/.test(status));
  const own = refusals.filter(({ description }) => says(description, 'overlaps')).map(({ status }) => status);
  const about = sentencesOf(create.op.description).filter((sentence) => says(sentence, 'overlaps'));
  const told = about.flatMap((sentence) => sentence.match(/\b4\d\d\b/g) ?? []);
  return [...new Set([...told, ...own])].filter((status) => documents(create, status));
}
