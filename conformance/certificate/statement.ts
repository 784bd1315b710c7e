// The certificate: an in-toto Statement (v1) with a test-result predicate (v0.1), about a report and the suite it ran.
import { createHash } from 'node:crypto';
import { breaksMust, type Run, type Verdict } from '../run.js';
import { type Envelope, seal } from './dsse.js';

export const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
const PREDICATE_TYPE = 'https://in-toto.io/attestation/test-result/v0.1';

interface Descriptor {
  name: string;
  digest: { sha256: string };
}

export interface Statement {
  _type: typeof STATEMENT_TYPE;
  subject: Descriptor[];
  predicateType: typeof PREDICATE_TYPE;
  predicate: {
    /** PASSED: conformant; WARNED: it could not be told; FAILED: nonconformant. */
    result: 'PASSED' | 'WARNED' | 'FAILED';
    /** The suite: the contract that the run judged by. */
    configuration: Descriptor[];
    passedTests: string[];
    warnedTests: string[];
    failedTests: string[];
  };
}

const RESULT: Record<Verdict, Statement['predicate']['result']> = {
  conformant: 'PASSED',
  undetermined: 'WARNED',
  nonconformant: 'FAILED',
};

/** Hex SHA-256. */
export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The statement about a run.
 *
 * @param report the bytes of report.json as written
 */
export function statementOf(run: Run, report: Buffer): Statement {
  const ids = (wanted: (c: Run['cases'][number]) => boolean): string[] =>
    run.cases
      .filter(wanted)
      .map((c) => c.id)
      .sort();
  return {
    _type: STATEMENT_TYPE,
    subject: [{ name: 'report.json', digest: { sha256: sha256(report) } }],
    predicateType: PREDICATE_TYPE,
    predicate: {
      result: RESULT[run.verdict],
      configuration: [
        suiteOf(run.spec),
        ...(run.setup === undefined ? [] : [suiteOf(run.setup)]),
        ...(run.files ?? []).map(({ name, sha256 }) => ({ name, digest: { sha256 } })),
      ],
      passedTests: ids((c) => c.outcome === 'passed'),
      warnedTests: ids((c) => c.outcome !== 'passed' && !breaksMust(c)),
      failedTests: ids(breaksMust),
    },
  };
}

const suiteOf = (suite: Run['spec']): Descriptor => ({ name: suite.file, digest: { sha256: suite.sha256 } });

/** The certificate before it is signed. */
export function certificateOf(run: Run, report: Buffer): Envelope {
  return seal(PAYLOAD_TYPE, Buffer.from(JSON.stringify(statementOf(run, report))));
}
