// Whether an answer in XML has an element, with a text, as what was set is shown.
import type { Finding } from './answer.js';

/** An element that an answer is to have by its own name, whatever its prefix; `absent`: is not to have. */
export interface WantedElement {
  name: string;
  text?: string;
  absent?: true;
}

export function elementFinding(
  { name, text, absent }: WantedElement,
  body: string,
  found: Pick<Finding, 'level' | 'source'>,
): Finding {
  const texts = textsOf(body, name);
  const ok = absent ? texts.length === 0 : texts.some((one) => text === undefined || one === text);
  const expected = absent ? `no ${name}` : text === undefined ? name : `${name} with ${text}`;
  const actual = texts.length === 0 ? `no ${name}` : texts.map((one) => `${name} with ${one || 'nothing'}`).join(', ');
  return { id: 'element', ok, expected, actual: actual.slice(0, 160), ...found };
}

/** What stands in the elements of a name, without the blanks around it; of one with other elements in it, nothing. */
function textsOf(body: string, name: string): string[] {
  const start = new RegExp(`<(?:[\\w-]{1,40}:)?${name}(?:\\s[^<>]{0,400})?(?:/>|>([^<]{0,400}))`, 'g');
  return [...body.matchAll(start)].map(([, text = '']) => text.trim());
}
