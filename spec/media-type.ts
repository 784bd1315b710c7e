// Media types (RFC 9110, section 8.3.1).

/** A media type without its parameters, in small letters: types are the same whatever their parameters. */
export function essence(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}
