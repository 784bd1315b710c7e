// What a page leaves out and its commands show: the method, and the URL form. Marked `inferred` in the contract.
import type { Base } from '../contract/docproof.js';
import { readingsOf } from '../extract/command-readings.js';
import type { Endpoint, Fact, UrlForm } from '../extract/page.js';

export interface Completed {
  methods: Fact[];
  urls: UrlForm[];
  inferred: ('method' | 'url')[];
}

/** Methods and URL forms of an endpoint; those of its commands where the page has no section for them. */
export function complete(endpoint: Endpoint, bases: Base[]): Completed {
  const { methods, urls } = endpoint;
  if (methods.length > 0 && urls.length > 0) return { methods, urls, inferred: [] };
  const requests = endpoint.commands.flatMap((command) =>
    readingsOf(command).flatMap(({ meant, offset, length }) =>
      meant
        ? [{ ...meant, span: { start: command.fence.start + offset, end: command.fence.start + offset + length } }]
        : [],
    ),
  );
  const inferred: Completed['inferred'] = [];
  if (methods.length === 0 && requests.length > 0) inferred.push('method');
  if (urls.length === 0 && requests.length > 0) inferred.push('url');
  return {
    methods:
      methods.length > 0
        ? methods
        : distinct(
            requests.map(({ method, span }) => ({ value: method, span })),
            (fact) => fact.value,
          ),
    urls:
      urls.length > 0
        ? urls
        : distinct(
            requests.map(({ url, span }) => ({ text: formOf(url, bases), span })),
            (form) => form.text,
          ),
    inferred,
  };
}

/** `https://cell1.unit1.example/__ctl/Box('box1')` → `{CellURL}__ctl/Box('{BoxName}')`, by the base with the longest path. */
function formOf(url: string, bases: Base[]): string {
  const [plain = ''] = url.split('?');
  const rest = plain
    .replace(/^[a-z]+:\/\/[^/]*\/?/i, '')
    .replace(/(?<!\w)(\w+)\('[^']*'\)/g, (_, entity: string) => `${entity}('{${entity.replace(/^_/, '')}Name}')`);
  const base = [...bases].sort((a, b) => b.path.length - a.path.length)[0];
  return base ? `{${base.name}}${rest}` : `/${rest}`;
}

function distinct<T>(items: T[], key: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(key(item)) && seen.add(key(item)));
}
