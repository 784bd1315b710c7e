// Which documents are OpenAPI of a version that is read, and what to say of others.
import { isObject } from '../is-object.js';

export const NOT_OPENAPI = {
  code: 'spec/not-openapi',
  message: 'no `openapi:` field at the top: this is not an OpenAPI document',
  help: 'give the file that `docproof build` wrote',
};

/** Why a value is no document of a version that is read. */
export function whyUnusable(root: unknown): typeof NOT_OPENAPI | undefined {
  const code = 'spec/unsupported-version';
  const versions = 'docproof reads OpenAPI 3.0, 3.1 and 3.2';
  if (isObject(root) && root['swagger'] !== undefined)
    return {
      code,
      message: `Swagger ${String(root['swagger'])} is not supported`,
      help: `convert it to OpenAPI 3 first; ${versions}`,
    };
  if (!isObject(root) || typeof root['openapi'] !== 'string') return NOT_OPENAPI;
  if (isSupported(root['openapi'])) return undefined;
  return { code, message: `OpenAPI ${root['openapi']} is not supported`, help: versions };
}

export function isSupported(version: unknown): boolean {
  return typeof version === 'string' && /^3\.[012](?:\.|$)/.test(version);
}
