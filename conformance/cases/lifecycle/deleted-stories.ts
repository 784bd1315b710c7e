// What documents say of a thing that was deleted and is kept: it can be read, marked, is not listed, and is back once restored.
import type { Schema } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { isDeletionMark, staysReadable } from '../../assess/marked-gone.js';
import { takesBack, turnsOn } from '../../plan/actions.js';
import type { Entity } from '../../plan/entities.js';
import { isPlain, type Operation, type Resource } from '../../plan/resources.js';
import type { Case, Expectation } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { says, sentencesOf, toldBy } from '../../told/told.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { unlessMadeUp } from '../lists/made-up-query.js';
import { refused } from '../refusal.js';
import { requestAt } from './request-at.js';
import { addressOf, createdBy, pathOf, Telling } from './stories.js';

export function deletedGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.resources
    .filter(isPlain)
    .flatMap((resource) => [...kept(suite, resource), ...again(suite, resource)]);
}

/** A thing that was made, and the delete of it. */
interface Deletion {
  telling: Telling;
  /** The request about it, and what a step behind the delete builds on. */
  about: (operation: Operation, path?: string) => BaseRequest;
  changes: () => Required<Pick<Case, 'needs' | 'absent'>>;
  entity: Entity;
  listing: (list: Operation) => BaseRequest;
}

function deletion(suite: Suite, resource: Resource, story: string): Deletion | undefined {
  const { create, remove } = resource;
  const base = create?.judged && remove?.judged && create.op.method === 'POST' ? baseRequest(suite, create) : undefined;
  if (!create || !remove || !base) return undefined;
  const telling = new Telling(`story/${remove.op.id}-${story}`);
  telling.add('create', create, base, { ...expectation(create.op, create), effect: 'created' });
  const [first] = telling.cases;
  const entity = first && createdBy(suite, first, resource);
  if (!entity) return undefined;
  const about = (operation: Operation, behind = ''): BaseRequest =>
    requestAt(suite, operation, `${pathOf(entity)}${behind}`, base);
  telling.add('delete', remove, about(remove), expectation(remove.op, remove));
  return {
    telling,
    about,
    changes: () => ({ needs: telling.cases.map(({ id }) => id), absent: [entity] }),
    entity,
    listing: (list) => requestAt(suite, list, addressOf(list, entity), base),
  };
}

function kept(suite: Suite, resource: Resource): CaseGroup[] {
  const { remove, retrieve, list } = resource;
  if (!remove) return [];
  const readable = retrieve?.judged === true && staysReadable(remove, retrieve);
  const unlisted = tellsUnlisted(remove, list);
  const restoring = turnsOn(suite.model, resource.signature).find(
    (action) => action.judged && takesBack(action) && !action.op.body && tellsOfDeleted(action),
  );
  const told = readable || unlisted || restoring;
  const one = told ? deletion(suite, resource, 'kept') : undefined;
  if (!one) return [];
  const mark = retrieve && readable ? markOf(remove, retrieve) : undefined;
  const read = (step: string, deleted: boolean): void => {
    if (!retrieve) return;
    const shows: Pick<Expectation, 'shows'> = mark === undefined ? {} : { shows: { property: mark, set: deleted } };
    one.telling.add(step, retrieve, one.about(retrieve), { ...expectation(retrieve.op), ...shows }, one.changes());
  };
  const look = (step: string, effect: 'listed' | 'not-listed'): void => {
    if (!list?.judged) return;
    const request = one.listing(list);
    if (request.query !== '') return;
    const expect = { ...unlessMadeUp(list, expectation(list.op)), effect };
    one.telling.add(step, list, request, expect, { needs: one.changes().needs, about: one.entity });
  };
  if (readable) read('read-deleted', true);
  if (unlisted) look('list-without-it', 'not-listed');
  if (restoring) {
    const request = one.about(restoring, `/${restoring.segments.at(-1)?.text}`);
    one.telling.add('restore', restoring, request, expectation(restoring.op), one.changes());
    if (retrieve?.judged) read('read-restored', false);
    look('list-restored', 'listed');
  }
  return one.telling.group();
}

/** "Deleting it again returns 410." */
function again(suite: Suite, resource: Resource): CaseGroup[] {
  const { remove } = resource;
  const status = remove && statusTold(remove);
  const one = status === undefined ? undefined : deletion(suite, resource, 'twice');
  if (!remove || status === undefined || !one) return [];
  const because = 'so the documents say of what is deleted already';
  const expect = status.startsWith('2')
    ? { ...expectation(remove.op), statuses: [status], because }
    : { ...refused(remove, [status], because), statuses: [status] };
  one.telling.add('again', remove, one.about(remove), expect, one.changes());
  return one.telling.group();
}

function statusTold({ op }: Operation): string | undefined {
  const answers = op.responses.flatMap(({ status, description }) =>
    sentencesOf(description).map((sentence) => `${status}: ${sentence}`),
  );
  const told = [op.description, ...answers].map((text) => toldBy(text?.replace(/[`*]/g, ''), 'deletedAgain')['status']);
  return told.find((status) => status !== undefined);
}

function tellsUnlisted(remove: Operation, list: Operation | undefined): boolean {
  return (
    list?.judged === true && (says(remove.op.description, 'leavesLists') || says(list.op.description, 'listsNoDeleted'))
  );
}

/** "Brings a deleted note back": versions and backups are restored as well. */
function tellsOfDeleted({ op }: Operation): boolean {
  return [op.summary, op.description].some((text) => says(text, 'wasDeleted'));
}

/** What says when or whether it was deleted, where the documents of the two name it. */
function markOf(remove: Operation, retrieve: Operation): string | undefined {
  const { api, op } = retrieve;
  const words = new Set(`${remove.op.description ?? ''} ${op.description ?? ''}`.split(/[^\w]+/));
  const content = op.responses.find(({ status }) => status.startsWith('2'))?.content ?? [];
  const namesIn = (raw: Schema, depth: number): string[] => {
    const fields = Object.entries(mergedSchema(api, raw).properties ?? {});
    const inside = depth < DEEPEST ? fields.flatMap(([, field]) => namesIn(field, depth + 1)) : [];
    return [...fields.map(([name]) => name), ...inside];
  };
  return content.flatMap(({ schema }) => namesIn(schema, 0)).find((name) => isDeletionMark(name) && words.has(name));
}

/** How deep in an answer the thing may stand. */
const DEEPEST = 2;
