// What a token endpoint is asked for besides a token, and how the cookie is sent that it gives.

/**
 * With the cookie and what was given along with it, with the cookie alone, with something else than was given, or with all of
 * it beside a token that is none.
 */
export type Cookied = 'cookie' | 'cookie-alone' | 'cookie-other-peer' | 'cookie-beside-bad';

/** A login that gives a cookie, too, and what has to be sent along with that. */
export interface CookieLogin {
  /** Of the token endpoint's form, with the value that asks for it. */
  field: string;
  value: string;
  /** Of the answer and of the query of what is asked for with it. */
  peer: string;
}

/** How long a token is asked to serve. */
export interface TokenLifetime {
  /** Of the token endpoint's form. */
  field: string;
  seconds: number;
}
