// All report files of a run, from the one model.
import type { Run } from '../run.js';
import { badge } from './badge.js';
import { ctrf } from './ctrf.js';
import { html, type ReportTemplates } from './html.js';
import { junit } from './junit.js';
import { sarif } from './sarif.js';
import { summary } from './summary.js';

/** Name → text of everything that `--report` gets but the certificate, which is made over report.json's bytes. */
export function reportFiles(run: Run, templates: ReportTemplates): Record<string, string> {
  return {
    'report.json': `${JSON.stringify(run, null, 2)}\n`,
    'junit.xml': junit(run),
    'ctrf.json': ctrf(run),
    'report.sarif': sarif(run),
    'report.html': html(run, templates),
    'summary.md': summary(run),
    'badge.svg': badge(run),
  };
}
