// The work of `docproof certify --selftest`: the suite against faulty servers, one wrong behaviour at a time.
import { FAULTS } from '../conformance/selftest/faults/index.js';
import { startFaultyServer } from '../conformance/selftest/proxy.js';
import { selfTest, selfTestExit, selfTestText } from '../conformance/selftest/selftest.js';
import { isLoopback } from '../conformance/send/loopback.js';
import { parsePath } from '../conformance/url/key-path.js';
import { type RunInput, runOn } from './certify-run.js';
import type { Target } from './certify-target.js';
import { Failure } from './failure.js';
import { EXIT, type Io } from './io.js';
import { createProgress } from './progress.js';

/** Seconds until a faulty server's answer is given up; shorter than its slowest fault. */
const TIMEOUT_S = 3;
const PARALLEL = 2;

/** @returns 0 where enough faults are caught, 1 where not, 3 where the right server is not conformant to begin with */
export async function runSelfTest(target: Target, input: RunInput & { io: Io }): Promise<number> {
  const { io, suite } = input;
  if (!isLoopback(new URL(target.url).hostname))
    throw new Failure(
      '--selftest wants a target on this machine',
      'the proxies that play faults listen on loopback only',
    );
  // A proxy's own run has no baseline and writes no report; its token is the target's.
  const { baseline: _none, ...plain } = input;
  const quiet = {
    ...plain,
    baseline: undefined,
    io: { ...io, errIsTty: false },
    flags: { ...input.flags, timeout: TIMEOUT_S },
  };
  const clean = await runOn(target, quiet);
  if (clean.verdict !== 'conformant') {
    io.err(`docproof: without any fault the target is ${clean.verdict} already; certify it first\n`);
    return EXIT.unclear;
  }
  const progress = createProgress(io);
  try {
    const result = await selfTest({
      faults: FAULTS,
      start: (fault) =>
        startFaultyServer(
          target.url,
          fault,
          (method, path) => suite.model.match(method, parsePath(path.split('?', 1)[0] ?? ''))?.operation.op,
        ),
      certify: (url) => runOn({ ...target, url }, quiet),
      clean,
      parallel: PARALLEL,
      progress: (done, total) => progress.update('faults', done, total),
      signal: io.signal,
    });
    progress.end();
    io.out(selfTestText(result));
    return io.signal.aborted ? EXIT.unclear : selfTestExit(result);
  } finally {
    progress.end();
  }
}
