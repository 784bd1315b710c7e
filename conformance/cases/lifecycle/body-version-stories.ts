// Stories of updates that name the version which they change in their body: the one before the last change is refused.
import type { JsonValue } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { isObject } from '../../../spec/is-object.js';
import { fieldsAt } from '../../plan/fields-at.js';
import { requiredHeaders, requiredQuery } from '../../plan/prerequisite.js';
import { bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { says } from '../../told/told.js';
import { type BaseRequest, baseRequest, withJson } from '../base-request.js';
import { expectation } from '../documented.js';
import { documents, refused } from '../refusal.js';
import { fieldsOf, leastOf } from './stepwise-stories.js';
import { createdBy, pathOf, plainHeaders, Telling } from './stories.js';

const REFUSALS = ['409', '412'];

export function bodyVersionGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.resources.flatMap((resource) =>
    resource.updates
      .filter((update) => update.judged && update.version)
      .flatMap((update) => stale(suite, resource, update)),
  );
}

function stale(suite: Suite, resource: Resource, update: Operation): CaseGroup[] {
  const { create, retrieve } = resource;
  const base = create?.judged && retrieve?.judged ? baseRequest(suite, create) : undefined;
  const own = baseRequest(suite, update);
  const whole = bodySchema(update);
  if (!create || !base?.json || !own?.json || !whole || !isObject<JsonValue>(own.json) || !tellsOfVersions(update))
    return [];
  const { path, schema } = fieldsAt(update.api, whole);
  if (path.length > 0) return [];
  const [field, another = field] = fieldsOf(suite, resource, { update, first: base.json, own: own.json, schema });
  if (!field || !another) return [];
  const telling = new Telling(`story/${update.op.id}-versions`);
  telling.add('create', create, base, { ...expectation(create.op), effect: 'created' });
  const [first] = telling.cases;
  const entity = first && createdBy(suite, first, resource);
  if (!entity) return [];
  const least = update.op.method === 'PUT' ? own.json : leastOf(own.json, schema);
  const asking = ({ name, value }: typeof field): BaseRequest => ({
    ...withJson(own, { ...least, [name]: value }),
    path: pathOf(entity),
    query: requiredQuery(update),
    headers: { ...own.headers, ...requiredHeaders(suite, update), ...plainHeaders(base) },
  });
  telling.add('change', update, asking(field), expectation(update.op, update));
  const statuses = REFUSALS.filter((status) => documents(update, status));
  const refusal = refused(update, statuses, 'it names the version before the change');
  const effect = another === field ? {} : { effect: 'unchanged' as const };
  const needs = telling.cases.map(({ id }) => id);
  telling.add('change-stale', update, asking(another), { ...refusal, ...effect }, { staleVersion: true, needs });
  return telling.group();
}

/** Whether the documents of an update say that it has to name the version that there is. */
function tellsOfVersions(update: Operation): boolean {
  const { op, api, version } = update;
  const field = bodySchema(update)?.properties?.[version?.sent ?? ''];
  const refusals = op.responses.filter(({ status }) => REFUSALS.includes(status));
  const texts = [
    op.summary,
    op.description,
    field && mergedSchema(api, field).description,
    ...refusals.map((r) => r.description),
  ];
  return texts.some((text) => says(text, 'versionMustFit'));
}
