// Writes the files of a report into a folder, each whole or not at all, and tells the run on the terminal.
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import pc from 'picocolors';
import { seal, signEnvelope } from '../conformance/certificate/dsse.js';
import { certificateOf } from '../conformance/certificate/statement.js';
import { reportFiles } from '../conformance/report/files.js';
import { terminal } from '../conformance/report/terminal.js';
import type { Run } from '../conformance/run.js';
import { packageRoot } from '../spec/package-root.js';
import { documentPaths } from './document-paths.js';
import { Failure } from './failure.js';
import type { Io } from './io.js';
import { stageOutputs } from './write-output.js';

/** A template of templates/report, as text. */
export function reportTemplate(name: string): string {
  return readFileSync(join(packageRoot(), 'templates/report', name), 'utf8');
}

/** Writes the reports and tells the run; where they cannot be written, what was seen is not lost. */
export function reportRun(
  run: Run,
  folder: string,
  io: Io,
  { docs, all = false, signKey }: { docs: string; all?: boolean | undefined; signKey?: string | undefined },
): void {
  const colors = pc.createColors(io.isTty && !io.env['NO_COLOR']);
  try {
    writeReports(run, folder, io, { docs, signKey });
  } catch (error) {
    io.out(terminal(run, colors, { all }));
    throw error;
  }
  io.out(terminal(run, colors, { folder: relative(io.cwd, resolve(io.cwd, folder)) || '.', all }));
}

/**
 * Writes every report and the certificate.
 *
 * @param folder as given on the command line
 * @param docs folder of the documents
 * @param signKey PKCS #8 private key in PEM form; the certificate stays unsigned without
 */
export function writeReports(
  run: Run,
  folder: string,
  io: Io,
  { docs, signKey }: { docs: string; signKey?: string | undefined },
): void {
  const templates = {
    page: reportTemplate('report.html.hbs'),
    style: reportTemplate('report.css'),
    script: reportTemplate('report.js'),
  };
  const files = reportFiles(run, templates, documentPaths(docs, io.cwd));
  const certificate = certificateOf(run, Buffer.from(files['report.json'] ?? ''));
  files['certificate.json'] =
    `${JSON.stringify(signKey === undefined ? certificate : sign(certificate, signKey), null, 2)}\n`;
  const target = resolve(io.cwd, folder);
  stageOutputs(Object.entries(files).map(([name, text]) => ({ path: join(target, name), text })))();
}

/** @throws Failure where nothing can be signed with the key */
export function checkSignKey(pem: string): void {
  sign(seal('', Buffer.alloc(0)), pem);
}

function sign(certificate: ReturnType<typeof certificateOf>, pem: string): ReturnType<typeof certificateOf> {
  try {
    return signEnvelope(certificate, pem);
  } catch (error) {
    throw new Failure(
      `--sign-key: ${(error as Error).message}`,
      'make one with: openssl genpkey -algorithm ed25519 -out key.pem',
    );
  }
}
