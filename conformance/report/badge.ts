// An SVG badge that says the verdict, never more than the run saw.
import type { Run, Verdict } from '../run.js';
import { xml } from './text.js';

const COLOUR: Record<Verdict, string> = { conformant: '#2e7d32', nonconformant: '#c62828', undetermined: '#6d6d6d' };
const LABEL = 'docproof';
/** Mean advance of a character of 11 px Verdana, in pixels. */
const ADVANCE = 6.6;

/** A flat badge: `docproof | conformant 214/214`. */
export function badge(run: Run): string {
  const judged = run.cases.length - run.counts.inapplicable;
  const message = `${run.verdict} ${run.counts.passed}/${judged}`;
  const left = Math.round(LABEL.length * ADVANCE + 12);
  const right = Math.round(message.length * ADVANCE + 12);
  const title = xml(`${LABEL}: ${message}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${title}">
<title>${title}</title>
<clipPath id="r"><rect width="${left + right}" height="20" rx="3"/></clipPath>
<g clip-path="url(#r)"><rect width="${left}" height="20" fill="#444"/><rect x="${left}" width="${right}" height="20" fill="${COLOUR[run.verdict]}"/></g>
<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
<text x="${left / 2}" y="14">${LABEL}</text><text x="${left + right / 2}" y="14">${xml(message)}</text>
</g>
</svg>
`;
}
