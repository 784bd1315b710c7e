// What documents say keeps an account from logging in by its password: a state, addresses, another way of proof. Pure.
import type { JsonValue, Schema } from '../../../spec/contract/api.js';
import { patternTest } from '../../../spec/contract/pattern.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import type { Level } from '../../plan/story.js';
import { says, sentencesOf } from '../../told/told.js';

/** A property of an account that shuts it. */
export interface Shut {
  /** Last part of the id: `Status-frozen`. */
  what: string;
  property: string;
  value: JsonValue;
  because: string;
  /** What the error list gives for it. */
  statuses?: string[];
  /** One of a closed list of states, which an account goes into and out of. */
  state?: true;
  /** MUST where the documents say that it shuts the account, SHOULD where only its name does. */
  level: Level;
}

/** @param tokenEndpoint the errors that it has may tell of a state, too */
export function shutBy(create: Operation, tokenEndpoint: Operation): Shut[] {
  const texts = [create.op.body?.description ?? '', create.op.description ?? ''];
  return Object.entries(bodySchema(create)?.properties ?? {}).flatMap(([property, raw]): Shut[] => {
    const schema = mergedSchema(create.api, raw);
    const told = [schema.description ?? '', ...texts].flatMap((text) => text.split('\n'));
    return [
      ...states(schema, told, tokenEndpoint).map((state) => ({
        ...state,
        level: 'MUST' as const,
        state: true as const,
      })),
      ...addresses(schema),
      ...otherWays(create, property, schema),
    ].map(({ value, ...rest }) => ({ what: `${property}-${value}`, property, value, ...rest }));
  });
}

/** Values of a closed list of which a sentence, or a line of a table, says that nobody is authenticated. */
function states(
  schema: Schema,
  lines: string[],
  tokenEndpoint: Operation,
): (Pick<Shut, 'because' | 'statuses'> & { value: string })[] {
  return (schema.enum ?? []).flatMap((value): (Pick<Shut, 'because' | 'statuses'> & { value: string })[] => {
    if (typeof value !== 'string' || value === schema.default) return [];
    if (lines.some((line) => speaksOf(line, value)))
      return [{ value, because: `nobody is authenticated by an account that is ${value}` }];
    const statuses = mustChange(value, tokenEndpoint);
    return statuses.length > 0 ? [{ value, because: `the error list has a message for it: ${value}`, statuses }] : [];
  });
}

function speaksOf(line: string, value: string): boolean {
  const [subject = '', ...rest] = line.split(' | ');
  if (rest.length > 0) return subject.trim() === value && says(rest.join('. '), 'authenticationFails');
  return sentencesOf(line).some(
    (sentence) => says(sentence, 'authenticationFails') && sentence.split(/[^\w-]+/).includes(value),
  );
}

/** Statuses of errors of the token endpoint that say what the name of a state does: that the password has to be changed first. */
function mustChange(value: string, { api }: Operation): string[] {
  const says = (text: string): boolean => /password/i.test(text) && /chang/i.test(text);
  const listed = (api.docs.errors ?? []).filter((e) => e.oauth !== undefined && says(e.message));
  return says(value) ? [...new Set(listed.map(({ status }) => String(status)))] : [];
}

/** An address that none is sent from (RFC 5737, section 3), and what a list of permitted ones looks like. */
const NOBODYS = '203.0.113.77';

type Found = Pick<Shut, 'value' | 'because' | 'level'>;

function addresses({ pattern, description }: Schema): Found[] {
  const fits = typeof pattern === 'string' ? patternTest(pattern) : undefined;
  const ranges = [NOBODYS, '203.0.113.0/24'].every((text) => fits?.(text) === true);
  if (!ranges || ['docproof', '203.0.113'].some((text) => fits?.(text) !== false)) return [];
  const because = `only who comes from ${NOBODYS} may be authenticated`;
  return [{ value: NOBODYS, because, level: says(description, 'fromAddress') ? 'MUST' : 'SHOULD' }];
}

/** Words of proofs that somebody else takes. */
const ELSEWHERE = /oidc|openid|saml|google|ldap|kerberos|federat/i;
const PASSWORD = /passw|basic/i;

/** A way of proof that documents show, in place of the default one, which is the password's. */
function otherWays({ op, api }: Operation, property: string, schema: Schema): Found[] {
  const { default: usual, description } = schema;
  if (typeof usual !== 'string' || !PASSWORD.test(usual)) return [];
  const shown = (op.body?.content ?? []).flatMap((m) => m.examples.map((e) => memberOf(e.value, property)));
  const value = shown.find((one) => typeof one === 'string' && ELSEWHERE.test(one) && !PASSWORD.test(one));
  if (typeof value !== 'string' || api.docs.placeholders.length === 0) return [];
  const level = says(description, 'authenticates') ? 'MUST' : 'SHOULD';
  return [{ value, because: `${value} is another way of authentication than ${usual}`, level }];
}

function memberOf(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value[name] : undefined;
}
