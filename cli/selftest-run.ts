// The work of `docproof certify --selftest`: the suite against faulty servers, one wrong behaviour at a time.
import { rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { FAULTS } from '../conformance/selftest/faults/index.js';
import { type MatchOperation, startFaultyServer } from '../conformance/selftest/proxy.js';
import { faultLine, selfTest, selfTestExit, selfTestSummary } from '../conformance/selftest/selftest.js';
import { isLoopback } from '../conformance/send/loopback.js';
import { parsePath } from '../conformance/url/key-path.js';
import { packageVersion } from '../spec/package-root.js';
import { journalFile, newRunId, type RunInput, runOn } from './certify-run.js';
import type { Target } from './certify-target.js';
import { Failure } from './failure.js';
import { EXIT, type Io } from './io.js';
import { createProgress } from './progress.js';
import { writeOutput } from './write-output.js';

/** Format of `selftest.json`; changes with every incompatible change of what stands in it. */
const FORMAT = 'docproof/selftest/1';
/** Seconds until a faulty server's answer is given up; shorter than its slowest fault. */
const TIMEOUT_S = 3;
/** More than one, since some faults make the runner wait. */
const PARALLEL = 3;

/**
 * Prints a line per fault as it is played, and writes the whole matrix to `selftest.json`.
 *
 * @param folder absolute; where the matrix goes
 * @returns 0 where enough faults are caught, 1 where not, 3 where the right server is not conformant to begin with or the
 *   test was stopped
 */
export async function runSelfTest(target: Target, input: RunInput & { io: Io }, folder: string): Promise<number> {
  const { io, suite } = input;
  if (!isLoopback(new URL(target.url).hostname))
    throw new Failure(
      '--selftest wants a target on this machine',
      'the proxies that play faults listen on loopback only',
    );
  const flags = { ...input.flags, timeout: TIMEOUT_S };
  const progress = createProgress(io);
  const clean = await runOn(target, { ...input, baseline: undefined, flags });
  if (io.signal.aborted) {
    io.err('docproof: stopped before the first fault\n');
    return EXIT.unclear;
  }
  if (clean.verdict !== 'conformant') {
    io.err(`docproof: without any fault the target is ${clean.verdict} already; certify it first\n`);
    return EXIT.unclear;
  }
  const match: MatchOperation = (method, path) =>
    suite.model.match(method, parsePath(path.split('?', 1)[0] ?? ''))?.operation.op;
  const width = Math.max(...FAULTS.map((fault) => fault.id.length));
  try {
    const result = await selfTest({
      faults: FAULTS,
      groups: input.groups,
      match,
      start: (fault) => startFaultyServer(target.url, fault, match),
      certify: async (url, groups) => {
        const runId = newRunId();
        const quiet = { ...io, errIsTty: false };
        const run = await runOn({ ...target, url }, { ...input, baseline: undefined, flags, io: quiet, groups, runId });
        // Its journal speaks of a proxy that is gone.
        rmSync(dirname(journalFile(io, runId)), { recursive: true, force: true });
        return run;
      },
      clean,
      parallel: PARALLEL,
      found: (one) => {
        progress.end();
        io.out(faultLine(one, width));
      },
      progress: (done, total) => progress.update('faults', done, total),
      signal: io.signal,
    });
    progress.end();
    io.out(selfTestSummary(result));
    const tool = { name: 'docproof', version: packageVersion() };
    const file = join(folder, 'selftest.json');
    writeOutput(file, `${JSON.stringify({ format: FORMAT, tool, spec: input.spec.ref, ...result }, null, 2)}\n`);
    io.out(`matrix: ${relative(io.cwd, file)}\n`);
    return io.signal.aborted ? EXIT.unclear : selfTestExit(result);
  } finally {
    progress.end();
  }
}
