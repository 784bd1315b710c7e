// Fields of which one says what another may be: "For `A` an address of IPv4", "Required for `MX`", where a type is one of those.
import type { Api, JsonValue, Schema } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';

/** Words in front of the value that something depends on. */
const CONDITION = /\b(?:for|if|when|where|unless|only|with|is|are|than)\b/i;

/** Values that are marked as such in a sentence that says when it holds. */
function conditionsIn(description: string): string[] {
  return description.split(/[.;\n]/).flatMap((sentence) => {
    const start = sentence.search(CONDITION);
    return start < 0
      ? []
      : [...sentence.slice(start).matchAll(/[`"'“]([^`"'“”\s]{1,60})[`"'”]/g)].map(([, v = '']) => v);
  });
}

/** Whether what is right for one field depends on what another says, or the other's on it. */
export function depends(api: Api, { properties = {} }: Schema, name: string): boolean {
  const own = mergedSchema(api, properties[name] ?? {});
  return Object.entries(properties).some(([other, raw]) => {
    if (other === name) return false;
    const field = mergedSchema(api, raw);
    return speaksOf(own.description, field.enum) || speaksOf(field.description, own.enum);
  });
}

function speaksOf(description = '', values: readonly JsonValue[] = []): boolean {
  const texts = values.filter((value) => typeof value === 'string');
  return texts.length > 1 && conditionsIn(description).some((value) => texts.includes(value));
}
