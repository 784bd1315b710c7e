// Which resource is an account, and where it gets a token: told by documented passwords and grants, not by names.
import { bodySchema, type Model, type Operation, type Resource } from './resources.js';

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

/** The token endpoint of RFC 6749: a form with a grant type, and the password of an account. */
export function findTokenEndpoint(model: Model): Operation | undefined {
  return model.operations.find(({ op, api }) => {
    if (op.method !== 'POST' || op.docs.aliasOf) return false;
    const form = op.body?.content.find((m) => /x-www-form-urlencoded/i.test(m.type));
    const fields = Object.keys(form ? (api.resolve(form.schema).properties ?? {}) : {});
    const password = api.docs.placeholders.find((p) => p.means === 'password' && p.in === 'form')?.name;
    return fields.includes('grant_type') && password !== undefined && fields.includes(password);
  });
}

/** Marks that a form has to encode, behind a password. */
export const MARKS = '=^{|}';
