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

/** Parameters by name in lower case, without quotes: `charset`, `version`, `boundary`. */
export function mediaParameters(type: string): Map<string, string> {
  const found = type.matchAll(/;[ \t]*([^\s=;"]+)=("(?:[^"\\]|\\.)*"|[^;"]*)/g);
  return new Map(
    [...found].map(([, name = '', value = '']) => {
      const isQuoted = value.startsWith('"');
      return [name.toLowerCase(), isQuoted ? value.slice(1, -1).replaceAll(/\\(.)/g, '$1') : value.trim()];
    }),
  );
}

/** The documented type that a given one is of: the most exact, by its parameters where types differ by nothing else. */
export function chooseMedia<Media extends { type: string }>(
  documented: readonly Media[],
  given: string,
): Media | undefined {
  const fits = documented.map((media) => ({ media, fit: fitOf(media.type, given) })).filter(({ fit }) => fit > 0);
  return fits.sort((a, b) => b.fit - a.fit)[0]?.media;
}

/** Zero for what is not of the type: another one, or another version of it. */
function fitOf(documented: string, given: string): number {
  if (!matchesMedia(documented, given)) return 0;
  const range = essence(documented);
  const kind = range === essence(given) ? 4 : range === '*/*' ? 1 : range.endsWith('/*') ? 2 : 3;
  const has = mediaParameters(given);
  // How a text is written is the reader's affair.
  const wanted = [...mediaParameters(documented)].filter(([name]) => name !== 'charset' && name !== 'q');
  if (wanted.some(([name, value]) => has.has(name) && has.get(name) !== value)) return 0;
  const same = wanted.filter(([name]) => has.has(name)).length;
  return kind * 1000 + same * 20 - Math.min(wanted.length - same, 19);
}

/** What a documented type is called among others: without parameters, unless these are all that tells it from another. */
export function mediaName(type: string, documented: readonly { type: string }[]): string {
  const isAlone = documented.filter((other) => essence(other.type) === essence(type)).length <= 1;
  return isAlone ? essence(type) : type;
}
