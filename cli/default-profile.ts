// The profile that is taken where none is named.

/** A name that `readProfile` knows. */
export const DEFAULT_PROFILE = 'personium';
