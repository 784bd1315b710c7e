// All report files of a run, from the one model.
import type { CaseResult, Run } from '../run.js';
import { badge } from './badge.js';
import { ctrf } from './ctrf.js';
import { html, type ReportTemplates } from './html.js';
import { junit } from './junit.js';
import { sarif } from './sarif.js';
import { summary } from './summary.js';

/**
 * Name → text of everything that `--report` gets but the certificate, which is made over report.json's bytes.
 *
 * @param pathOf where a page of the documents lies, for what CI shows at its line
 */
export function reportFiles(
  run: Run,
  templates: ReportTemplates,
  pathOf: (file: string) => string = (file) => file,
): Record<string, string> {
  const placed = { ...run, cases: run.cases.map((result) => placedCase(result, pathOf)) };
  return {
    'report.json': `${JSON.stringify(run, null, 2)}\n`,
    'junit.xml': junit(placed),
    'ctrf.json': ctrf(placed),
    'report.sarif': sarif(placed),
    'report.html': html(run, templates),
    'summary.md': summary(run),
    'badge.svg': badge(run),
  };
}

function placedCase(result: CaseResult, pathOf: (file: string) => string): CaseResult {
  const placed = <T extends Pick<CaseResult, 'source'>>(one: T): T =>
    one.source === undefined ? one : { ...one, source: { ...one.source, file: pathOf(one.source.file) } };
  return placed({ ...result, assertions: result.assertions.map(placed) });
}
