// JSON and XML bodies in whose quotes an editor has put typographic ones: `{“Name”:“a”}`, `<a b=“c”>`.
import { straightAttributes } from '../xml/straight-attributes.js';

const DOUBLE = /[\u201C-\u201F\u2033\uFF02]/g;

/** The body with straight quotes; undefined where nothing is to mend. */
export function straightBody(body: string | undefined): string | undefined {
  if (body === undefined) return undefined;
  const straight = /^\s*</.test(body) ? straightAttributes(body) : straightJson(body);
  return straight === body ? undefined : straight;
}

/** Where straight quotes make JSON of it, or where it has none: JSON cannot do without. */
function straightJson(body: string): string {
  if (!/^\s*[[{]/.test(body) || isJson(body)) return body;
  const straight = body.replace(DOUBLE, '"');
  return !body.includes('"') || isJson(straight) ? straight : body;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
