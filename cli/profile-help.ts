// What `--help` says of profiles; loaded without what reads them.

/** The profile that is tried first where none is named: a name that `readProfile` knows. */
export const DEFAULT_PROFILE = 'personium';

export const PROFILE_HELP = `how the pages are written: a profile of docproof, or a file (default: ${DEFAULT_PROFILE}, or another that knows far more of the pages)`;
