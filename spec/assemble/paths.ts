// Operations by path and method → Paths Object.
import { FIXED_METHODS } from '../contract/methods.js';
import { withoutEnd } from '../without-end.js';
import type { Json } from './components.js';
import type { Parameters } from './parameters.js';
import type { Form } from './plan.js';

export class Paths {
  /** Path as written first, by structure: OpenAPI takes two paths that differ in variable names only for one. */
  private readonly paths = new Map<string, { path: string; item: Json; variables: string[] }>();

  /** @param keepsSlash whether a slash at the end of a path is part of it: what is written there may be refused without */
  constructor(
    private readonly parameters: Parameters,
    private readonly keepsSlash: boolean,
  ) {}

  place(form: Form, method: string, operation: Json): void {
    const { structure, variables } = form.shape;
    const path = form.shape.path.length > 1 && !this.keepsSlash ? withoutEnd(form.shape.path, '/') : form.shape.path;
    let at = this.paths.get(withoutEnd(structure, '/'));
    if (!at) {
      const parameters = this.parameters.path(form);
      at = { path, item: parameters.length > 0 ? { parameters } : {}, variables };
      this.paths.set(withoutEnd(structure, '/'), at);
    }
    const fixed = (FIXED_METHODS as readonly string[]).includes(method.toLowerCase());
    if (fixed) at.item[method.toLowerCase()] ??= operation;
    else {
      const more = (at.item['additionalOperations'] ?? {}) as Json;
      more[method] ??= operation;
      at.item['additionalOperations'] = more;
    }
  }

  toJson(): Json {
    return Object.fromEntries([...this.paths.values()].map(({ path, item }) => [path, ordered(item)]));
  }
}

/** Path Item Object: parameters first, then the methods in the order of the standard, then the additional ones. */
function ordered(item: Json): Json {
  const out: Json = {};
  for (const key of ['parameters', ...FIXED_METHODS, 'additionalOperations'])
    if (item[key] !== undefined) out[key] = item[key];
  return out;
}
