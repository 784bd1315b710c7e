// The work of `docproof verify`: reads the files, says what holds and what does not.
import { isSignedBy, seal } from '../conformance/certificate/dsse.js';
import { type Verification, verifyCertificate } from '../conformance/certificate/verify.js';
import { othersAmong } from '../conformance/plan/others.js';
import { casesOf, suiteOf } from '../conformance/plan/suite.js';
import { printable } from '../conformance/report/text.js';
import type { Run } from '../conformance/run.js';
import { packageVersion } from '../spec/package-root.js';
import type { VerifyFlags } from './commands/verify.js';
import { Failure } from './failure.js';
import { EXIT, type Io } from './io.js';
import { loadSpec } from './load-spec.js';
import { readInput, readReport } from './report-input.js';

const SIGNATURES: Record<Verification['signature'], string> = {
  valid: 'valid, by a key you gave',
  unknown: 'there is one, signer unknown: give the public key you trust with --key',
  unsigned: 'none; anybody can have written this',
};

/** @returns the exit code */
export function runVerify(certificate: string, flags: VerifyFlags, io: Io): number {
  const report = readReport(flags.report, io);
  const keys = (flags.key ?? []).map((file) => trustedKey(file, io));
  const spec = flags.spec === undefined ? undefined : readInput(flags.spec, io);
  const { problems, signature } = verifyCertificate(
    readInput(certificate, io).toString('utf8'),
    report.bytes,
    report.run,
    keys,
    spec,
    spec && casesOfSpec(spec, report.run),
  );
  // Names in a report are its writer's: none may look like a line of ours.
  const say = (line: string): void => io.out(`${printable(line, true)}\n`);
  for (const problem of problems) say(`${certificate}: ${problem}`);
  if (problems.length > 0) return EXIT.findings;
  const { verdict, counts, cases, target, finishedAt, spec: suite } = report.run;
  const excepted = counts.inapplicable === 0 ? '' : `, ${counts.inapplicable} declared unsupported`;
  say(
    `${certificate} is true to ${report.file}: ${verdict}, ${counts.passed} of ${cases.length} cases passed${excepted}`,
  );
  say(`target: ${target.url}${target.name === undefined ? '' : ` (${target.name})`}, ${finishedAt}`);
  say(`suite: ${suite.file}, sha256 ${suite.sha256}${spec === undefined ? '' : ' (the one given)'}`);
  say(`signature: ${SIGNATURES[signature]}`);
  const wanted = keys.length > 0 ? signature === 'valid' : signature === 'unsigned';
  return wanted ? EXIT.ok : EXIT.unclear;
}

/**
 * Ids of the cases that the spec gives, so that one left out of the report's own list can be told. Another version of
 * docproof may have other cases, and a set-up spec can make more possible: then nothing is said.
 */
function casesOfSpec(spec: Buffer, run: Run): string[] | undefined {
  if (run.tool.version !== packageVersion() || run.setup !== undefined) return undefined;
  const { api } = loadSpec(spec.toString('utf8'), run.spec.file);
  return (
    api &&
    casesOf(
      suiteOf(api, undefined, {
        files: new Set(run.files?.map(({ name }) => name)),
        others: othersAmong(run.target.accounts),
      }),
      { pasted: false },
    ).flatMap((group) => group.cases.map((c) => c.id))
  );
}

function trustedKey(file: string, io: Io): string {
  const pem = readInput(file, io).toString('utf8');
  try {
    isSignedBy(seal('', Buffer.alloc(0)), pem);
  } catch (error) {
    throw new Failure(`${file}: ${(error as Error).message}`);
  }
  return pem;
}
