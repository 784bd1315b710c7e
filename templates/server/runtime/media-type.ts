// Compares media types. RFC 9110, 8.3.1 and 12.5.1; RFC 6839 for `+json`.

/** `type/subtype` in lower case, without parameters. */
export function essence(type: string): string {
  return (type.split(';', 1)[0] ?? '').trim().toLowerCase();
}

export function isJson(type: string): boolean {
  return /^[^/]+\/(.*\+)?json$/.test(essence(type));
}

export function isText(type: string): boolean {
  return /^(text\/|.*[/+]xml$|application\/(javascript|x-sh)$)/.test(essence(type));
}

export function isXml(type: string): boolean {
  return /[/+]xml$/.test(essence(type));
}

export const FORM = 'application/x-www-form-urlencoded';
export const MULTIPART_FORM = 'multipart/form-data';

/** Whether `type` is, or lies in, the documented type or range (any at all, or `image/*`). */
export function matchesMedia(documented: string, type: string): boolean {
  const range = essence(documented);
  const given = essence(type);
  if (range === given || range === '*/*') return true;
  if (range.endsWith('/*')) return given.startsWith(range.slice(0, -1));
  return isJson(range) && isJson(given);
}
