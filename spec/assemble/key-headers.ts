// Headers of an API's own that clients authenticate with, as tables of headers name them: `X-Api-Key`.
import type { ParameterFact } from '../extract/page.js';
import type { Json } from './components.js';
import { camel } from './names.js';
import type { Group } from './plan.js';

/** A name that says by itself that its value is a credential; that of an idempotency key or of a form's token does not. */
const KEY = /^(?:x-)?(?:[a-z0-9]{1,30}-){0,2}(?:api|access|auth)-?(?:key|token)$/i;

export function isKeyHeader({ in: place, name }: Pick<ParameterFact, 'in' | 'name'>): boolean {
  return place === 'header' && KEY.test(name);
}

/** The scheme of the first such header that pages of the operation list, and whether it has to be sent. */
export function keyHeader(group: Group): { name: string; scheme: Json; required: boolean } | undefined {
  const row = group.sources.flatMap(({ endpoint }) => endpoint.parameters).find(isKeyHeader);
  if (!row) return undefined;
  const name = camel(row.name.split(/[^A-Za-z0-9]+/).filter(Boolean));
  return { name, scheme: { type: 'apiKey', in: 'header', name: row.name }, required: row.required };
}
