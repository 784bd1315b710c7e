// Stories of a search whose word stands inside of a value: the second of several words that a documented command sends.
import { isObject } from '../../../spec/is-object.js';
import { parseBody } from '../../plan/body.js';
import { itemSchema } from '../../plan/item-schema.js';
import type { Operation, Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { says } from '../../told/told.js';
import { baseRequest, withJson } from '../base-request.js';
import { expectation } from '../documented.js';
import { requestAt } from '../lifecycle/request-at.js';
import { addressOf, createdBy, Telling } from '../lifecycle/stories.js';
import { asking } from './query-cases.js';

export function wordGroups(suite: Suite): CaseGroup[] {
  return suite.commandsOnly ? suite.model.resources.flatMap((resource) => searched(suite, resource)) : [];
}

function searched(suite: Suite, resource: Resource): CaseGroup[] {
  const { create, list, keys } = resource;
  const base = create?.judged && list?.judged ? baseRequest(suite, create) : undefined;
  const option = list?.op.parameters.find((p) => p.in === 'query' && says(p.description, 'anyValue'))?.name;
  const property = keys[0]?.property;
  const several = create && list && severalWords(create, list);
  if (!create || !list || !base?.json || option === undefined || property === undefined || !several) return [];
  const telling = new Telling(`story/${list.op.id}-word`);
  const request = withJson(base, { ...base.json, [several.field]: several.text });
  telling.add('create', create, request, { ...expectation(create.op), effect: 'made' });
  const [first] = telling.cases;
  const entity = first && createdBy(suite, first, resource);
  if (!entity) return [];
  const plain = requestAt(suite, list, addressOf(list, entity), base);
  const [, word = ''] = several.text.split(' ');
  telling.add('inside', list, asking(plain, option, word), expectation(list.op), {
    list: { property, includes: [entity] },
  });
  return telling.group();
}

/** A value of several words that a command sends, of a field that answers show. */
function severalWords({ op }: Operation, list: Operation): { field: string; text: string } | undefined {
  const shown = Object.keys(itemSchema(list)?.properties ?? {});
  for (const { request } of op.docs.cases ?? []) {
    const body = parseBody(request.body);
    const sent = body.kind === 'json' && isObject(body.value) ? Object.entries(body.value) : [];
    for (const [field, text] of sent)
      if (shown.includes(field) && typeof text === 'string' && WORDS.test(text)) return { field, text };
  }
  return undefined;
}

/** Words with a space between them, none of which is part of another. */
const WORDS = /^[a-z]{3,40} (?:[a-z]{3,40}:)?[a-z]{3,40}$/;
