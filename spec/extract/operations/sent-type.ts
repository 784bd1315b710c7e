// The media type that a command sends its body in.
import { readCurlFence } from '../../curl/read-curl.js';

/** Media type of the first command's body; undefined where it sends none. */
export function sentType(text: string): string | undefined {
  const meant = readCurlFence(text)[0]?.meant;
  const header = Object.entries(meant?.headers ?? {}).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  if (header) return header.split(';')[0]?.trim().toLowerCase();
  if (/(?:^|\s)(?:--form(?:-string)?|-F)[\s=]/.test(text)) return 'multipart/form-data';
  if (meant?.body === undefined) return undefined;
  return /^\s*[[{]/.test(meant.body) ? 'application/json' : 'application/x-www-form-urlencoded';
}
