// The manifest of an output folder: which files docproof wrote there, and with what content.
import { createHash } from 'node:crypto';

/** Name of the manifest, in the output folder. */
export const MANIFEST = '.docproof-manifest.json';

export interface Manifest {
  version: 1;
  /** Where handler files are kept, relative to the output folder; absent where none are wanted. */
  handlers?: string;
  /** sha256 of each file, by path. */
  files: Record<string, string>;
}

/** sha256 in hex. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Reads a manifest; undefined where it is none. */
export function readManifest(text: string | undefined): Manifest | undefined {
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text) as Partial<Manifest> | null;
    if (value?.version !== 1 || typeof value.files !== 'object' || value.files === null) return undefined;
    return {
      version: 1,
      ...(typeof value.handlers === 'string' ? { handlers: value.handlers } : {}),
      files: Object.fromEntries(Object.entries(value.files).map(([path, hash]) => [path, String(hash)])),
    };
  } catch {
    return undefined;
  }
}

/** The manifest's text, in stable order. */
export function writeManifest(manifest: Manifest): string {
  const files = Object.fromEntries(Object.entries(manifest.files).sort(([a], [b]) => (a < b ? -1 : 1)));
  const { version, handlers } = manifest;
  return `${JSON.stringify({ version, handlers, files }, null, 2)}\n`;
}
