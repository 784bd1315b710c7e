// What a rule is: its metadata, which documentation and `--explain` show, and the check, where the finding is not made while reading.
import type { Severity } from '../diagnostic.js';
import type { Page } from '../extract/page.js';
import type { Span } from '../read/document.js';
import type { Example } from './example.js';
import type { Site } from './site.js';

export interface Rule {
  /** `area/kind`, stable for ever. */
  code: string;
  severity: Severity;
  /** What the rule finds, in one sentence. */
  purpose: string;
  /** Why it matters and what docproof does with such a page. */
  why: string;
  bad: Example;
  good: Example;
  /** `--fix` mends it where the mend is certain. */
  fixable?: true;
  /** Reports what it finds on the pages; absent where reading, recognising or merging reports it already. */
  check?(site: Site, report: Report): void;
}

export interface Mend {
  /** UTF-16 offsets in the document's text, end exclusive. */
  start: number;
  end: number;
  text: string;
}

export interface Finding {
  message: string;
  help?: string;
  fix?: Mend;
}

/** Reports a finding at a span of a page; the rule's code and severity are added. */
export type Report = (page: Page, at: Span, finding: Finding) => void;
