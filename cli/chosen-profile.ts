// The profile that pages are read by: the one that is named, else the one of docproof that knows them.
import type { Page } from '../spec/extract/page.js';
import type { Profile } from '../spec/profiles/profile.js';
import { readProfile } from './documents.js';
import { knowOnlyCommands, showOnlyCommands } from './only-commands.js';
import { clearlyBetter, knownProfiles } from './other-profile.js';
import { DEFAULT_PROFILE } from './profile-help.js';

export interface Read<T> {
  profile: Profile;
  result: T;
  /** For people, where another profile than the default one was taken. */
  note?: string;
}

export interface Reading<T> {
  /** The profile that was named. */
  name: string | undefined;
  cwd: string;
  /** The language that was named. */
  lang?: string | undefined;
  files: readonly { path: string; text: string }[];
  read(profile: Profile): T;
  isEmpty(result: T): boolean;
  pagesOf(result: T): readonly Page[];
}

/**
 * Reads pages by the profile that is named. Where none is: by the default one, by the first other of docproof that finds
 * something where that one finds nothing or commands alone, by the one that knows far more of the pages, or by the first that
 * knows the language.
 */
export function readByProfile<T>({ name, cwd, lang, files, read, isEmpty, pagesOf }: Reading<T>): Read<T> {
  const profile = readProfile(name, cwd);
  const speaks = ({ languages }: Pick<Profile, 'languages'>): boolean =>
    lang === undefined || languages.some(({ code }) => code === lang);
  const speaker = name === undefined && !speaks(profile) && knownProfiles().find((known) => speaks(known.profile));
  if (speaker) {
    const note = `read by the profile ${speaker.profile.name}: ${profile.name} does not know the language ${lang}`;
    const other = readProfile(speaker.profile.name, cwd);
    return { profile: other, result: read(other), note };
  }
  const result = read(profile);
  const empty = isEmpty(result);
  const explainsOptions = empty && pagesOf(result).every(({ option }) => option !== undefined);
  if (name !== undefined) return { profile, result };
  if (!empty) {
    const better = clearlyBetter(files, profile.name);
    const other = better && instead(better.profile, `it knows ${better.because}`);
    if (other || !knowOnlyCommands(pagesOf(result))) return other ?? { profile, result };
  }
  const found = empty ? 'no operation in' : 'nothing but the commands of';
  for (const { profile: known } of knownProfiles()) {
    if (known.name === profile.name) continue;
    const other = instead(known.name, `${DEFAULT_PROFILE} finds ${found} these pages`);
    if (other) return other;
  }
  return { profile, result };

  function instead(known: string, because: string): Read<T> | undefined {
    const other = readProfile(known, cwd);
    const reading = read(other);
    const note = `read by the profile ${known}: ${because} (--profile takes another)`;
    const pages = pagesOf(reading);
    const poor = isEmpty(reading) || (explainsOptions ? showOnlyCommands(pages) : !empty && knowOnlyCommands(pages));
    return poor ? undefined : { profile: other, result: reading, note };
  }
}
