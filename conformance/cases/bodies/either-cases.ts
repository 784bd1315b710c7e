// Fields of which one has to be there: "either `mail` or `phone` is required"; `anyOf` and `oneOf` of OpenAPI, each with another `required`.
import type { Api, Schema } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { bodyMedia } from '../../plan/resources.js';
import type { Derived } from '../derived.js';
import { type Context, replaces } from './body-context.js';
import { wrong } from './body-requests.js';

/** Schemas in schemas that are followed. */
const DEEPEST = 8;

/** A body with none of them is refused. */
export function eitherCases(context: Context, { properties = {}, required = [] }: Schema): Derived[] {
  const { by, json } = context;
  const schema = bodyMedia(by)?.schema;
  if (!schema || !replaces(context)) return [];
  const mayLack = (name: string): boolean => {
    const field = properties[name] && mergedSchema(by.api, properties[name]);
    return field !== undefined && field.default === undefined && !field['readOnly'] && !required.includes(name);
  };
  return groupsOf(by.api, schema)
    .filter((names) => names.every(mayLack) && names.some((name) => Object.hasOwn(json, name)))
    .map((names) => {
      const rest = Object.fromEntries(Object.entries(json).filter(([name]) => !names.includes(name)));
      const because = `one of ${names.join(', ')} is required`;
      return wrong(context, `none-of/${names.join('-')}`, `without ${names.join(' and ')}`, rest, '', because);
    });
}

/** Whether forms of a body say no more than which fields have to be there. */
export function onlyDemand(branches: readonly Schema[]): boolean {
  return branches.length > 1 && branches.every((branch) => demandsOf(branch).length > 0);
}

function groupsOf(api: Api, raw: Schema, depth = 0): string[][] {
  const schema = raw.$ref === undefined ? raw : api.resolve(raw);
  if (depth > DEEPEST || typeof schema !== 'object') return [];
  const { if: when, then, not: _, ...rest } = schema as Schema & { if?: Schema; then?: Schema; not?: Schema };
  const lacking = when && then ? absentIn(when) : [];
  const own = lacking.length > 0 && then?.required?.length === 1 ? [[...lacking, ...then.required]] : [];
  const choices = [rest.anyOf, rest.oneOf].flatMap((branches) => {
    const demands = (branches ?? []).map(demandsOf);
    return demands.length > 1 && demands.every(({ length }) => length === 1) ? [demands.flat()] : [];
  });
  return [...own, ...choices, ...(rest.allOf ?? []).flatMap((part) => groupsOf(api, part, depth + 1))];
}

/** `not: { required: [mail] }`, or `not: { anyOf: [those] }`: the names that are not there; none where it says anything else. */
function absentIn(when: Schema & { not?: Schema }): string[] {
  const { not, ...rest } = when;
  if (!not || Object.keys(rest).length > 0) return [];
  const parts = not.anyOf ?? [not];
  const demands = parts.map(demandsOf);
  return demands.every(({ length }) => length === 1) ? demands.flat() : [];
}

/** The names that a schema demands, where that is all it says; else none. */
function demandsOf(schema: Schema): string[] {
  const { required = [], type: _, title: _title, description: _description, ...rest } = schema;
  return Object.keys(rest).length === 0 ? required : [];
}
