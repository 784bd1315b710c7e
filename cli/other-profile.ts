// Whether pages are written as another profile of docproof says than the one that they are read by.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../spec/diagnostic.js';
import { packageRoot } from '../spec/package-root.js';
import { loadProfile } from '../spec/profiles/load-profile.js';
import { type Fit, fitsOf, type KnownProfile } from '../spec/profiles/propose.js';
import { readDocument } from '../spec/read/read-document.js';
import { readText } from './read-text.js';

/** Of pages in another style, parts are missing, or have titles that the profile does not know. */
const SIGNS = new Set(['doc/unknown-section', 'doc/missing-section']);

/** So much more of the headings and columns another profile has to know. */
const BETTER = 0.2;

/** The profiles that come with docproof. */
export function knownProfiles(): KnownProfile[] {
  const folder = join(packageRoot(), 'spec', 'profiles');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => {
      const text = readText(join(folder, file), file);
      const { profile } = loadProfile(text, file);
      return profile ? [{ profile, text }] : [];
    });
}

/** A line such as `GET /things`: with none, no page is of a style that begins operations so. */
const REQUEST_LINE = /^\W{0,8}(?:GET|POST|PUT|PATCH|DELETE)[ \t`*]{1,4}(?:https?:\/\/|\/)/m;
/** So much more it has to know to be taken instead of the default one. */
const CLEARLY = 0.25;

/** The profile that is meant though none is named, and why: it knows far more of the pages than the one given; undefined where none does. */
export function clearlyBetter(
  files: readonly { path: string; text: string }[],
  profile: string,
): { profile: string; because: string } | undefined {
  if (!files.some(({ text }) => REQUEST_LINE.test(text))) return undefined;
  const { best, own } = compare(files, profile);
  if (!best || !own || best.requests === 0 || best.share < own.share + CLEARLY) return undefined;
  return { profile: best.profile, because: ofBoth(best, own) };
}

/**
 * A sentence for people, where another profile fits the pages much better; undefined where none does.
 *
 * @param operations how many were found: where the pages have more lines such as `GET /things`, better is enough
 */
export function otherProfile(
  files: readonly { path: string; text: string }[],
  profile: string,
  diagnostics: readonly Diagnostic[],
  operations = Number.POSITIVE_INFINITY,
): string | undefined {
  if (!diagnostics.some(({ code }) => SIGNS.has(code))) return undefined;
  const { best, own } = compare(files, profile);
  if (!best || !own || best.share < own.share + (best.requests > operations ? Number.EPSILON : BETTER))
    return undefined;
  return `the profile ${best.profile} knows ${ofBoth(best, own)}: try --profile ${best.profile}`;
}

/** How the profile that fits best, and the one given, fit the pages. */
function compare(files: readonly { path: string; text: string }[], profile: string): { best?: Fit; own?: Fit } {
  const readings = files.map(({ path, text }) => readDocument(path, text, { headingLevel: () => undefined }));
  const documents = readings.flatMap((reading) => (reading.unreadable ? [] : [reading.document]));
  const fits = fitsOf(documents, knownProfiles());
  const [best] = fits;
  const own = fits.find((fit) => fit.profile === profile);
  return { ...(best ? { best } : {}), ...(own ? { own } : {}) };
}

function ofBoth(best: Fit, own: Fit): string {
  const percent = ({ share }: Fit): string => `${Math.round(share * 100)} %`;
  return `${percent(best)} of the headings and columns of these pages, ${own.profile} ${percent(own)}`;
}
