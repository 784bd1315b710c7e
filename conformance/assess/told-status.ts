// The status that an error says once more in its body, where the documents show that it does: `{"status": 404, …}`. Pure.
import type { Api, JsonValue } from '../../spec/contract/api.js';
import { isObject } from '../../spec/is-object.js';
import { pointerPart, valueAt } from '../../spec/json-pointer.js';
import { rememberedFor } from '../../spec/remember.js';
import type { HttpAnswer } from '../send/http.js';
import type { AnswerContext, Finding } from './answer.js';

export function statusFindings(
  { api, level }: Pick<AnswerContext, 'api' | 'level'>,
  { status }: Pick<HttpAnswer, 'status'>,
  value: JsonValue | undefined,
  at: object,
): Finding[] {
  const pointer = api.docs.errorMembers?.status ?? shownIn(api);
  const named = pointer === undefined || value === undefined ? undefined : valueAt(value, pointer);
  if (pointer === undefined || typeof named !== 'number') return [];
  const expected = `${status}, as the answer has it, where the documents show its status`;
  return [{ id: 'error-status', level, ok: named === status, expected, actual: String(named), pointer, ...at }];
}

const STATUS = /^(?:http[-_]?)?(?:status(?:[-_]?code)?|code)$/i;

/** The one member that has the status of its answer in every example of an error; examples of one status alone prove nothing. */
const shownIn = rememberedFor((api: Api): string | undefined => {
  const shown = new Map<string, Set<string>>();
  const wrong = new Set<string>();
  for (const { responses } of api.operations)
    for (const { status, content } of responses) {
      if (!/^[45]\d\d$/.test(status)) continue;
      for (const { value } of content.flatMap(({ examples }) => examples))
        for (const [pointer, member] of statusMembers(value)) {
          if (String(member) !== status) wrong.add(pointer);
          shown.set(pointer, (shown.get(pointer) ?? new Set()).add(status));
        }
    }
  const sure = [...shown].filter(([pointer, statuses]) => statuses.size > 1 && !wrong.has(pointer));
  return sure.length === 1 ? sure[0]?.[0] : undefined;
});

/** Of an error, and of the one object that it may hold. */
function statusMembers(value: JsonValue, at = ''): [pointer: string, value: JsonValue][] {
  if (!isObject<JsonValue>(value)) return [];
  return Object.entries(value).flatMap(([name, member]): [string, JsonValue][] => {
    const pointer = `${at}/${pointerPart(name)}`;
    if (isObject<JsonValue>(member)) return at === '' ? statusMembers(member, pointer) : [];
    return STATUS.test(name) && typeof member === 'number' ? [[pointer, member]] : [];
  });
}
