// What the texts of URLs, headers and forms are as values of their schemas.
import type { JsonSchema } from './route.js';
import { type Definitions, schemaKinds, takesAnyText } from './schema-kind.js';

/** A text as the schema's type, or the text itself where it is none (validation then says so). */
export function fromText(text: string, schema: JsonSchema | undefined, definitions: Definitions): unknown {
  return converter(schema, definitions)(text);
}

/** How the texts of a schema become values. Where several kinds are taken, a text that could be anything stays a text. */
export function converter(schema: JsonSchema | undefined, definitions: Definitions): (text: string) => unknown {
  const kinds = schemaKinds(schema, definitions);
  if (kinds.has('string') && (kinds.size === 1 || takesAnyText(schema, definitions))) return (text) => text;
  return (text) => {
    if (kinds.has('number') && /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(text)) return Number(text);
    if (kinds.has('boolean') && (text === 'true' || text === 'false')) return text === 'true';
    return text;
  };
}

/** The value of a JSON text, or the text itself where it is none (validation then says so). */
export function fromJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** An object without a prototype: names from outside are nothing but names in it. */
export function emptyValue(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}
