// Content codings (RFC 9110, section 8.4.1): what a server compressed unasked is read all the same, within bounds.
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

const CODINGS: Record<string, (body: Buffer, options: { maxOutputLength: number }) => Buffer> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** More codings than this no server has a reason for; each could grow to the bound. */
const MOST = 4;

/**
 * The body without its codings.
 *
 * @param coding value of Content-Encoding; a coding that is not known leaves the bytes as they are
 * @param maxBody bytes that may come out
 * @returns undefined where the bytes are not of the coding, or more than may come out
 */
export function decoded(chunks: Buffer[], coding: string | undefined, maxBody: number): Buffer | undefined {
  let body = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
  if (coding === undefined || body.length === 0) return body;
  const names = coding.split(',');
  if (names.length > MOST) return undefined;
  for (const name of names.reverse()) {
    const decode = CODINGS[name.trim().toLowerCase()];
    if (decode === undefined) continue;
    try {
      body = decode(body, { maxOutputLength: maxBody });
    } catch {
      return undefined;
    }
  }
  return body;
}
