// Where spec and documents are looked for when no flag names them: in spec/, or beside it in the folder itself.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The spec; `build` puts it into `openapi.yaml` where no flag says otherwise. */
export function usualSpec(cwd: string): string {
  return firstThere(cwd, ['spec/openapi.yaml', 'openapi.yaml']);
}

export function usualDocs(cwd: string): string {
  return firstThere(cwd, ['spec/docs', 'docs']);
}

/** The first of them that is there, else the first. */
function firstThere(cwd: string, paths: [string, ...string[]]): string {
  return paths.find((path) => existsSync(join(cwd, path))) ?? paths[0];
}
