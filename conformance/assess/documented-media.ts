// Which of the documented media types of an answer is the one that it came in.
import type { ApiMedia, ApiOperation, ApiResponse } from '../../spec/contract/api.js';
import { essence } from '../../spec/media-type.js';

/** @param type the Content-Type of the answer; nothing of what is documented takes one that is absent, but any type does */
export function documentedMedia(
  op: ApiOperation,
  { content }: ApiResponse,
  status: number,
  type = '',
): ApiMedia | undefined {
  return (
    content.find((media) => sameMedia(media.type, type)) ??
    content.find((media) => isRange(media.type) && isWithin(type, media.type)) ??
    anyJson(op, content, status, type)
  );
}

// Whether a documented type is a range that stands for others: any type, or any text (RFC 9110, section 12.5.1).
export function isRange(type: string): boolean {
  return essence(type).endsWith('/*');
}

function isWithin(type: string, range: string): boolean {
  const [kind] = essence(range).split('/');
  return kind === '*' || essence(type).startsWith(`${kind}/`);
}

/** `text/xml` is another name of `application/xml` (RFC 7303, section 9.2). */
function sameMedia(one: string, other: string): boolean {
  const named = (type: string): string => essence(type).replace(/^text\/xml$/, 'application/xml');
  return named(one) === named(other);
}

/** Where documents only show JSON, and name no type, JSON of any kind will do (RFC 6839, section 3.1). */
function anyJson(op: ApiOperation, content: ApiMedia[], status: number, type: string): ApiMedia | undefined {
  const unnamed = op.docs.inferred?.includes('responseSchema') && status < 300 && essence(type).endsWith('+json');
  return unnamed ? content.find((m) => m.type === 'application/json') : undefined;
}
