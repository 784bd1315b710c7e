// Tokens that nobody issued, next to one that was.

/** With another character in it. Not at the end: what stands there may be padding, which says nothing. */
export function altered(token: string): string {
  return otherAt(token, Math.floor(token.length * 0.75));
}

/** With another character in its last part, where a signature stands: the last that says something in any base64. */
export function forged(token: string): string {
  return otherAt(token, Math.max(0, unpadded(token).length - 4));
}

/** With more characters behind it, as many as stand for whole bytes in base64. */
export function extended(token: string): string {
  const text = unpadded(token);
  return `${text}AAAA${token.slice(text.length)}`;
}

/** Not the same letter in another case, which is the same where a token is written in hexadecimal. */
function otherAt(token: string, at: number): string {
  return `${token.slice(0, at)}${/a/i.test(token[at] ?? '') ? 'B' : 'A'}${token.slice(at + 1)}`;
}

function unpadded(token: string): string {
  return token.replace(/=+$/, '');
}
