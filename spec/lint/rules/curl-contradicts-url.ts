// curl/curl-contradicts-url: a command that calls what the page does not document.
import type { Endpoint, Page } from '../../extract/page.js';
import type { Span } from '../../read/document.js';
import { bodyRows } from '../body-rows.js';
import { overviewTargets } from '../overview-targets.js';
import type { Report, Rule } from '../rule.js';
import type { PlacedCommand, Site } from '../site.js';
import { type UrlSegment, unknownKey, urlDifference, urlSegments } from '../url-shape.js';
import { quote } from '../value-problem.js';

export const curlContradictsUrl: Rule = {
  code: 'curl/curl-contradicts-url',
  severity: 'warning',
  purpose:
    'A command with another method or URL than the page documents, or without the body that it requires, or a target that the overview lists and no URL has.',
  why: 'Either the command or the URL section is a leftover of another page. docproof replays the command as it stands.',
  bad: {
    sections: {
      'cURL Command':
        '```sh\ncurl "https://cell1.unit1.example/__ctl/Colour(\'red\')" -X PUT -d \'{"Name":"urgent"}\'\n```',
    },
  },
  good: {
    sections: {
      'cURL Command':
        '```sh\ncurl "https://cell1.unit1.example/__ctl/Label(\'later\')" -X PUT -d \'{"Name":"urgent"}\'\n```',
    },
  },
  check(site, report) {
    for (const { page, endpoint } of site.endpoints()) {
      if (endpoint.urls.length === 0) continue;
      const forms = endpoint.urls.map((form) => urlSegments(form.text));
      for (const command of site.commandsOf(page))
        if (endpoint.commands.some(({ fence }) => fence === command.fence))
          compare(page, endpoint, forms, command, site, report);
      overviewTargets(page, endpoint, report);
    }
  },
};

function compare(
  page: Page,
  endpoint: Endpoint,
  forms: UrlSegment[][],
  command: PlacedCommand,
  site: Site,
  report: Report,
): void {
  const { meant } = command.reading;
  if (!meant) return;
  const difference = nearest(meant.url, forms, site);
  if (difference) {
    report(page, placeIn(command, difference.shown), {
      message: difference.message,
      help: 'document this URL, or call a documented one',
    });
    return;
  }
  if (/[^:/]\/\/+[^/]/.test(meant.url.split(/[?#(]/, 1)[0] ?? ''))
    report(page, placeIn(command, '//__'), {
      message: 'the URL of the command has a double slash',
      help: 'write one slash',
    });
  const unknown = unknownQueries(meant.url, endpoint);
  if (unknown.length > 0)
    report(page, placeIn(command, `${unknown[0]}=`), {
      message: `the command sends the query ${unknown.map(quote).join(', ')}, which the page does not document`,
      help: 'document it, or take it out of the command',
    });
  compareMethod(page, endpoint, command, meant, report);
}

/** Where a text stands in a command; the command's own place where it does not. */
function placeIn({ reading, span, fence }: PlacedCommand, text: string): Span {
  const found = fence.text.indexOf(text, reading.offset);
  return found < 0 ? span : { start: fence.start + found, end: fence.start + found + text.length };
}

function compareMethod(
  page: Page,
  endpoint: Endpoint,
  command: PlacedCommand,
  meant: NonNullable<PlacedCommand['reading']['meant']>,
  report: Report,
): void {
  const { reading, span, fence } = command;
  const methods = endpoint.methods.map((m) => m.value.toUpperCase());
  if (methods.length === 0) return;
  const typed = /(?:-X[ \t]*|--request[ \t=]+)(["']?)([A-Za-z]+)\1/.exec(
    fence.text.slice(reading.offset, reading.offset + reading.length),
  )?.[2];
  const replaced = Object.entries(meant.headers).find(([name]) => /^x-http-method(?:-override)?$/i.test(name))?.[1];
  if (replaced !== undefined && meant.method === 'POST' && methods.includes(replaced.trim().toUpperCase())) return;
  if (!methods.includes(meant.method))
    report(page, typed ? placeIn(command, typed) : span, {
      message: `the command sends ${meant.method}${typed ? '' : ' (it names no method)'}, the page documents ${methods.join(', ')}`,
      help: `write -X ${methods[0]}`,
    });
  else if (typed && typed !== meant.method && typed.toUpperCase() === meant.method)
    report(page, placeIn(command, typed), {
      message: `the command sends "${typed}", the page documents ${meant.method}: the case of a method counts`,
      help: `write ${meant.method}`,
    });
  else if (meant.body === undefined && meant.files === undefined && wantsBody(endpoint, meant.method))
    report(page, span, {
      message: 'the command sends no body, the page documents one',
      help: "send a body: -d '{…}'",
    });
}

/** Names of the URL's query that neither a table, a link to an option nor a documented URL has. Pages without any say nothing about theirs. */
function unknownQueries(url: string, endpoint: Endpoint): string[] {
  const query = /\?([^#]*)/.exec(url)?.[1];
  const known = new Set([
    ...endpoint.parameters.filter((p) => p.in === 'query').map((p) => p.name),
    ...endpoint.options.map((o) => o.name),
  ]);
  if (!query || known.size === 0) return [];
  const documented = endpoint.urls.map((u) => u.text).join('\n');
  return query.split('&').flatMap((part) => {
    const name = /^([A-Za-z_$][\w.$-]*)=/.exec(part)?.[1];
    return name === undefined || known.has(name) || documented.includes(`${name}=`) ? [] : [name];
  });
}

/** The page shows a body for a method that has one, or requires fields of it (those of one target bind no other). */
function wantsBody({ body }: Endpoint, method: string): boolean {
  if (body.samples.length > 0 && !/^(?:GET|HEAD|DELETE|OPTIONS|PROPFIND)$/.test(method)) return true;
  if (body.tables.some((table) => table.variant !== undefined)) return false;
  return (bodyRows(body)?.byParent.get('root') ?? []).some((row) => row.required);
}

interface Candidate {
  at: number;
  form: UrlSegment[];
  own: UrlSegment[];
  why: 'length' | 'name' | 'key';
}

/** The difference to the form that fits best; undefined where one fits. */
function nearest(url: string, forms: UrlSegment[][], site: Site): { shown: string; message: string } | undefined {
  const sent = urlSegments(url);
  const inPath = site.profile.bases.flatMap((base) => [...base.path.matchAll(/\{\w+\}/g)].map((m) => m[0]));
  // What a base puts into the path (`https://unit/cell1/…`) may stand in the host of the other.
  // Without bases, what stands before the documented path is the API's own (`/api/v4`).
  const tails =
    site.profile.bases.length > 0 ? [] : forms.map((form) => sent.slice(Math.max(0, sent.length - form.length)));
  const sents = inPath.length > 0 ? [sent, sent.slice(1)] : [sent, ...tails];
  const candidates: Candidate[] = [];
  for (const form of forms)
    for (const wanted of form[0] && inPath.includes(form[0].text) ? [form, form.slice(1)] : [form])
      for (const own of sents) {
        const difference = urlDifference(own, wanted);
        if (!difference) {
          const key = unknownKey(own, forms);
          return key === undefined ? undefined : { shown: key, message: `no documented URL has the key ${quote(key)}` };
        }
        candidates.push({ ...difference, form: wanted, own });
      }
  const depth = Math.max(...candidates.map((c) => c.at));
  const best = candidates
    .filter((c) => c.at === depth)
    .sort((a, b) => Math.abs(a.own.length - a.form.length) - Math.abs(b.own.length - b.form.length));
  const [first] = best;
  return first && inWords(first, best, url);
}

function inWords({ at, form, own, why }: Candidate, all: Candidate[], url: string): { shown: string; message: string } {
  const got = own[at]?.text;
  const wanted = [...new Set(all.map((c) => c.form[at]?.text).filter((text) => text !== undefined))]
    .slice(0, 4)
    .map(quote)
    .join(', ');
  if (got === undefined)
    return {
      shown: own.at(-1)?.text ?? url,
      message: `the URL of the command ends before ${wanted}, which every documented one has`,
    };
  if (why === 'length' && form[at] === undefined)
    return {
      shown: got,
      message: `the URL of the command goes on with ${quote(`/${got}`)}, which no documented one has`,
    };
  const known = new Set(all.flatMap((c) => c.form[at]?.keys ?? []));
  const extra = own[at]?.keys?.filter((key) => key !== '' && !known.has(key)) ?? [];
  if (why === 'key' && extra.length > 0)
    return {
      shown: got,
      message: `the command has ${extra.map(quote).join(', ')} in the key of ${quote(own[at]?.name ?? '')}, which no documented URL has`,
    };
  return { shown: got, message: `the command calls ${quote(got)}, the page documents ${wanted}` };
}
