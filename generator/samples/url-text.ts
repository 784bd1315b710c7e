// Spells a documented URL with the characters that RFC 3986 allows, so that strict clients (Java, Go, Ruby) take it too.

/** Percent-encodes what no URL may hold; what is encoded already stays, a lone `%` becomes `%25`. */
export function urlText(url: string): string {
  return url
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replace(/[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]/gu, (character) =>
      isLoneSurrogate(character) ? '%EF%BF%BD' : encodeURIComponent(character),
    );
}

function isLoneSurrogate(character: string): boolean {
  const code = character.charCodeAt(0);
  return character.length === 1 && code >= 0xd800 && code <= 0xdfff;
}
