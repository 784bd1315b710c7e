// The properties that a request sends, of a JSON body or of a form.
import { parseBody } from '../../plan/body.js';
import { isJsonPatch, setBy } from '../../plan/json-patch.js';
import { bodyMedia, type Operation } from '../../plan/resources.js';
import { typedFields } from '../../plan/typed-fields.js';
import type { HttpRequest } from '../../send/http.js';

export function sentProperties(request: HttpRequest, operation: Operation): Record<string, unknown> {
  const parsed = parseBody(request.body);
  if (parsed.kind === 'form') return typedFields(parsed.fields, operation);
  if (parsed.kind !== 'json' || typeof parsed.value !== 'object' || !parsed.value) return {};
  if (!Array.isArray(parsed.value)) return parsed.value;
  return isJsonPatch(bodyMedia(operation)?.type ?? '') ? setBy(parsed.value) : {};
}
