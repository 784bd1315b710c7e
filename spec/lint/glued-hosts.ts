// URLs in samples whose path stands right behind the host: `https://a.example__ctl/x`.
import type { Page } from '../extract/page.js';
import { bodiesOf, type Site } from './site.js';

const HOST = /\bhttps?:\/\/([\w.-]{1,253})/g;

export interface GluedHost {
  page: Page;
  span: { start: number; end: number };
  host: string;
}

/** What commands call are the hosts that are known. RFC 1123, section 2.1: no host has a `_`. */
export function gluedHosts(site: Site): GluedHost[] {
  const hosts = new Set(
    site.pages.flatMap((page) => site.commandsOf(page).flatMap(({ reading }) => hostOf(reading.meant?.url) ?? [])),
  );
  const found: GluedHost[] = [];
  for (const { page, endpoint } of site.endpoints())
    for (const { body } of bodiesOf(endpoint))
      for (const sample of body.samples)
        for (const { 0: url, 1: host = '', index } of sample.text.matchAll(HOST)) {
          const end = host.indexOf('_');
          const known = host.slice(0, end);
          const start = sample.start + index;
          if (end > 0 && hosts.has(known)) found.push({ page, span: { start, end: start + url.length }, host: known });
        }
  return found;
}

function hostOf(url = ''): string | undefined {
  return /^https?:\/\/([\w.-]+)/.exec(url)?.[1];
}
