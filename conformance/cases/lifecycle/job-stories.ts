// What runs in the background: "Poll `GET /jobs/{id}` until its `status` is `done`; `resultUrl` is then the address of the report".
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import type { Operation, Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { sentencesOf, toldBy } from '../../told/told.js';
import { baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { requestAt } from './request-at.js';
import { createdBy, pathOf, Telling } from './stories.js';

const LINK = /(?:url|uri|href|link|location)$/i;

export function jobGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.resources.flatMap((resource) => done(suite, resource));
}

function done(suite: Suite, resource: Resource): CaseGroup[] {
  const { create, retrieve, remove } = resource;
  const base = create?.judged && (remove || suite.leavesThings) ? baseRequest(suite, create) : undefined;
  if (!create?.op.responses.some(({ status }) => status === '202') || !retrieve?.judged || !base) return [];
  const awaits = awaited(create, retrieve);
  if (!awaits) return [];
  const telling = new Telling(`story/${create.op.id}-done`);
  telling.add('create', create, base, { ...expectation(create.op, create), effect: 'created' });
  const [first] = telling.cases;
  const entity = first && createdBy(suite, first, resource);
  if (!entity) return [];
  const request = requestAt(suite, retrieve, pathOf(entity), base);
  telling.add('done', retrieve, request, expectation(retrieve.op), { awaits });
  return telling.group();
}

/** What says that it is done, and where its result is then, both told where it is started or read. */
function awaited(
  create: Operation,
  retrieve: Operation,
): { property: string; value: string; link?: string } | undefined {
  const { api, op } = retrieve;
  const content = op.responses.find(({ status }) => status === '200')?.content ?? [];
  const names = content.flatMap(({ schema }) => Object.keys(mergedSchema(api, schema).properties ?? {}));
  const texts = [create.op.description, op.description].map((text) => text?.replace(/[`*"]/g, ''));
  const told = texts.map((text) => toldBy(text, 'pollUntil'));
  const { property = '', state } = told.find((one) => names.includes(one['property'] ?? '')) ?? {};
  if (state === undefined) return undefined;
  const sentences = texts.flatMap((text) => sentencesOf(text));
  const link = names.find(
    (name) => LINK.test(name) && sentences.some((one) => toldBy(one, 'thenAddress')['link'] === name),
  );
  return { property, value: state, ...(link === undefined ? {} : { link }) };
}
