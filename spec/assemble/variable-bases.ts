// Bases of the documents' own: `{ShopURL}items`, where a table of variables, or else the commands, tell where `{ShopURL}` lies.
import type { Base } from '../contract/docproof.js';
import { compareText } from '../diagnostic.js';
import { readingsOf } from '../extract/command-readings.js';
import type { Page } from '../extract/page.js';
import type { Profile } from '../profiles/profile.js';

const HOST = 'host';
/** A variable that a URL form begins with, and what goes on right behind it. */
const LEADING = /^\{(\w{1,60})\}(?!$)(\/?)/;

/**
 * The profile with a base for each variable that documented URLs begin with and whose own URL the documents tell. The profile's
 * own bases go, with what it knows of the API behind them, where no URL has one.
 */
export function withVariableBases(profile: Profile, pages: readonly Page[]): Profile {
  const known = new Set(profile.bases.map(({ name }) => name));
  const leading = leadingVariables(pages);
  const found = [...leading.keys()]
    .filter((name) => !known.has(name))
    .sort(compareText)
    .flatMap((name) => {
      const form = toldForm(name, pages) ?? (leading.get(name)?.glued ? sentForm(name, pages) : undefined);
      return form === undefined ? [] : [{ name, form }];
    });
  if (found.length === 0) return profile;
  const own = withPaths(found);
  if ([...leading.keys()].some((name) => known.has(name))) return { ...profile, bases: [...profile.bases, ...own] };
  const { title: _, errorBody: __, ...others } = profile;
  return { ...others, closedBodies: [], outbound: [], host: HOST, bases: own };
}

/** The variables that URLs begin with; `glued` where a name follows without a slash, as it can only behind one that ends with it. */
function leadingVariables(pages: readonly Page[]): Map<string, { glued: boolean }> {
  const out = new Map<string, { glued: boolean }>();
  for (const { text } of pages.flatMap(({ endpoints }) => endpoints.flatMap(({ urls }) => urls))) {
    const [, name, slash] = LEADING.exec(text) ?? [];
    if (name) out.set(name, { glued: slash === '' || out.get(name)?.glued === true });
  }
  return out;
}

/** The URL in the row of the variable: `https://{host}/v1/`. */
function toldForm(name: string, pages: readonly Page[]): string | undefined {
  const rows = pages.flatMap(({ variables }) => variables.filter((row) => row.name === name));
  const [told] = rows.flatMap(({ overview }) => /https?:\/\/[^\s"'`<>|()、。]{1,200}/i.exec(overview) ?? []);
  return told === undefined ? undefined : asForm(told.replace(/[.,;:]{1,3}$/, ''));
}

/** What most commands have where the forms of their pages have the variable. */
function sentForm(name: string, pages: readonly Page[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { urls, commands } of pages.flatMap(({ endpoints }) => endpoints))
    for (const { meant } of commands.flatMap(readingsOf))
      for (const { text } of urls) {
        const rest = text.startsWith(`{${name}}`) ? text.slice(name.length + 2).split('?')[0] : undefined;
        const form = rest && meant ? asForm(before(meant.url.split('?')[0] as string, rest)) : undefined;
        if (form !== undefined) counts.set(form, (counts.get(form) ?? 0) + 1);
      }
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0]?.[0];
}

/** What stands in a sent URL before the segments of a form; nothing where it does not end like the form. */
function before(sent: string, rest: string): string {
  const wanted = rest.split('/').filter(Boolean);
  const given = sent.split('/');
  const skip = given.length - wanted.length;
  const fits = wanted.every((segment, i) => segment.includes('{') || segment === given[skip + i]);
  return fits && skip >= 3 ? `${given.slice(0, skip).join('/')}/` : '';
}

/** A URL as the form of a base: whatever the host, a slash at the end. */
function asForm(url: string): string | undefined {
  const [, scheme, path] = /^(https?):\/\/[^/?#]+([^?#]*)$/i.exec(url) ?? [];
  return scheme === undefined ? undefined : `${scheme.toLowerCase()}://{${HOST}}${path?.replace(/\/?$/, '/')}`;
}

/** Each with the path that stands before what is documented below it: the server is what all of them have in common. */
function withPaths(found: readonly { name: string; form: string }[]): Base[] {
  const parts = found.map(({ form }) => form.split('/').filter(Boolean));
  const [first = []] = parts;
  const end = first.findIndex((part, i) => part.includes('{') && i > 1);
  const shared = first
    .slice(0, end < 0 ? undefined : end)
    .filter((part, i) => parts.every((other) => other[i] === part));
  return found.map(({ name, form }, i) => {
    const own = (parts[i] as string[]).slice(shared.length);
    return { name, forms: [form], path: `/${own.map((part) => `${part}/`).join('')}` };
  });
}
