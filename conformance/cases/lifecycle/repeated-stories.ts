// Stories of what may be done but once: a value that no two things share, an action that says so of its 409.
import type { JsonValue, Schema } from '../../../spec/contract/api.js';
import { fittingValue, typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { objectsWith } from '../../assess/entity-in.js';
import { mayTellApart } from '../../plan/names.js';
import { bodySchema, type Operation, type Resource, systemSegment } from '../../plan/resources.js';
import { setBy } from '../../plan/set-by.js';
import { speaksOfAnother } from '../../plan/speaks-of-action.js';
import { stem } from '../../plan/stem.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { likelyTurn, STATE, statesIn } from '../../plan/turns.js';
import { isTitled } from '../../told/titled.js';
import { says, toldBy } from '../../told/told.js';
import { type BaseRequest, baseRequest, withJson } from '../base-request.js';
import { isReference } from '../bodies/made-body.js';
import { expectation } from '../documented.js';
import { documents, refused } from '../refusal.js';
import { Telling } from './stories.js';
import { conflictsTold, refusalsOfAnother } from './unique-stories.js';

export function repeatedGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  const { resources, operations } = suite.model;
  return [
    ...resources.flatMap((resource) => alike(suite, resource)),
    ...operations.flatMap((operation) => twice(suite, operation)),
  ];
}

/** Where the server gives the key, two things may be made of one body, unless something in it is one thing's alone. */
function alike(suite: Suite, { create, keys, remove }: Resource): CaseGroup[] {
  const base = create?.judged && remove && create.op.method === 'POST' ? baseRequest(suite, create) : undefined;
  if (!create || !base?.json || keys.some((key) => key.property !== undefined)) return [];
  const told = refusalsOfAnother(create);
  const own = aloneIn(create, base.json, told.length > 0 ? 'alone' : 'surelyAlone');
  if (!own) return documents(create, '409') && tellsOfAnother(create, base.json) ? sameAgain(create, base) : [];
  const { name, value, description } = own;
  const full = withJson(base, { ...base.json, [name]: value });
  const refusal = refused(create, told, `another one has this ${name}`);
  const telling = new Telling(`story/${create.op.id}-once-${name}`);
  telling.add('create', create, full, expectation(create.op));
  telling.add('create-another', create, full, refusal);
  if (says(description, 'caseIsNothing') && /[a-z]/i.test(String(value)))
    telling.add('create-in-other-letters', create, { ...full, otherCase: name }, refusal);
  return telling.group();
}

/** What is one thing's alone: something that the body shows, or else that it may have. */
function aloneIn(
  create: Operation,
  json: Record<string, JsonValue>,
  what: 'alone' | 'surelyAlone',
): { name: string; value: JsonValue; description: string | undefined } | undefined {
  const fields = Object.entries(bodySchema(create)?.properties ?? {}).flatMap(([name, raw]) => {
    const schema = mergedSchema(create.api, raw);
    const { description } = schema;
    if (schema['readOnly'] || !says(description, what) || (what === 'surelyAlone' && says(description, 'identifies')))
      return [];
    const value = json[name] ?? (says(description, 'surelyAlone') ? fittingText(create, name, schema) : undefined);
    return value === undefined ? [] : [{ name, value, description }];
  });
  return fields.find(({ name }) => Object.hasOwn(json, name)) ?? fields[0];
}

/** A text that names nothing else, and that each run can make another one of. */
function fittingText({ api }: Operation, name: string, schema: Schema): JsonValue | undefined {
  const plain = typeOf(schema) === 'string' && !schema.enum && !isReference(name);
  const free = plain && (schema.format === undefined || mayTellApart(name));
  return free ? fittingValue(api, schema) : undefined;
}

/** Whether the refusal is about what the body says: "You have a room with this name already". */
function tellsOfAnother(create: Operation, json: object): boolean {
  const names = Object.keys(bodySchema(create)?.properties ?? {});
  return conflictsTold(create).told.some((text) => {
    const words = new Set(text.toLowerCase().split(/[^a-z0-9_]+/));
    const unsaid = names.some((name) => words.has(name.toLowerCase()) && !Object.hasOwn(json, name));
    return says(text, 'another') && !says(text, 'passing') && !unsaid;
  });
}

/** What has just been made is there already. */
function sameAgain(create: Operation, base: BaseRequest): CaseGroup[] {
  const telling = new Telling(`story/${create.op.id}-once`);
  telling.add('create', create, base, expectation(create.op));
  telling.add('create-same', create, base, refused(create, ['409'], 'the same was made before'));
  return telling.group();
}

/** "It is not a draft": refused the second time, where the sample shows the thing in another state than that. */
function leaves({ model }: Suite, operation: Operation, refusal: string): boolean {
  const { subject = '', wanted } = toldBy(refusal.toLowerCase(), 'notIn');
  const set = Object.values(setBy(operation)).filter((value) => typeof value === 'string');
  const shown = statesShown(operation);
  const named =
    shown.length > 0 || operation.op.responses.some(({ status }) => status === '202') ? [] : likely(operation);
  const [state, more] = set.length > 0 ? set : [...shown, ...named];
  if (wanted === undefined || state === undefined || more !== undefined) return false;
  // "Neither open nor shut": what was just shut may be shut again.
  if (refusal.toLowerCase().split(/\W+/).includes(state)) return false;
  // What something else is not, it may not be for long.
  const itself =
    subject === 'it' ||
    STATE.test(subject) ||
    stem(subject) === stem(operation.segments.at(-3)?.text ?? '') ||
    // In other languages the title has the word for it.
    isTitled(operation.op.summary, subject);
  // A word that is no state of anything tells of something else.
  return (
    itself &&
    (model.operations.some((o) => [...statesShown(o), ...statesListed(o)].includes(wanted)) ||
      [...statesIn(operation.api).values()].some((values) => values.has(wanted)))
  );
}

/** `…/pay` of what may be `paid`. */
function likely(operation: Operation): string[] {
  const turn = likelyTurn(operation);
  return typeof turn?.to === 'string' ? [turn.to.toLowerCase()] : [];
}

function statesShown({ op }: Operation): string[] {
  const samples = op.responses.filter(({ status }) => /^2/.test(status)).flatMap(({ content }) => content);
  const values = samples.flatMap(({ examples }) => examples.map(({ value }) => value));
  const members = values.flatMap((value) => objectsWith(value, []).flatMap(Object.entries));
  const states = members.flatMap(([name, one]) => (STATE.test(name) && typeof one === 'string' ? [one] : []));
  return [...new Set(states.map((one) => one.toLowerCase()))];
}

function statesListed({ api, op }: Operation): string[] {
  const options = op.parameters.filter((p) => p.in === 'query' && STATE.test(p.name));
  return options.flatMap((p) => (mergedSchema(api, p.schema).enum ?? []).map((one) => String(one).toLowerCase()));
}

const CLAUSES = /,|;| (?:or|oder|ou) |または|、/;

/** "It was renewed twice already, or is returned already": that of `…/return`, and not of `…/renew`. */
function tellsOfAgain({ model }: Suite, operation: Operation, sentence: string): boolean {
  return sentence
    .split(CLAUSES)
    .some(
      (clause) =>
        says(clause, 'again') &&
        !says(clause, 'soOften') &&
        !says(clause, 'soOftenAlready') &&
        !speaksOfAnother(model, operation, clause),
    );
}

/** An action on one thing, which takes nothing. */
function twice(suite: Suite, operation: Operation): CaseGroup[] {
  const { op, segments, judged, creates } = operation;
  const refusal = op.responses.find((r) => r.status === '409');
  const action = op.method === 'POST' && segments.at(-1)?.variable === undefined && !segments.at(-1)?.keys;
  const inside = segments.at(-2)?.variable !== undefined && systemSegment(segments) < 0;
  const again = (): boolean =>
    conflictsTold(operation).told.some((text) => tellsOfAgain(suite, operation, text)) ||
    leaves(suite, operation, refusal?.description ?? '');
  const fit = judged && action && inside && !creates && !op.body && again();
  const base = fit ? baseRequest(suite, operation) : undefined;
  if (!base) return [];
  const telling = new Telling(`story/${op.id}-twice`);
  // What has just been made may not be ready for it: then it is refused both times.
  const refusals = op.responses
    .map((r) => r.status)
    .filter((status) => /^4\d\d$/.test(status) && !['401', '404'].includes(status));
  const { statuses, ...first } = expectation(op);
  telling.add('once', operation, base, { ...first, statuses: [...statuses, ...refusals] });
  telling.add('again', operation, base, refused(operation, refusals, refusal?.description ?? ''));
  return telling.group();
}
