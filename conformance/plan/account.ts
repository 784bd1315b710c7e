// Which resource is an account: told by a documented password, not by its name.
import { bodySchema, type Model, type Resource } from './resources.js';

/** The resource whose creation takes a password, in a header or in the body. */
export function findAccount(model: Model): Resource | undefined {
  return model.resources.find((resource) => {
    const { create } = resource;
    if (!create || resource.keys.length !== 1) return false;
    const passwords = create.api.docs.placeholders.filter((p) => p.means === 'password');
    const names = [
      ...create.op.parameters.filter((p) => p.in === 'header').map((p) => `header ${p.name.toLowerCase()}`),
      ...Object.keys(bodySchema(create)?.properties ?? {}).map((p) => `json ${p}`),
    ];
    return passwords.some((p) => names.includes(`${p.in} ${p.in === 'header' ? p.name.toLowerCase() : p.name}`));
  });
}
