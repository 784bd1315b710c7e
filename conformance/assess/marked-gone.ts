// Things that stay to be read after a delete, marked: `state: cancelled`, `deleted: true`, `archivedAt`.
import type { JsonValue } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import type { Operation } from '../plan/resources.js';
import { says } from '../told/told.js';
import { objectsWith } from './entity-in.js';
import { LIFE } from './life.js';

const GONE =
  /delet|remov|cancel|archiv|inactiv|deactivat|disabl|clos|void|terminat|revok|trash|withdrawn|expired|ended/i;
/** `deleted`, `is_archived`, `cancelledAt`. */
const MARK = /^(?:is_?)?(?:deleted|removed|cancell?ed|archived|deactivated|disabled|trashed|revoked)(?:_?(?:at|on))?$/i;
/** `active`, `is_enabled`: false when it is gone. */
const ALIVE = /^(?:is_?)?(?:active|enabled)$/i;

/** Whether a delete says that its thing cannot be read afterwards. */
export function leavesNothing({ op }: Operation): boolean {
  return says(op.description, 'goneForGood');
}

/** Whether the documents of a read have a place for such a mark. */
export function mayBeMarkedGone({ api, op }: Operation): boolean {
  const content = op.responses.find((r) => r.status.startsWith('2'))?.content ?? [];
  const hasMark = (raw: (typeof content)[number]['schema'], depth: number): boolean => {
    const schema = mergedSchema(api, raw);
    return Object.entries(schema.properties ?? {}).some(([name, inner]) => {
      const own = mergedSchema(api, inner);
      if (MARK.test(name) || ALIVE.test(name)) return true;
      if (LIFE.test(name)) return !own.enum || own.enum.some((value) => GONE.test(String(value)));
      return depth < 2 && hasMark(own, depth + 1);
    });
  };
  return content.some(({ schema }) => hasMark(schema, 0));
}

/** Whether an answer says of the thing in it that it is gone. */
export function isMarkedGone(value: JsonValue | undefined): boolean {
  return objectsWith(value, []).some((object) =>
    Object.entries(object).some(([name, mark]) => {
      if (LIFE.test(name)) return typeof mark === 'string' && GONE.test(mark);
      if (ALIVE.test(name)) return mark === false;
      return MARK.test(name) && mark !== null && mark !== false && mark !== '';
    }),
  );
}
