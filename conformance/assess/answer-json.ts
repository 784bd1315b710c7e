// JSON of answers, which may be anything: read only as deep as anybody means it.
import type { JsonValue } from '../../spec/contract/api.js';

/** What is nested deeper is no answer that a document describes; what looks into values looks in by recursion. */
const DEEPEST = 200;

/** The value of a text; undefined where it is no JSON, or nests too deeply. */
export function answerJson(text: string): JsonValue | undefined {
  if (isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** Whether more brackets are open at a time than may be; those inside texts are none. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (quoted) {
      if (char === 92) i++;
      else if (char === 34) quoted = false;
    } else if (char === 34) quoted = true;
    else if (char === 91 || char === 123) {
      if (++depth > DEEPEST) return true;
    } else if (char === 93 || char === 125) depth--;
  }
  return false;
}
