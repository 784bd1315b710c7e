// What a read leads to stands in the answer where the request asks for it (`expand[]=customer`): where documents show only
// such an answer, and have no table of its fields, one without it has something else there.
import type { ApiOperation } from '../../spec/contract/api.js';
import type { Relaxation } from '../plan/story.js';
import type { SchemaError } from './schemas.js';

const EXPANDS = /^\$?(?:expand|include|embed|populate)(?:\[\])?$/i;

/** Leaves out the errors at what the documented commands expand, and the request does not. */
export function acceptUnexpanded(
  errors: SchemaError[],
  { docs }: ApiOperation,
  url: string,
): { errors: SchemaError[]; relaxations: Relaxation[] } {
  if (errors.length === 0 || !docs.inferred?.includes('responseSchema')) return { errors, relaxations: [] };
  const shown = new Set((docs.cases ?? []).flatMap(({ request }) => expandedBy(request.url)));
  for (const name of expandedBy(url)) shown.delete(name);
  const at = ({ pointer }: SchemaError): string => pointer.slice(pointer.lastIndexOf('/') + 1);
  const names = new Set(errors.map(at).filter((name) => shown.has(name)));
  return {
    errors: errors.filter((error) => !names.has(at(error))),
    relaxations: [...names].map((name) => ({
      id: 'not-expanded',
      reason: `${name}: the documents show it in an answer that was asked to expand it`,
    })),
  };
}

function expandedBy(url: string): string[] {
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  return [...query].flatMap(([name, value]) => (EXPANDS.test(name) ? value.split(',') : []));
}
