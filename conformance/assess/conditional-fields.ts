// What documents say an answer holds only under a condition on what was asked ("Return only when p_cookie is true"). Pure.
import type { Api, ApiResponse, JsonValue, Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { headerOf } from '../send/header.js';

export interface ConditionFinding {
  id: string;
  ok: boolean;
  expected: string;
  actual: string;
}

/** A field of the request, and the value that it must have; any where there is none. */
export interface Condition {
  field: string;
  value?: string;
}

/** @param fields that the request may have */
export function conditionOf(description: string | undefined, fields: ReadonlySet<string>): Condition | undefined {
  const [, text = ''] = /\bonly\s{1,4}(?:when|if)\s{1,4}([^\n.]{1,200})/i.exec(description ?? '') ?? [];
  // Of two conditions at once, neither says the whole.
  if (text === '' || /\b(?:and|or|not|unless)\b/i.test(text)) return undefined;
  for (const [, field = '', value = ''] of text.matchAll(/([\w.-]+)\s*(?:\bis\b(?! set as\b)|=)\s*"?([\w:.-]+)/g))
    if (fields.has(field)) return /^(?:set|specified|given|sent)$/.test(value) ? { field } : { field, value };
  const [, field = ''] = /\(([\w.-]+)\)/.exec(text) ?? [];
  if (!fields.has(field)) return undefined;
  const [, value] = /([\w:.-]+) is set as\b/.exec(text) ?? [];
  return value === undefined ? { field } : { field, value };
}

/** "Valid only for true": what a field is that is sent at all. */
export function onlyValue(api: Api, field: Schema | undefined): string | undefined {
  const { enum: listed, const: only } = field ? mergedSchema(api, field) : {};
  const [first, ...others] = only === undefined ? (listed ?? []) : [only];
  return others.length === 0 && first !== undefined && first !== null && typeof first !== 'object'
    ? String(first)
    : undefined;
}

function holds({ field, value }: Condition, sent: Record<string, unknown>): boolean {
  return value === undefined ? sent[field] !== undefined : String(sent[field]) === value;
}

/** What was not asked for does not come, and what was does. */
export function conditionFindings(
  response: ApiResponse,
  properties: Record<string, Schema>,
  fields: ReadonlySet<string>,
  sent: Record<string, unknown>,
  answer: { headers: readonly (readonly [string, string])[]; value: JsonValue | undefined },
): ConditionFinding[] {
  const { value } = answer;
  const members = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  const found: ConditionFinding[] = [];
  const add = (name: string, condition: Condition, there: boolean): void => {
    const wanted = holds(condition, sent);
    const when = condition.value === undefined ? 'is sent' : `is ${condition.value}`;
    const expected = `${name} ${wanted ? 'where' : 'only where'} ${condition.field} ${when}`;
    found.push({ id: 'condition', ok: wanted === there, expected, actual: there ? 'there' : 'absent' });
  };
  for (const [name, schema] of members ? Object.entries(properties) : []) {
    const condition = conditionOf(schema.description, fields);
    const actual = members?.[name];
    if (condition) add(name, condition, actual !== undefined && (actual !== null || holds(condition, sent)));
  }
  for (const { name, description } of response.headers) {
    const condition = conditionOf(description, fields);
    if (!condition) continue;
    // What stands in front of a server may set cookies of its own.
    const cookie = name.toLowerCase() === 'set-cookie' && !holds(condition, sent);
    const there = cookie
      ? answer.headers.some(([n, text]) => n.toLowerCase() === 'set-cookie' && text.startsWith(`${condition.field}=`))
      : headerOf(answer.headers, name.toLowerCase()) !== undefined;
    add(name, condition, there);
  }
  return found;
}
