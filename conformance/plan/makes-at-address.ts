// Requests that make what their own address names.
import { type Operation, successes } from './resources.js';

/**
 * A PUT that documents 201 makes what is not there (RFC 9110, section 9.3.4); one without a body, whose address alone says
 * all of it, does nothing else: `PUT /articles/{slug}/tags/{tag}`.
 */
export function makesByPut({ op, segments }: Operation): boolean {
  const named = segments.length > 2 && segments.at(-1)?.variable !== undefined && !op.body;
  return op.method === 'PUT' && (successes(op).includes('201') || (named && successes(op).includes('204')));
}

/**
 * A MKCOL of something in something else whose body says in XML, or not at all, what is made (RFC 4918, section 9.3; RFC
 * 5689). One that takes an archive puts what that holds into what there is.
 */
export function makesCollection({ op, segments }: Operation): boolean {
  const named = segments.length > 1 && segments.at(-1)?.variable !== undefined;
  const plain = op.body?.content.every(({ type }) => /\bxml\b/i.test(type)) !== false;
  return op.method === 'MKCOL' && named && plain && successes(op).includes('201');
}
