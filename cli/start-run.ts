// What `npm start` does: the commands of the README one after another, each with its own words, then where to look.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import pc from 'picocolors';
import { packageRoot } from '../spec/package-root.js';
import { Failure } from './failure.js';
import { EXIT, type Io } from './io.js';
import { run } from './run.js';

const REPORT = '.docproof/start';

/** @returns the exit code of the first step that did not end well, or that of `certify` */
export async function runStart(caller: Io): Promise<number> {
  const root = packageRoot();
  if (!existsSync(join(root, 'spec/docs')))
    throw new Failure(
      'start is for a checkout of docproof',
      'elsewhere use: docproof build, docproof generate, docproof certify',
    );
  const io = { ...caller, cwd: root };
  const colors = pc.createColors(io.isTty && !io.env['NO_COLOR']);
  const title = (n: number, text: string): void => io.out(`${colors.bold(`${n}. ${text}`)}\n`);

  title(1, 'documents → spec');
  const built = await run(['build', 'spec/docs', '--lang', 'en', '--out', 'spec/openapi.yaml', '--quiet'], io);
  if (built !== EXIT.ok) return built;

  title(2, 'spec → server stubs, client, samples');
  const stale =
    (await run(['generate', '--spec', 'spec/openapi.yaml', '--out', 'generated', '--check'], {
      ...io,
      out: () => {},
      err: () => {},
    })) !== EXIT.ok;
  const generated = await run(['generate', '--spec', 'spec/openapi.yaml', '--out', 'generated'], io);
  if (generated !== EXIT.ok) return generated;
  if (stale) compile(root, io);

  title(3, 'certify the embedded server, which stands on the generated stubs');
  const certified = await run(['certify', '--report', REPORT], io);
  io.out(`open ${join(root, REPORT, 'report.html')}\n`);
  return certified;
}

/** The server runs what is compiled: new stubs are compiled before they are certified. */
function compile(root: string, io: Io): void {
  const compiler = createRequire(join(root, 'package.json')).resolve('typescript/bin/tsc');
  const compiled = spawnSync(process.execPath, [compiler, '-b'], { cwd: root, encoding: 'utf8' });
  if (compiled.status !== 0) {
    io.err(compiled.stdout);
    throw new Failure(
      'the generated code changed and does not compile any more',
      'mend the documents or the handlers in conformance/reference, then: npm run build',
      EXIT.findings,
    );
  }
}
