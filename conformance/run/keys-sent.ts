// The keys that a request gives what it makes.
import { isObject } from '../../spec/is-object.js';
import { parseBody } from '../plan/body.js';
import type { Entity } from '../plan/entities.js';
import type { HttpRequest } from '../send/http.js';

/** Whether the body says what the thing is called, though the server has the last word. */
export function givesKeys({ resource }: Entity, { body }: HttpRequest): boolean {
  const sent = parseBody(body);
  if (sent.kind !== 'json' || !isObject(sent.value)) return false;
  const { value } = sent;
  return resource.keys.every(({ given }) => given !== undefined && Object.hasOwn(value, given));
}

/** The keys that a body gives, where they are others than those of the plan. */
export function otherKeys(
  planned: readonly (string | null)[],
  { resource }: Entity,
  { body }: HttpRequest,
): (string | null)[] | undefined {
  const sent = parseBody(body);
  if (sent.kind !== 'json' || typeof sent.value !== 'object' || sent.value === null) return undefined;
  const values = new Map<string, unknown>(Object.entries(sent.value));
  const keys = resource.keys.map(({ property }, i) => {
    const value = property === undefined ? undefined : values.get(property);
    const named = (typeof value === 'string' && value !== '') || typeof value === 'number';
    return named ? String(value) : (planned[i] ?? null);
  });
  return keys.some((key, i) => key !== planned[i]) ? keys : undefined;
}
