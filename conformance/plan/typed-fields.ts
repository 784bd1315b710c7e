// Fields of a form as the values that their schema means: numbers and booleans are text on the way only.
import type { JsonValue } from '../../spec/contract/api.js';
import { typeOf } from '../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { isObject } from '../../spec/is-object.js';
import { formParts, parseBody } from './body.js';
import { bodySchema, type Operation } from './resources.js';

export function typedFields(fields: [string, string][], operation: Operation): { [name: string]: JsonValue } {
  const properties = bodySchema(operation)?.properties ?? {};
  return Object.fromEntries(
    fields.flatMap(([name, text]): [string, JsonValue][] => {
      const type = typeOf(mergedSchema(operation.api, properties[name] ?? { type: 'string' }));
      if (type === 'integer' || type === 'number') return [[name, Number(text)]];
      if (type === 'boolean') return [[name, text === 'true']];
      return type === 'string' ? [[name, text]] : [];
    }),
  );
}

/** The members of a body, be it JSON or a form. The part of a file is empty in a command. */
export function membersSent(body: string | undefined, operation: Operation): { [name: string]: JsonValue } | undefined {
  const parsed = parseBody(body);
  if (parsed.kind === 'form') return typedFields(parsed.fields, operation);
  const parts = formParts(body);
  if (parts)
    return typedFields(
      Object.entries(parts).filter(([, value]) => value !== ''),
      operation,
    );
  return parsed.kind === 'json' && isObject<JsonValue>(parsed.value) ? parsed.value : undefined;
}
