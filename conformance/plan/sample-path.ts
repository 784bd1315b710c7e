// A path of an operation with values for its variables: of its documented command, else its examples, else names made up.
import { textOf } from '../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { type Bindings, matchTemplate, parsePath, writeTemplate } from '../url/key-path.js';
import type { Operation } from './resources.js';

export function samplePath(operation: Operation): string {
  return writeTemplate(operation.segments, shownBindings(operation) ?? madeBindings(operation));
}

/** What the first command of an operation has for the variables of its path. */
function shownBindings({ op, segments }: Operation): Bindings | undefined {
  const url = op.docs.cases?.[0]?.request.url;
  if (url === undefined || !URL.canParse(url)) return undefined;
  // What stands in front of the address is the base of the server.
  return matchTemplate(segments, parsePath(new URL(url).pathname).slice(-segments.length))?.bindings;
}

function madeBindings(operation: Operation): Bindings {
  const values: Bindings = new Map();
  for (const segment of operation.segments)
    for (const { variable } of segment.variable === undefined ? (segment.keys ?? []) : [{ variable: segment.variable }])
      values.set(variable, variableSample(operation, variable));
  return values;
}

function variableSample(operation: Operation, variable: string): string {
  const parameter = operation.op.parameters.find((p) => p.in === 'path' && p.name === variable);
  if (typeof parameter?.example === 'string' || typeof parameter?.example === 'number')
    return String(parameter.example);
  const schema = parameter ? mergedSchema(operation.api, parameter.schema) : {};
  const [listed] = schema.enum ?? [];
  if (typeof listed === 'string' || typeof listed === 'number') return String(listed);
  if (schema.format !== undefined && FORMED.has(schema.format)) return textOf(schema);
  const [, format] = NAMED.find(([name]) => name.test(variable)) ?? [];
  if (format !== undefined && schema.type !== 'integer' && schema.pattern === undefined) return textOf({ format });
  return `${
    variable
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .slice(0, 12) || 'item'
  }1`;
}

/** Variables whose values have a form, whether or not anything says so. */
const NAMED: readonly [RegExp, string][] = [
  [/e[-_]?mail(?:[-_]?addr(?:ess)?)?$/i, 'email'],
  [/(?:^|[-_])date$|[a-z]Date$/, 'date'],
];

/** Formats that no word has; a UUID is the run's own. */
const FORMED = new Set(['email', 'idn-email', 'hostname', 'ipv4', 'ipv6', 'date']);
