// The required cell of a row: yes, no, or under a condition ("Yes(When grant_type = password)", "*1").
import { withoutEnd } from '../without-end.js';
import { MAX_CELL } from './constraints.js';
import type { Wording } from './wording.js';
import { plainKey } from './wording-lists.js';

/** When a field must be there. `prose` is a condition that stays words; `footnote` one that the page explains elsewhere. */
export type Condition =
  | { kind: 'equals'; field: string; value: string }
  | { kind: 'oneOf'; field: string; values: string[] }
  | { kind: 'present'; field: string }
  /** `others` are absent as well. */
  | { kind: 'absent'; field: string; others?: string[] }
  | { kind: 'footnote'; mark: string }
  | { kind: 'prose'; text: string };

export interface Requirement {
  required?: 'yes' | 'no' | 'conditional';
  conditions: Condition[];
  /** The cell says something that is neither. */
  unread?: string;
}

/** "id is empty" tells of no value `empty`; "a or b, otherwise …" of more than values. */
const NO_VALUE = /^(?:null|empty|blank|not|else|otherwise|then)$/i;
/** What may stand in front of the name; "if secure and mode = fast" says more. */
const BEFORE_FIELD = /^(?:the(?: value of)?(?: the)?|value of(?: the)?|in case)?$/i;
const FIELD = /^[`"']?([A-Za-z_$][\w.$-]{0,80})[`"']?$/u;
const FOOTNOTE = /[*※＊†]\s?(\d{1,2})/u;

/**
 * Reads a required cell.
 *
 * @param footnotes text of the page's `*1`, `※1` notes by their number; where one states a condition it is read
 */
export function readRequirement(
  cell: string,
  wording: Wording,
  footnotes: Readonly<Record<string, string>> = {},
): Requirement {
  const plain = cell
    .slice(0, MAX_CELL)
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .trim();
  const text = withoutEnd(plain, '.。');
  const key = plainKey(text);
  if (key === '') return { conditions: [] };
  if (wording.yes.has(key)) return { required: 'yes', conditions: [] };
  if (wording.no.has(key)) return { required: 'no', conditions: [] };
  if (wording.conditional.has(key)) return { required: 'conditional', conditions: [] };
  const note = FOOTNOTE.exec(text);
  if (note) return withFootnote(text, note, wording, footnotes);
  const head = leading(key, wording);
  if (!head) return behindCondition(text, wording);
  const rest = text.slice(head.length).trim();
  // "○ (required)" says the same twice.
  const again = plainKey(rest.replace(/^[\s(（:：]+|[\s)）]+$/g, ''));
  if (rest === '' || wording[head.means].has(again)) return { required: head.means, conditions: [] };
  const condition = readCondition(rest, wording);
  // "Optional (required when way = pin)" is a condition all the same.
  if (head.means === 'no' && condition.kind !== 'equals' && condition.kind !== 'oneOf')
    return { required: 'no', conditions: [] };
  return { required: 'conditional', conditions: [condition] };
}

/** The mark stands behind the condition ("When way = pin: Yes"), or there is none ("if way=pin"). */
function behindCondition(text: string, wording: Wording): Requirement {
  const key = plainKey(text);
  const mark = [...wording.yes].filter((word) => key.endsWith(word)).sort((a, b) => b.length - a.length)[0] ?? '';
  const before = text.slice(0, text.length - mark.length).replace(wording.behindCondition, '');
  const condition = readCondition(before, wording);
  return condition.kind === 'equals' || condition.kind === 'oneOf'
    ? { required: 'conditional', conditions: [condition] }
    : { required: 'conditional', conditions: [{ kind: 'prose', text }], unread: text };
}

/** `(When grant_type = password)` → what it says; words that are understood only in part stay words. */
export function readCondition(text: string, wording: Wording): Condition {
  const inner = text.replace(/^[\s(（:：,-]+/, '').replace(/[\s)）.。]+$/, '');
  const stated = inner.replace(wording.conditionNoise, '').trim();
  const unless = wording.unless.exec(inner)?.index === 0;
  const presence = readPresence(unless ? stated.replace(wording.unless, '').trim() : stated, wording);
  if (presence) return unless ? { ...presence, kind: presence.kind === 'present' ? 'absent' : 'present' } : presence;
  const equals = unless || endsInPresence(stated, wording) ? null : wording.equals.exec(inner);
  const before = inner.slice(0, equals?.index).replace(wording.conditionNoise, '').trim();
  const behind = equals ? inner.slice(equals.index + equals[0].length).replace(wording.conditionNoise, '') : '';
  const values =
    equals?.[2] && BEFORE_FIELD.test(before) && !/\p{L}/u.test(behind) ? conditionValues(equals[2], wording) : [];
  if (equals?.[1] && values[0] !== undefined)
    return values.length > 1
      ? { kind: 'oneOf', field: equals[1], values }
      : { kind: 'equals', field: equals[1], value: values[0] };
  return { kind: 'prose', text: inner };
}

/** `owner is not given`: one name and nothing else. "The Authorization header is not given" is of something else. */
function readPresence(text: string, wording: Wording): { kind: 'present' | 'absent'; field: string } | undefined {
  for (const [kind, words] of presenceWords(wording)) {
    const found = words.exec(text);
    if (!found || found.index + found[0].length < text.length) continue;
    const field = FIELD.exec(
      text
        .slice(0, found.index)
        .replace(/^the\s/i, '')
        .trim(),
    );
    return field?.[1] ? { kind, field: field[1] } : undefined;
  }
  return undefined;
}

/** "owner or name is present" gives no value `present`. */
function endsInPresence(text: string, wording: Wording): boolean {
  return presenceWords(wording).some(([, words]) => {
    const found = words.exec(text);
    return found !== null && found.index + found[0].length === text.length;
  });
}

function presenceWords({ isAbsent, isPresent }: Wording): ['present' | 'absent', RegExp][] {
  return [
    ['absent', isAbsent],
    ['present', isPresent],
  ];
}

/** `"a" or "b"` → both. Empty where anything stands there that is no value. */
function conditionValues(text: string, wording: Wording): string[] {
  const stated = text.replace(wording.conditionNoise, '').trim();
  const parts = stated
    .replace(wording.joiners, ',')
    .split(/[,、]/)
    .map((part) => part.trim());
  if (parts.some((part) => NO_VALUE.test(part))) return [];
  const values = parts.map((part) => part.replace(/^["'`「[]+|["'`」\]]+$/g, '')).filter((part) => part !== '');
  return values.every((value) => !/[\s"'`=]/.test(value)) ? [...new Set(values)] : [];
}

function withFootnote(
  text: string,
  note: RegExpExecArray,
  wording: Wording,
  footnotes: Readonly<Record<string, string>>,
): Requirement {
  const mark = note[1] as string;
  const means = leading(plainKey(text.slice(0, note.index)), wording)?.means;
  const explained = footnotes[mark];
  const condition: Condition = explained === undefined ? { kind: 'footnote', mark } : readCondition(explained, wording);
  return means === 'no' ? { required: 'no', conditions: [] } : { required: 'conditional', conditions: [condition] };
}

function leading(key: string, wording: Wording): { means: 'yes' | 'no' | 'conditional'; length: number } | undefined {
  let best: { means: 'yes' | 'no' | 'conditional'; length: number } | undefined;
  for (const means of ['yes', 'no', 'conditional'] as const)
    for (const word of wording[means])
      if (
        key.startsWith(word) &&
        !/^[a-z0-9]/.test(/[a-z0-9]$/.test(word) ? key.slice(word.length) : '') &&
        word.length > (best?.length ?? 0)
      )
        best = { means, length: word.length };
  return best;
}
