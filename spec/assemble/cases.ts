// Documented cURL commands → cases, each on the operation that its URL calls; and the hosts that the samples use.
import type { Base, CaseExtension } from '../contract/docproof.js';
import { withFormEncoded } from '../curl/raw-form.js';
import type { CurlReading } from '../curl/read-curl.js';
import { readingsOf } from '../extract/command-readings.js';
import type { CommandFence, Endpoint, Page } from '../extract/page.js';
import type { Profile } from '../profiles/profile.js';
import { placeOf } from '../read/document.js';
import { idWords, kebab, unique } from './names.js';
import { caseName } from './operation-ids.js';
import type { Form, Group } from './plan.js';
import type { UrlShape } from './url-shape.js';
import { wholeCommand } from './whole-command.js';

export interface CasesReading {
  byGroup: Map<Group, CaseExtension[]>;
  /** Values of the host variable, most used first. */
  sampleHosts: string[];
}

export interface CaseSources {
  /** File name as the contract gives it. */
  fileOf(page: Page): string;
  profile: Profile;
  /** Of all commands. */
  hosts: ReadonlySet<string>;
}

function hostsOf(pages: Page[]): Set<string> {
  const fences = pages.flatMap((page) => [
    ...page.commands,
    ...page.endpoints.flatMap((endpoint) => endpoint.commands),
  ]);
  return new Set(fences.flatMap((fence) => readingsOf(fence).flatMap(({ meant }) => authorityOf(meant?.url) ?? [])));
}

function authorityOf(url = ''): string | undefined {
  return /^[a-z]+:\/\/([^/?#]+)/i.exec(url)?.[1];
}

interface Command {
  page: Page;
  /** Of the page that the command stands on; absent where it has none. */
  endpoint?: Endpoint;
  fence: CommandFence;
  reading: CurlReading & { meant: NonNullable<CurlReading['meant']> };
  group: Group;
  form: Form;
  /** Name of the case where the page is not the operation's own. */
  name?: string;
}

export function readCases(pages: Page[], groups: Group[], given: Omit<CaseSources, 'hosts'>): CasesReading {
  const sources: CaseSources = { ...given, hosts: hostsOf(pages) };
  const byGroup = new Map<Group, CaseExtension[]>();
  const hosts = new Map<string, number>();
  const ids = new Set<string>();
  const pagesByName = new Map<string, Set<string>>();
  for (const group of groups)
    for (const { page, endpoint } of group.sources) {
      const name = caseName(group, page, endpoint, given.profile);
      pagesByName.set(name, (pagesByName.get(name) ?? new Set()).add(page.id));
    }
  for (const command of [...commandsOf(groups, sources), ...looseCommands(pages, groups, sources)]) {
    const { page, endpoint, fence, reading, group, form } = command;
    const asked = endpoint ?? group.sources[0]?.endpoint;
    const whole = given.profile.infer.samples && asked ? wholeCommand(reading.meant, asked) : reading.meant;
    if (!whole) continue;
    const host = hostOf(reading.meant.url, form, sources);
    if (host) hosts.set(host, (hosts.get(host) ?? 0) + 1);
    const number = /^(?:version-[\d.]+-)?([0-9][0-9A-Za-z]*)[_-]/.exec(page.id)?.[1];
    const plain = command.name ?? (endpoint ? caseName(group, page, endpoint, given.profile) : 'case');
    const shared = (pagesByName.get(plain)?.size ?? 0) > 1;
    const id = unique(shared && number ? `${plain}-${number.toLowerCase()}` : plain, ids, '-');
    ids.add(id);
    const line = placeOf(page.document, fence.fence.start + reading.offset).line;
    const request = withFormEncoded(whole);
    const pasted = { ...(request.body === whole.body ? {} : { body: whole.body }), ...reading.pasted };
    const made: CaseExtension = {
      id,
      page: page.id,
      ...(fence.title ? { title: fence.title } : {}),
      source: { file: sources.fileOf(page), line },
      request,
      ...(Object.keys(pasted).length > 0 ? { pasted } : {}),
    };
    byGroup.set(group, [...(byGroup.get(group) ?? []), made]);
  }
  return {
    byGroup,
    sampleHosts: [...hosts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([host]) => host),
  };
}

/** Commands page by page, each once, with the operation it calls: the one of its page whose method and URL fit best. */
function* commandsOf(groups: Group[], sources: CaseSources): Generator<Command> {
  const byPage = new Map<Page, Group[]>();
  for (const group of groups)
    for (const { page } of group.sources) byPage.set(page, [...(byPage.get(page) ?? []), group]);
  for (const [page, own] of byPage)
    for (const endpoint of page.endpoints)
      for (const fence of endpoint.commands)
        for (const reading of readingsOf(fence)) {
          if (!reading.meant) continue;
          const { meant } = reading;
          const here = own.filter((group) => group.sources.some((s) => s.endpoint === endpoint));
          const best = bestForm(here.length > 0 ? here : own, meant.method, meant.url, sources);
          if (best) yield { page, endpoint, fence, reading: { ...reading, meant }, ...best };
        }
}

/** Commands of pages without an operation: taken where method and segments are those of an operation of another page. */
function* looseCommands(pages: Page[], groups: Group[], sources: CaseSources): Generator<Command> {
  for (const page of pages)
    for (const fence of page.commands)
      for (const reading of readingsOf(fence)) {
        const { meant } = reading;
        const best = meant && bestForm(groups, meant.method, meant.url, sources);
        if (!meant || !best || best.group.method !== meant.method || !best.exact) continue;
        const words = idWords(page.id);
        const name = words.length > 0 ? `${kebab(words.slice(1)) || 'page'}/${kebab(words.slice(0, 1))}` : undefined;
        yield { page, fence, reading: { ...reading, meant }, ...best, ...(name ? { name } : {}) };
      }
}

function bestForm(
  groups: Group[],
  method: string,
  url: string,
  { profile: { bases }, hosts }: CaseSources,
): { group: Group; form: Form; exact: boolean } | undefined {
  let best: { group: Group; form: Form; exact: boolean; score: number } | undefined;
  const sent = segments(url.replace(/^[a-z]+:\/\/[^/]*/i, ''));
  // `cell1.unit1.example` beside `unit1.example` has the base's variable in its name.
  const labels = (authorityOf(url) ?? '').split('.').slice(1);
  const named = labels.some((_, i) => hosts.has(labels.slice(i).join('.')));
  for (const group of groups)
    for (const form of [group.main, ...group.aliases]) {
      const fit = fitOf(sent, form, bases, named);
      const score = (group.method === method ? 1000 : 0) + fit.score;
      if (!best || score > best.score) best = { group, form, exact: fit.exact, score };
    }
  return best;
}

/**
 * How well a sent URL fits a form: names of its segments in place, the right number of them.
 *
 * @param named whether the host has a variable of the base in it, which the path then has not
 */
function fitOf(sent: Segment[], form: Form, bases: Base[], named: boolean): { score: number; exact: boolean } {
  const wanted = wantedSegments(form.shape);
  const own = bases.find((base) => base.name === form.shape.base?.name) ?? bases.find((base) => base.path === '/');
  let best = { score: 0, exact: false };
  for (const skip of own ? skips(own) : [0]) {
    const tail = skip > 0 ? wanted.slice(skip) : wanted;
    const given = skip < 0 ? sent.slice(-skip) : sent;
    let score = (given.length === tail.length ? 100 : 0) + (skip > 0 === named ? 0.5 : 0);
    tail.forEach((segment, i) => {
      const other = given[i];
      if (other === undefined) return;
      if (segment.name === other.name) score += 10;
      else if (segment.name.startsWith('{')) score += 2;
      else if (/^_?\{/.test(segment.name)) score += 1;
      if (segment.keys === other.keys) score += 1;
    });
    const exact =
      given.length === tail.length &&
      tail.every(({ name, keys }, i) => (name === given[i]?.name || name.startsWith('{')) && keys === given[i]?.keys);
    if (score > best.score) best = { score, exact };
  }
  return best;
}

/** Numbers of leading path segments that stand in the host instead, form by form. */
function skips(base: Base): number[] {
  const inPath = base.path.split('/').filter(Boolean).length;
  return [
    ...new Set(
      base.forms.map(
        (form) =>
          inPath -
          form
            .replace(/^[a-z]+:\/\/[^/]*/i, '')
            .split('/')
            .filter(Boolean).length,
      ),
    ),
  ];
}

/** Segments of a shape, which many commands are compared with. */
function wantedSegments(shape: UrlShape): Segment[] {
  shape.segments ??= segments(shape.path);
  return shape.segments;
}

export interface Segment {
  name: string;
  keys: number;
}

function segments(path: string): Segment[] {
  const [plain = ''] = path.replace(/'[^']*'/g, "''").split('?');
  return plain
    .split('/')
    .filter(Boolean)
    .map((text) => {
      const open = text.indexOf('(');
      if (open < 0) return { name: text, keys: 0 };
      return { name: text.slice(0, open), keys: text.split(',').length + (text.includes('=') ? 100 : 0) };
    });
}

/** What stands for the host variable in a sent URL, by the form of the base that the operation uses. */
function hostOf(url: string, form: Form, { profile: { bases, host } }: CaseSources): string | undefined {
  const authority = authorityOf(url);
  if (!authority || !host) return undefined;
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '');
  const base = form.shape.base ?? bases.find((b) => form.shape.path.startsWith(b.path) && b.path !== '/') ?? bases[0];
  if (!base) return authority;
  const inForm = (template: string): string | undefined => {
    const wanted = /^[a-z]+:\/\/([^/]+)\/?(.*)$/i.exec(template);
    if (!wanted) return undefined;
    const labels = (wanted[1] as string).split('.');
    const given = authority.split('.');
    const at = labels.indexOf(`{${host}}`);
    if (at < 0 || given.length <= labels.length - 1) return undefined;
    return given.slice(at, given.length - (labels.length - 1 - at)).join('.');
  };
  const expected = segments(form.shape.path).length;
  const sent = segments(path).length;
  const skipped = base.forms.map((template) => ({ template, skip: skipsOf(base, template) }));
  const fitting = skipped.filter(({ skip }) => expected - skip === sent).map(({ template }) => template);
  const template = fitting.at(-1) ?? base.forms.at(-1);
  return template ? inForm(template) : undefined;
}

function skipsOf(base: Base, template: string): number {
  const inPath = base.path.split('/').filter(Boolean).length;
  return (
    inPath -
    template
      .replace(/^[a-z]+:\/\/[^/]*/i, '')
      .split('/')
      .filter(Boolean).length
  );
}
