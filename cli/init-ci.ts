// The work of `docproof init --ci`: writes the file that puts docproof into a project's CI.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { packageVersion } from '../spec/package-root.js';
import { type CiSystem, ciFile } from './ci-files.js';
import { Failure } from './failure.js';
import { EXIT, type Io } from './io.js';
import { ownPackages } from './own-packages.js';
import { usualDocs } from './usual-places.js';
import { writeOutput } from './write-output.js';

export interface InitCiFlags {
  spec: string;
  generated: string;
  profile?: string;
  lang?: string;
  force?: boolean;
}

export function runInitCi(system: CiSystem, docs: string | undefined, flags: InitCiFlags, io: Io): number {
  const { spec, generated: out, profile, lang } = flags;
  const places = {
    ...{ docs: docs ?? usualDocs(io.cwd), spec, out, version: packageVersion() },
    installed: ownPackages(io.cwd)?.has('docproof') === true,
    ...(profile === undefined ? {} : { profile }),
    ...(lang === undefined ? {} : { lang }),
  };
  if (Object.values(places).some((place) => /[\r\n\0]/.test(String(place))))
    throw new Failure('a path has a line break');
  const { path, text, note } = ciFile(system, places);
  const file = resolve(io.cwd, path);
  if (existsSync(file) && flags.force !== true)
    throw new Failure(
      `${path} is there already; nothing was written`,
      `replace it with --force, or put this into it:\n\n${text}`,
    );
  writeOutput(file, text);
  io.out(`wrote ${path}: ${note}\n`);
  if (!places.installed)
    io.out(
      'docproof is not in package.json, so CI takes it from the registry; to run your own, install it and run this again\n',
    );
  return EXIT.ok;
}
