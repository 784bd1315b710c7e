// Stories of what there is one of: a change of one field leaves the others as they were set before (RFC 5789); what replaces
// all gives them their defaults again (RFC 9110, section 9.3.4).
import type { JsonValue } from '../../../spec/contract/api.js';
import { typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { requiredHeaders } from '../../plan/prerequisite.js';
import { replacesRest } from '../../plan/replaces-rest.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { type BaseRequest, baseRequest, withJson } from '../base-request.js';
import { isFreeText } from '../bodies/free-text.js';
import { type Body, otherValue } from '../bodies/made-body.js';
import { expectation } from '../documented.js';
import { samples } from './samples.js';
import { leastOf } from './stepwise-stories.js';
import { Telling } from './stories.js';

export function singleGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.operations
    .filter(({ judged, single }) => judged && single)
    .flatMap((operation) => changesOf(suite, operation));
}

function changesOf(suite: Suite, operation: Operation): CaseGroup[] {
  const base = baseRequest(suite, operation);
  const schema = bodySchema(operation);
  if (!base?.json || !schema) return [];
  const fields = Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([name]): [string, JsonValue][] => {
      const value = setTo(operation, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const replaces = replacesRest(operation);
  const all = replaces ? { ...base.json, ...fields } : fields;
  const [first, more] = Object.entries(fields);
  const next = replaces ? leastOf(all, schema) : first && oneElse(operation, ...first);
  if (!next || (replaces ? Object.keys(next).length === Object.keys(all).length : !more)) return [];
  const request = (json: Body): BaseRequest => ({
    ...withJson(base, json),
    headers: { ...base.headers, ...requiredHeaders(suite, operation) },
  });
  const telling = new Telling(`story/${operation.op.id}-alone`);
  telling.add('set', operation, request(all), expectation(operation.op, operation));
  telling.add(replaces ? 'leave-out' : 'set-one', operation, request(next), expectation(operation.op, operation));
  if (replaces) return telling.group();
  // What it goes back to may be what was just set.
  const others = Object.entries(fields).flatMap(([name, value]) =>
    Object.entries(oneElse(operation, name, value) ?? {}),
  );
  telling.add('set-other', operation, request(Object.fromEntries(others)), expectation(operation.op, operation));
  const again = Object.fromEntries(Object.entries(fields).slice(0, 1));
  telling.add('set-one-again', operation, request(again), expectation(operation.op, operation));
  return telling.group();
}

/** A value that it need not have already: the documents have it, or let it be anything. */
function setTo(operation: Operation, name: string): JsonValue | undefined {
  const schema = mergedSchema(operation.api, bodySchema(operation)?.properties?.[name] ?? {});
  const { default: usual, enum: listed } = schema;
  if (schema['readOnly']) return undefined;
  if (listed) return listed.findLast((one) => one !== null && one !== usual);
  if (typeOf(schema) === 'boolean') return usual !== true && usual !== undefined;
  const shown = samples(operation).get(name);
  if (shown !== undefined) return shown;
  return isFreeText(name, schema) ? otherValue(operation, name, schema, usual) : undefined;
}

function oneElse(operation: Operation, name: string, value: JsonValue): Body | undefined {
  const other = otherValue(operation, name, bodySchema(operation)?.properties?.[name] ?? {}, value);
  return other === undefined ? undefined : { [name]: other };
}
