// A defect of a documented command, placed in the text of its fence.

export type CurlCode =
  | 'curl/shell-expansion'
  | 'curl/nested-single-quotes'
  | 'curl/shell-quoting'
  | 'curl/unsupported-option'
  | 'curl/stray-escape'
  | 'curl/missing-continuation'
  | 'curl/command-substitution'
  | 'curl/unset-variable'
  | 'curl/no-url';

/** Replace `[offset, offset + length)` of the fence's text with `text`. */
export interface CurlFix {
  offset: number;
  length: number;
  text: string;
}

export interface CurlProblem {
  code: CurlCode;
  message: string;
  help?: string;
  /** UTF-16 offset in the fence's text. */
  offset: number;
  length: number;
  /** Certain mends; a shell then sends what the author meant. */
  fixes?: CurlFix[];
}
