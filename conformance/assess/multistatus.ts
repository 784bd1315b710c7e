// What WebDAV asks of an answer to PROPFIND (RFC 4918, sections 9.1, 13 and 15.9): it is of what was asked for, and says what
// kind of resource that is, as the documented sample does.
import type { ApiMedia } from '../../spec/contract/api.js';
import { headerOf } from '../send/header.js';
import type { HttpAnswer, HttpRequest } from '../send/http.js';
import type { Finding } from './answer.js';
import { childrenOf, type XmlElement, xmlRoot } from './xml-elements.js';

export function multistatusFindings(
  request: HttpRequest,
  answer: HttpAnswer,
  { examples }: ApiMedia,
  found: Pick<Finding, 'level' | 'source'>,
): Finding[] {
  const shown = examples.flatMap(({ value }) => (typeof value === 'string' ? multistatus(value) : [])).at(0);
  if (request.method !== 'PROPFIND' || answer.status !== 207 || answer.cut || !shown) return [];
  const root = xmlRoot(answer.body);
  if (root === 'unread') return [];
  const is = root && `${root.name} of ${root.namespace || 'no namespace'}`;
  const right = root?.name === 'multistatus' && root.namespace === DAV;
  const finding = (id: string, ok: boolean, expected: string, actual: string): Finding => ({
    id: `multistatus/${id}`,
    ok,
    expected,
    actual: actual.slice(0, 160),
    ...found,
  });
  if (!root || !right) return [finding('root', false, `multistatus of ${DAV}`, is ?? 'no well-formed XML')];
  const responses = childrenOf(root, 'response');
  const addresses = responses.flatMap((one) => childrenOf(one, 'href').map(({ text }) => text));
  // By another host it may be known with other paths.
  const foreign = addresses.length > 0 && addresses.every((one) => isElsewhere(one, request.url));
  const own = foreign
    ? responses[0]
    : responses.find((one) => childrenOf(one, 'href').some(({ text }) => leadsTo(text, request.url)));
  const told = addresses.slice(0, 3).join(', ') || 'no href';
  const findings = [
    finding('href', own !== undefined, `the href of ${new URL(request.url).pathname}, which was asked for`, told),
  ];
  if (headerOf(Object.entries(request.headers), 'depth') === '0')
    findings.push(finding('depth', responses.length === 1, 'one response to Depth: 0', `${responses.length}`));
  const kinds = kindsOf(childrenOf(shown, 'response')[0]);
  const has = kindsOf(own);
  if (own && kinds.length > 0) {
    const ok = kinds.every((kind) => has.includes(kind));
    findings.push(finding('resourcetype', ok, `resourcetype with ${kinds.join(', ')}`, has.join(', ') || 'none'));
  }
  return findings;
}

const DAV = 'DAV:';

function multistatus(text: string): XmlElement[] {
  const root = xmlRoot(text);
  return root && root !== 'unread' && root.name === 'multistatus' ? [root] : [];
}

/** What a response says that its resource is. */
function kindsOf(response: XmlElement | undefined): string[] {
  return childrenOf(response, 'propstat')
    .flatMap((one) => childrenOf(one, 'prop'))
    .flatMap((one) => childrenOf(one, 'resourcetype'))
    .flatMap(({ children }) => children.map(({ name }) => name));
}

function isElsewhere(address: string, url: string): boolean {
  return URL.canParse(address, url) && new URL(address, url).host !== new URL(url).host;
}

/** An address may have no host, be encoded otherwise, and have a slash at its end or not. */
function leadsTo(address: string, url: string): boolean {
  if (!URL.canParse(address, url)) return false;
  return plain(new URL(address, url).pathname) === plain(new URL(url).pathname);
}

function plain(path: string): string {
  try {
    return decodeURIComponent(path).replace(/\/$/, '');
  } catch {
    return path.replace(/\/$/, '');
  }
}
