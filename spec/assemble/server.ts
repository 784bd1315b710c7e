// Where the API lies: the Server Object.
import type { Profile } from '../profiles/profile.js';
import { withoutEnd } from '../without-end.js';
import type { Json } from './components.js';

/** @param sampleHost what stands for the variable of the host where nothing else does */
export function serverOf({ bases, host }: Profile, sampleHost = 'unit.invalid'): Json {
  const form =
    bases.find((base) => base.path === '/')?.forms[0] ?? bases[0]?.forms[0]?.replace(/^([a-z]+:\/\/[^/]+).*$/i, '$1');
  const url = withoutEnd(form ?? '/', '/') || '/';
  return host && url.includes(`{${host}}`) ? { url, variables: { [host]: { default: sampleHost } } } : { url };
}
