// Answers of failure as errors, with the code of the documented error list.
import { type ErrorCode, errorEntry } from '../errors.js';
import type { AnyAnswer } from './http.js';

/** What `unwrap` throws: an answer of failure. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** Of the documented error list; undefined where the answer names none of its codes. */
  readonly code: ErrorCode | undefined;
  readonly answer: AnyAnswer;

  constructor(answer: AnyAnswer) {
    const code = errorCode(answer.body);
    const entry = code === undefined ? undefined : errorEntry(code);
    super(`${answer.status}${entry === undefined ? '' : ` ${code}: ${entry.message}`}`);
    this.code = code;
    this.answer = answer;
  }

  get status(): number {
    return this.answer.status;
  }
}

/** The answer of success; one of failure is thrown as ApiError. */
export async function unwrap<A extends AnyAnswer>(pending: A | Promise<A>): Promise<Extract<A, { ok: true }>> {
  const answer = await pending;
  if (!answer.ok) throw new ApiError(answer);
  return answer as Extract<A, { ok: true }>;
}

/** Whether the answer is a failure with this code of the documented error list. */
export function hasCode(answer: AnyAnswer, code: ErrorCode): boolean {
  return !answer.ok && errorCode(answer.body) === code;
}

/** The first code of the documented error list in a body, wherever the body has it. */
export function errorCode(body: unknown, depth = 0): ErrorCode | undefined {
  if (typeof body === 'string') return body.match(/[A-Za-z0-9][\w.-]*/g)?.find(isErrorCode);
  if (typeof body !== 'object' || body === null || depth > 3) return undefined;
  for (const value of Object.values(body)) {
    const code = errorCode(value, depth + 1);
    if (code !== undefined) return code;
  }
  return undefined;
}

/** Whether a text is a code of the documented error list. */
export function isErrorCode(text: string): text is ErrorCode {
  return errorEntry(text) !== undefined;
}
