// The profile that pages are read by: the one that is named, else the one of docproof that knows them.
import type { Profile } from '../spec/profiles/profile.js';
import { readProfile } from './documents.js';
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
  files: readonly { path: string; text: string }[];
  read(profile: Profile): T;
  isEmpty(result: T): boolean;
}

/**
 * Reads pages by the profile that is named. Where none is: by the default one, by the first other of docproof that finds
 * something where that one finds nothing, or by the one that knows far more of the pages.
 */
export function readByProfile<T>({ name, cwd, files, read, isEmpty }: Reading<T>): Read<T> {
  const profile = readProfile(name, cwd);
  const result = read(profile);
  if (name !== undefined) return { profile, result };
  const better = clearlyBetter(files, profile.name);
  const taken = better && instead(better.profile, `it knows ${better.because}`);
  if (taken || !isEmpty(result)) return taken ?? { profile, result };
  for (const { profile: known } of knownProfiles()) {
    if (known.name === profile.name) continue;
    const other = instead(
      known.name,
      `${DEFAULT_PROFILE} finds no operation in these pages that has a method and a URL`,
    );
    if (other) return other;
  }
  return { profile, result };

  function instead(known: string, because: string): Read<T> | undefined {
    const other = readProfile(known, cwd);
    const found = read(other);
    const note = `read by the profile ${known}: ${because} (--profile takes another)`;
    return isEmpty(found) ? undefined : { profile: other, result: found, note };
  }
}
