// Checks a certificate against the report it speaks of: everything is recomputed from the evidence, nothing is believed.
import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../../spec/is-object.js';
import { many } from '../../spec/many.js';
import { statusMatches } from '../assess/answer.js';
import { type Assertion, type CaseResult, countOutcomes, type Run, verdictOf } from '../run.js';
import { type Envelope, isBroken, isMisnamed, isSignedBy } from './dsse.js';
import { PAYLOAD_TYPE, type Statement, sha256, statementOf } from './statement.js';

export interface Verification {
  /** What is wrong with certificate or report; none where they hold together. */
  problems: string[];
  /** unsigned; valid: by the given key; unknown: signed, and no key was given that made the signature. */
  signature: 'unsigned' | 'valid' | 'unknown';
}

/**
 * @param certificate text of certificate.json
 * @param report bytes of report.json
 * @param run what these bytes say, of the right shape
 * @param keys public keys (SPKI, PEM) that the caller trusts
 * @param spec bytes of the contract, where the caller wants to know that the suite was this one
 * @param ids of all cases that this contract gives, where the caller can tell
 */
export function verifyCertificate(
  certificate: string,
  report: Buffer,
  run: Run,
  keys: string[],
  spec?: Buffer,
  ids?: string[],
): Verification {
  const envelope = readEnvelope(certificate);
  if (typeof envelope === 'string') return { problems: [envelope], signature: 'unsigned' };
  const statement = readStatement(envelope);
  if (typeof statement === 'string') return { problems: [statement], signature: signatureOf(envelope, keys) };
  return {
    problems: [
      ...(keys.some((key) => isMisnamed(envelope, key))
        ? ['the keyid of a signature is not that of the key that made it: the certificate was changed']
        : []),
      ...(keys.some((key) => isBroken(envelope, key))
        ? ['a signature names a key that you gave and does not hold: the certificate was changed after it was signed']
        : []),
      ...agreement(statement, report, run),
      ...evidence(run),
      ...(spec === undefined ? [] : suite(run, spec, ids)),
    ],
    signature: signatureOf(envelope, keys),
  };
}

function readEnvelope(text: string): Envelope | string {
  let value: Partial<Envelope> | null;
  try {
    value = JSON.parse(text) as Partial<Envelope> | null;
  } catch {
    return 'the certificate is not JSON';
  }
  const signatures = value?.signatures;
  const ok =
    typeof value?.payload === 'string' &&
    Array.isArray(signatures) &&
    signatures.every((s) => typeof s?.sig === 'string') &&
    value.payloadType === PAYLOAD_TYPE;
  return ok ? (value as Envelope) : 'the certificate is not a DSSE envelope of an in-toto statement';
}

function readStatement(envelope: Envelope): Statement | string {
  try {
    const statement: unknown = JSON.parse(Buffer.from(envelope.payload, 'base64').toString('utf8'));
    return isObject(statement) ? (statement as unknown as Statement) : 'the payload of the certificate is no statement';
  } catch {
    return 'the payload of the certificate is not JSON';
  }
}

function agreement(statement: Statement, report: Buffer, run: Run): string[] {
  if (statement.subject?.[0]?.digest?.sha256 !== sha256(report))
    return ['report.json is not the one that the certificate was made for (its SHA-256 differs)'];
  return isDeepStrictEqual(statement, JSON.parse(JSON.stringify(statementOf(run, report))))
    ? []
    : ['the certificate says other results than report.json'];
}

/** Whether the conclusions of a report follow from the evidence in it. */
function evidence(run: Run): string[] {
  const problems: string[] = [];
  for (const c of run.cases) {
    const broken = c.assertions.some((a) => a.outcome === 'failed');
    if (c.outcome === 'passed' && (broken || c.assertions.length === 0))
      problems.push(
        `${c.id} is called passed, but ${broken ? 'a promise in it was broken' : 'nothing in it was looked at'}`,
      );
    if (c.outcome === 'failed' && !broken) problems.push(`${c.id} is called failed, but no promise in it was broken`);
    const dangling = c.assertions.find((a) => c.exchanges[a.exchange] === undefined);
    if (dangling !== undefined) problems.push(`${c.id}: the exchange that shows ${dangling.id} is missing`);
    problems.push(...c.assertions.flatMap((a) => contradicted(c, a)));
  }
  if (run.verdict !== verdictOf(run.cases))
    problems.push(`the verdict is ${run.verdict}, but the cases make it ${verdictOf(run.cases)}`);
  if (!isDeepStrictEqual(run.counts, countOutcomes(run.cases))) problems.push('the counts are not those of the cases');
  return [...problems, ...completeness(run)];
}

/** A status is the one evidence that needs no reading of the documents: the exchange shows what came. */
function contradicted(result: CaseResult, { id, expected, actual, outcome, exchange }: Assertion): string[] {
  const status = result.exchanges[exchange]?.response?.status;
  if (id !== 'status' || status === undefined) return [];
  if (actual !== String(status))
    return [`${result.id}: the exchange shows the status ${status}, the assertion ${actual}`];
  const wanted = (expected.split(' (')[0] ?? '').split(' or ');
  const kept = wanted.some((want) => statusMatches(want, status));
  return kept === (outcome === 'passed')
    ? []
    : [`${result.id}: ${status} for ${wanted.join(' or ')} is called ${outcome}`];
}

function completeness(run: Run): string[] {
  const ids = run.cases.map((c) => c.id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) return [`${twice} stands twice in the report`];
  if (run.selection.only !== undefined) return [`only a part of the suite was run (--only ${run.selection.only})`];
  if (run.selection.shard !== undefined)
    return [`only shard ${run.selection.shard.index}/${run.selection.shard.total} was run`];
  const missing = run.selection.suite.filter((id) => !ids.includes(id));
  const foreign = ids.filter((id) => !run.selection.suite.includes(id));
  return [
    ...(missing.length === 0 ? [] : [`${missing.length} of the suite's cases are left out, such as ${missing[0]}`]),
    ...(foreign.length === 0 ? [] : [`${foreign[0]} is no case of the suite`]),
  ];
}

function suite(run: Run, spec: Buffer, ids: string[] | undefined): string[] {
  if (sha256(spec) !== run.spec.sha256)
    return [`the suite was another spec: ${run.spec.file} had the SHA-256 ${run.spec.sha256}`];
  const known = new Set(run.selection.suite);
  const unknown = (ids ?? []).filter((id) => !known.has(id));
  return unknown.length === 0
    ? []
    : [`the report knows nothing of ${many(unknown.length, 'case')} of this spec, such as ${unknown[0]}`];
}

function signatureOf(envelope: Envelope, keys: string[]): Verification['signature'] {
  if (envelope.signatures.length === 0) return 'unsigned';
  return keys.some((key) => isSignedBy(envelope, key)) ? 'valid' : 'unknown';
}
