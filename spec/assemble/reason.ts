// What a status is called where a page gives its number alone.
import { STATUS_CODES } from '../extract/operations/status-codes.js';

/** Pages call it by either of two names, which begin alike. */
const UNPROCESSABLE = 'Unprocessable Content';

export function reason(status: string): string {
  if (status === '422') return UNPROCESSABLE;
  return STATUS_CODES[status] ?? (status === 'default' ? 'Any other answer' : `Status ${status}`);
}
