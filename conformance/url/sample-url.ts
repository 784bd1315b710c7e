// Documented URLs (`https://cell1.unit1.example/x`) to paths of the contract (`/cell1/x`), and back onto a target.
import type { Api } from '../../spec/contract/api.js';
import { withoutEnd } from '../../spec/without-end.js';
import { fitsParts } from './wildcard.js';

/** Path and query of a URL in the contract's form, percent-encoding untouched. */
export interface ContractUrl {
  path: string;
  /** With its `?`, or empty. */
  query: string;
}

/** Reads documented URLs; built once per spec. */
export interface SampleUrls {
  /** Undefined for a URL of a host that the documents do not use as their own. */
  read(url: string): ContractUrl | undefined;
  /** Replaces each URL of a sample host inside a text. */
  replace(text: string, write: (url: ContractUrl) => string): string;
}

interface HostForm {
  /** Path in front of the rest, with the host's label put in. */
  path: (label: string) => string;
}

/** `commands` are the URLs of documented commands: in a spec without sample hosts, theirs count. */
export function sampleUrls(api: Api, commands: string[] = []): SampleUrls {
  const hosts = new Set(api.docs.sampleHosts.map((host) => host.toLowerCase()));
  const label = labelForm(api);
  const prefixes = api.servers.flatMap((server) => {
    const parts = splitUrl(server);
    // A variable of a server's host stands for any.
    return parts ? [{ host: parts.host.split(/\{[^{}]*\}/), path: withoutEnd(parts.rest, '/') }] : [];
  });
  if (hosts.size === 0) for (const url of [...api.servers, ...commands]) hosts.add(splitUrl(url)?.host ?? '');
  hosts.delete('');

  const read = (url: string): ContractUrl | undefined => {
    const parts = splitUrl(url);
    if (!parts) return undefined;
    const [pathPart = '', ...queryParts] = parts.rest.split('?');
    const query = queryParts.length > 0 ? `?${queryParts.join('?')}` : '';
    // A label in front of a sample host is a container's, even where the documents use the whole as a host as well.
    const dot = parts.host.indexOf('.');
    if (label && dot > 0 && hosts.has(parts.host.slice(dot + 1)))
      return { path: label.path(parts.host.slice(0, dot)) + pathPart.replace(/^\/+/, ''), query };
    if (!hosts.has(parts.host)) return undefined;
    const prefix = prefixes.findLast(({ host }) => fitsParts(host, parts.host))?.path ?? '';
    const path = prefix && pathPart.startsWith(`${prefix}/`) ? pathPart.slice(prefix.length) : pathPart;
    return { path: path || '/', query };
  };
  return {
    read,
    replace: (text, write) =>
      text.replace(/https?:\/\/[^\s"<>\\]+/g, (url) => {
        const found = read(url);
        return found ? write(found) : url;
      }),
  };
}

function splitUrl(url: string): { host: string; rest: string } | undefined {
  const match = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)([^#]*)/i.exec(url);
  return match ? { host: (match[1] ?? '').toLowerCase(), rest: match[2] ?? '' } : undefined;
}

/** The form in which a variable stands as a label before the host: `https://{Cell}.{Host}/`. */
function labelForm(api: Api): HostForm | undefined {
  for (const base of api.docs.bases)
    for (const form of base.forms) {
      const match = /^[a-z]+:\/\/\{([^{}]+)\}\.\{[^{}]+\}/i.exec(form);
      const variable = match?.[1];
      if (variable && base.path.includes(`{${variable}}`))
        return { path: (label) => base.path.replace(`{${variable}}`, label) };
    }
  return undefined;
}
