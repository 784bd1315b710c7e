// Where a profile names no base: the part of the commands' URLs that stands before the documented paths (`/api/v4`), or what pages say.
import { compareText } from '../diagnostic.js';
import { readingsOf } from '../extract/command-readings.js';
import type { Page } from '../extract/page.js';
import type { Profile } from '../profiles/profile.js';
import { sharedOrigin, toldBase } from './told-base.js';
import { readUrlShape } from './url-shape.js';

const HOST = 'host';

/** The profile with a base `https://{host}/prefix/` that most commands agree on, else the one that the pages tell; unchanged where it has bases already. */
export function withDerivedBase(profile: Profile, pages: readonly Page[]): Profile {
  if (profile.bases.length > 0) return profile;
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const endpoint of page.endpoints) {
      const paths = endpoint.urls.map((url) => segments(readUrlShape(url.text, []).path));
      for (const command of endpoint.commands)
        for (const { meant } of readingsOf(command)) {
          const sent = /^(https?):\/\/[^/?#]+([^?#]*)/i.exec(meant?.url ?? '');
          if (!sent) continue;
          const prefix = paths.map((path) => prefixOf(segments(sent[2] ?? ''), path)).find((p) => p !== undefined);
          if (prefix === undefined) continue;
          const form = `${(sent[1] as string).toLowerCase()}://{${HOST}}/${prefix.map((s) => `${s}/`).join('')}`;
          counts.set(form, (counts.get(form) ?? 0) + 1);
        }
    }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  if (best) return { ...profile, host: HOST, bases: [{ name: 'BaseURL', forms: [best[0]], path: '/' }] };
  const told = toldBase(pages, profile) ?? sharedOrigin(pages, profile);
  return told === undefined ? profile : { ...profile, bases: [{ name: 'BaseURL', forms: [told], path: '/' }] };
}

function segments(path: string): string[] {
  return path.split('/').filter(Boolean);
}

/** What stands before the documented path in the sent one; undefined where it does not end like it. */
function prefixOf(sent: string[], documented: string[]): string[] | undefined {
  const skip = sent.length - documented.length;
  if (skip < 0 || documented.length === 0) return undefined;
  const fits = documented.every((name, i) => name.includes('{') || name === sent[skip + i]);
  return fits ? sent.slice(0, skip) : undefined;
}
