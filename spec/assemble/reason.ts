// What a status is called where a page gives its number alone.
import { STATUS_CODES } from '../extract/operations/status-codes.js';

/** Pages call it by either of two names, which begin alike. */
const UNPROCESSABLE = 'Unprocessable Content';

export function reason(status: string): string {
  if (status === '422') return UNPROCESSABLE;
  return STATUS_CODES[status] ?? (status === 'default' ? 'Any other answer' : `Status ${status}`);
}

/** What a text says beside the name of the status, which it may begin with in a paragraph of its own. */
export function beyondReason(status: string, text: string): string {
  const paragraphs = text.split('\n\n');
  return paragraphs[0]?.toLowerCase() === reason(status).toLowerCase() ? paragraphs.slice(1).join('\n\n') : text;
}
