// Reading a spec quickly: what the one that docproof ships says stands parsed in the package, beside the program.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Api } from '../spec/contract/api.js';
import { loadApi } from '../spec/contract/load.js';
import { parseQuickly } from '../spec/contract/parse-quickly.js';
import type { Diagnostic } from '../spec/diagnostic.js';
import { packageRoot } from '../spec/package-root.js';

/**
 * Reads the text of an OpenAPI document, as `loadApi` does. The spec of the package takes a tenth of the time: it was parsed
 * when docproof was built (`rolldown.config.js`), and is known by the digest of its text. Any other text is parsed here.
 *
 * @param file name for diagnostics
 * @param sha256 of the text, in lower-case hex, where it is known already
 */
export function loadSpec(
  text: string,
  file: string,
  sha256: string = digestOf(text),
): { api?: Api; diagnostics: Diagnostic[] } {
  return loadApi(text, file, () => shippedDocument(sha256) ?? parseQuickly(text));
}

/** SHA-256 of a text's UTF-8 bytes, in lower-case hex. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function shippedDocument(sha256: string): unknown {
  const file = join(packageRoot(), 'dist', 'bin', `spec-${sha256}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
