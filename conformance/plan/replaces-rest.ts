// What an update leaves out: gone after a PUT (RFC 9110, section 9.3.4), unless its documents say that it stays.
import { says } from '../told/told.js';
import type { Operation } from './resources.js';

export function replacesRest({ op }: Operation): boolean {
  return op.method === 'PUT' && !says(op.description, 'keepsRest');
}
