// Whether the words of an action say that it leaves a value in a property: "sets `status` to `closed`".
import type { JsonValue } from '../../spec/contract/api.js';
import { rememberedFor } from '../../spec/remember.js';
import { GIVEN, LEAVES } from '../told/sentences.js';
import type { Operation } from './resources.js';

export function isToldToLeave(operation: Operation, name: string, value: JsonValue): boolean {
  const words = wordsOf(operation);
  if (!words.includes(` ${name} `)) return false;
  const given = GIVEN.some((lead) => words.includes(` ${lead} ${name} ${value} `));
  return (
    given ||
    LEAVES.some(([between, behind = '']) =>
      words.includes(` ${[name, between, String(value)].filter(Boolean).join(' ')} ${behind}`),
    )
  );
}

/** Without marks, with a blank at both ends. */
const wordsOf = rememberedFor(({ op }: Operation): string => {
  const answers = op.responses
    .filter(({ status }) => status.startsWith('2'))
    .map(({ description = '' }) => description);
  return ` ${[op.description ?? '', ...answers]
    .join(' ')
    .replace(/[`*"'.,;:、。「」]/g, ' ')
    .replace(/(?<=[\w-])(?=[\u3040-\u30ff])/g, ' ')
    .replace(/\s+/g, ' ')} `;
});
