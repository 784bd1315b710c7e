// Where the package lies, whether run from dist/ or from source: templates, profiles and our spec are found from here.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of docproof's own folder. A package.json alone does not tell it: the bundle has one that names its module form. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'LICENSE'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("docproof's own folder is not found");
    folder = parent;
  }
  return folder;
}

/** Version in package.json. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version;
}
