// The profile that pages are read by: the one that is named, else the one of docproof that knows them.
import type { Profile } from '../spec/profiles/profile.js';
import { readProfile } from './documents.js';
import { knownProfiles } from './other-profile.js';
import { DEFAULT_PROFILE } from './profile-help.js';

export interface Read<T> {
  profile: Profile;
  result: T;
  /** For people, where another profile than the default one was taken. */
  note?: string;
}

/**
 * Reads pages by the profile that is named. Where none is: by the default one, or by the first other of docproof that
 * finds something where that one finds nothing.
 */
export function readByProfile<T>(
  name: string | undefined,
  cwd: string,
  read: (profile: Profile) => T,
  isEmpty: (result: T) => boolean,
): Read<T> {
  const profile = readProfile(name, cwd);
  const result = read(profile);
  if (name !== undefined || !isEmpty(result)) return { profile, result };
  for (const { profile: known } of knownProfiles()) {
    if (known.name === profile.name) continue;
    const other = readProfile(known.name, cwd);
    const instead = read(other);
    if (isEmpty(instead)) continue;
    const note = `read by the profile ${other.name}: ${DEFAULT_PROFILE} finds no operation in these pages (--profile takes another)`;
    return { profile: other, result: instead, note };
  }
  return { profile, result };
}
