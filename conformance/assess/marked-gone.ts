// Things that stay to be read after a delete, marked: `state: cancelled`, `deleted: true`, `archivedAt`.
import type { JsonValue } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { itemSchema } from '../plan/item-schema.js';
import type { Operation } from '../plan/resources.js';
import { says, whatSays } from '../told/told.js';
import { type JsonObject, objectsWith } from './entity-in.js';
import { LIFE } from './life.js';

const GONE =
  /delet|remov|cancel|archiv|inactiv|deactivat|disabl|clos|void|terminat|revok|trash|withdrawn|expired|ended/i;
/** `deleted`, `is_archived`, `cancelledAt`. */
const MARK = /^(?:is_?)?(?:deleted|removed|cancell?ed|archived|deactivated|disabled|trashed|revoked)(?:_?(?:at|on))?$/i;
const DELETED = /^(?:is_?)?(?:deleted|removed)(?:_?(?:at|on))?$/i;
/** `active`, `is_enabled`: false when it is gone. */
const ALIVE = /^(?:is_?)?(?:active|enabled)$/i;

/** Whether the documents of a delete, or of the read of what it deletes, say that it can be read afterwards. */
export function staysReadable({ op }: Operation, retrieve?: Operation): boolean {
  if (retrieve && showsDeleted(retrieve)) return true;
  return [op.description, retrieve?.op.description].some((text) => says(text, 'readAfterwards'));
}

/** Whether the documents of a read tell of the mark on what was deleted: "returns `deleted: true` instead". */
export function showsDeleted({ op }: Operation): boolean {
  const answers = op.responses.filter(({ status }) => status.startsWith('2')).map(({ description }) => description);
  return [op.description, ...answers].some((text) => says(text, 'showsDeleted'));
}

/** Whether the documents of a delete, or of the read of what it deletes, say that it cannot be read afterwards. */
export function leavesNothing(operation: Operation, retrieve?: Operation): boolean {
  const { op } = operation;
  if (staysReadable(operation, retrieve)) return false;
  if (says(op.description, 'goneForGood')) return true;
  const words = `${op.summary?.replace(/\bDELETE\b/, '') ?? ''}\n${op.description ?? ''}`;
  if (!retrieve || !says(words, 'deletes')) return false;
  const { op: read } = retrieve;
  const gone = read.responses.filter(({ status }) => status === '404' || status === '410');
  // "Deleted members are answered with 404.": whatever else is kept of them.
  const sentence = whatSays(read.description, 'wasDeleted');
  if (gone.some(({ status }) => sentence?.includes(status) === true)) return true;
  // "404: there is none, or it was deleted."
  return !says(words, 'staysThere') && gone.some(({ description }) => says(description, 'wasDeleted'));
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
      return MARK.test(name) && isSet(mark);
    }),
  );
}

export function isDeletionMark(name: string): boolean {
  return DELETED.test(name);
}

/** The property by which an entry of a list says, or is documented to say, whether it was deleted. */
export function deletionMark(entry: JsonObject, list: Operation): string | undefined {
  return [entry, itemSchema(list)?.properties ?? {}].flatMap(Object.keys).find(isDeletionMark);
}

export function isSet(mark: JsonValue | undefined): boolean {
  return mark !== undefined && mark !== null && mark !== false && mark !== '';
}
