// Security schemes as far as they are text: whatever else stands in their members says nothing.
import type { Api } from './api.js';

type Schemes = Api['securitySchemes'];

/**
 * By their names; a `type` is empty where there is none.
 *
 * @param deref gives what a reference leads to, and an empty object for what is none
 */
export function securitySchemes(named: Record<string, unknown>, deref: (raw: unknown) => object): Schemes {
  return Object.fromEntries(
    Object.entries(named).map(([name, raw]): [string, Schemes[string]] => {
      const text = Object.entries(deref(raw)).filter(([, value]) => typeof value === 'string');
      return [name, { type: '', ...Object.fromEntries(text) }];
    }),
  );
}
