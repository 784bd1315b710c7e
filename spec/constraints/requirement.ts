// The required cell of a row: yes, no, or under a condition ("Yes(When grant_type = password)", "*1").
import type { Wording } from './wording.js';
import { plainKey } from './wording.js';

/** When a field must be there. `prose` is a condition that stays words; `footnote` one that the page explains elsewhere. */
export type Condition =
  | { kind: 'equals'; field: string; value: string }
  | { kind: 'present'; field: string }
  | { kind: 'absent'; field: string }
  | { kind: 'footnote'; mark: string }
  | { kind: 'prose'; text: string };

export interface Requirement {
  required?: 'yes' | 'no' | 'conditional';
  conditions: Condition[];
  /** The cell says something that is neither. */
  unread?: string;
}

const EQUALS =
  /[`"']?([A-Za-z_$][\w.$-]{0,80})[`"']?\s{0,4}(?:=|==|:=|が|(?:is|equals|equal to|is set to)(?=\s))\s{0,4}([^\s,、)][^,、)\n]{0,200})/u;
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
  const text = cell
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .trim()
    .replace(/[.。]+$/, '');
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
  // "○ (必須)" says the same twice.
  const again = plainKey(rest.replace(/^[\s(（:：]+|[\s)）]+$/g, ''));
  if (rest === '' || wording[head.means].has(again)) return { required: head.means, conditions: [] };
  const condition = readCondition(rest, wording);
  // "Optional (required when way = pin)" is a condition all the same.
  if (head.means === 'no' && condition.kind !== 'equals') return { required: 'no', conditions: [] };
  return { required: 'conditional', conditions: [condition] };
}

/** The mark stands behind the condition ("When way = pin: Yes"), or there is none ("if way=pin"). */
function behindCondition(text: string, wording: Wording): Requirement {
  const key = plainKey(text);
  const mark = [...wording.yes].filter((word) => key.endsWith(word)).sort((a, b) => b.length - a.length)[0] ?? '';
  const before = text.slice(0, text.length - mark.length).replace(/[\s:：、,はに]+$/u, '');
  const condition = readCondition(before, wording);
  return condition.kind === 'equals'
    ? { required: 'conditional', conditions: [condition] }
    : { required: 'conditional', conditions: [{ kind: 'prose', text }], unread: text };
}

/** `(When grant_type = password)` → what it says. */
export function readCondition(text: string, wording: Wording): Condition {
  const inner = text.replace(/^[\s(（:：,-]+/, '').replace(/[\s)）.。]+$/, '');
  const equals = EQUALS.exec(inner);
  if (equals?.[1] && equals[2]) {
    const value = equals[2]
      .replace(wording.conditionNoise, '')
      .replace(/^["'`「[]+|["'`」\]]+$/g, '')
      .trim();
    if (value !== '' && !/\s/.test(value)) return { kind: 'equals', field: equals[1], value };
  }
  const field =
    /[`"']?([A-Za-z_$][\w.$-]{0,80})[`"']?\s+(?:is\s+)?(not\s+|un)?(?:set|specified|given|present|provided|used|supplied)/iu.exec(
      inner,
    );
  if (field?.[1]) return { kind: field[2] ? 'absent' : 'present', field: field[1] };
  return { kind: 'prose', text: inner };
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
