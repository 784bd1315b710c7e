// Reads a report.json that somebody hands us: untrusted until the published schema says that it has the right shape.
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Run } from '../run.js';

/** A report that can't be used, in words for people. */
export class UnreadableReport extends Error {}

/**
 * Parses and checks the text of a report.json.
 *
 * @param schema the parsed conformance/report/report.schema.json
 * @throws UnreadableReport where it is not JSON, of another format, or not of the schema
 */
export function readRun(text: string, schema: object): Run {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UnreadableReport(`not JSON: ${(error as Error).message}`);
  }
  // Times are compared, never computed with: the format needs no checking.
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  if (!ajv.validate(schema, value)) {
    const first = ajv.errors?.[0];
    throw new UnreadableReport(
      `not a report of docproof certify: ${first?.instancePath || '/'} ${first?.message ?? 'has the wrong shape'}`,
    );
  }
  return value as Run;
}
