// Requests with a list of which some members may fail: they do what they can, and the answer says of each what became of it.
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { shownProperties } from '../../assess/shown-properties.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import { documents } from '../refusal.js';

const OUTCOME = /error|fail|status|result|outcome/i;

/** The body is the list (RFC 4918, section 13, has a status for it). */
export function tellsOfEach(operation: Operation): boolean {
  const shown = [...shownProperties(operation), ...listsOf(operation).flatMap(({ names }) => names)];
  return documents(operation, '207') || shown.some((name) => OUTCOME.test(name));
}

/** The body has the list in it, and the answer another one, of outcomes. */
export function answersEach(operation: Operation): boolean {
  const sent = bodySchema(operation)?.properties ?? {};
  const outcomes = listsOf(operation).filter(({ list }) => list !== undefined && !Object.hasOwn(sent, list));
  return documents(operation, '207') || outcomes.some(({ names }) => names.some((name) => OUTCOME.test(name)));
}

/** Lists that answers of success are, or have in them, with what their members show. */
function listsOf({ api, op }: Operation): { list?: string; names: string[] }[] {
  const content = op.responses.filter(({ status }) => status.startsWith('2')).flatMap((response) => response.content);
  return content.flatMap(({ schema }) => {
    const { items, properties = {} } = mergedSchema(api, schema);
    const whole = items ? [{ names: Object.keys(mergedSchema(api, items).properties ?? {}) }] : [];
    const inside = Object.entries(properties).map(([list, raw]) => {
      const { items: member = {} } = mergedSchema(api, raw);
      return { list, names: Object.keys(mergedSchema(api, member).properties ?? {}) };
    });
    return [...whole, ...inside];
  });
}
