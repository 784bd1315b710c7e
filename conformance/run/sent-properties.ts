// The properties that a request sends, of a JSON body or of a form.
import { typeOf } from '../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { parseBody } from '../plan/body.js';
import { isJsonPatch, setBy } from '../plan/json-patch.js';
import { bodyMedia, bodySchema, type Operation } from '../plan/resources.js';
import type { HttpRequest } from '../send/http.js';

export function sentProperties(request: HttpRequest, operation: Operation): Record<string, unknown> {
  const parsed = parseBody(request.body);
  if (parsed.kind === 'form') return typedFields(parsed.fields, operation);
  if (parsed.kind !== 'json' || typeof parsed.value !== 'object' || !parsed.value) return {};
  if (!Array.isArray(parsed.value)) return parsed.value;
  return isJsonPatch(bodyMedia(operation)?.type ?? '') ? setBy(parsed.value) : {};
}

/** Fields of a form as the values that their schema means: numbers and booleans are text on the way only. */
function typedFields(fields: [string, string][], operation: Operation): Record<string, unknown> {
  const properties = bodySchema(operation)?.properties ?? {};
  return Object.fromEntries(
    fields.flatMap(([name, text]): [string, unknown][] => {
      const type = typeOf(mergedSchema(operation.api, properties[name] ?? { type: 'string' }));
      if (type === 'integer' || type === 'number') return [[name, Number(text)]];
      if (type === 'boolean') return [[name, text === 'true']];
      return type === 'string' ? [[name, text]] : [];
    }),
  );
}
