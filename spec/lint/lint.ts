// The whole of `docproof lint` without disk and console: texts in, sorted findings out.
import { mergeDiagnostics } from '../assemble/merge.js';
import { planOperations } from '../assemble/plan.js';
import { fieldReader } from '../build.js';
import { compareDiagnostics, type Diagnostic } from '../diagnostic.js';
import type { Page } from '../extract/page.js';
import { recognise } from '../extract/recognise.js';
import { hintsOf } from '../extract/title-hints.js';
import type { Profile } from '../profiles/profile.js';
import { readDocument } from '../read/read-document.js';
import { checkPages } from './check-pages.js';
import { type LintConfig, NO_CONFIG } from './config.js';
import { withMends } from './mends.js';
import { applySuppressions } from './suppressions.js';

export interface LintFile {
  /** As the user gave it: what findings show. */
  path: string;
  text: string;
}

export interface LintOptions {
  profile: Profile;
  /** Findings on pages of this language only; other languages are still read, for comparison. */
  lang?: string;
  config?: LintConfig;
  exists?: (path: string) => boolean | undefined;
}

export interface LintResult {
  /** Sorted. */
  diagnostics: Diagnostic[];
  pages: Page[];
  /** Findings that suppressions took out. */
  suppressed: number;
}

/** Finds the mistakes in documents. Never throws on any text. */
export function lint(files: readonly LintFile[], options: LintOptions): LintResult {
  const { profile, config = NO_CONFIG } = options;
  const pages: Page[] = [];
  const found: Diagnostic[] = [];
  for (const file of files) {
    const reading = readDocument(file.path, file.text, hintsOf(profile));
    if (reading.unreadable) {
      found.push(reading.unreadable);
      continue;
    }
    const recognition = recognise(reading.document, profile);
    pages.push(recognition.page);
    found.push(...withMends(recognition.diagnostics, reading.document));
  }
  found.push(...disagreements(pages, profile));
  found.push(
    ...checkPages(pages, {
      profile,
      read: fieldReader(profile.wording),
      ...(options.exists ? { exists: options.exists } : {}),
    }),
  );
  const { kept, suppressed } = applySuppressions(found, pages, config);
  const shown = options.lang ? kept.filter((d) => d.lang === undefined || d.lang === options.lang) : kept;
  return { diagnostics: shown.sort(compareDiagnostics), pages, suppressed };
}

/** The findings of a build with those of the rules, as `lint` shows them. */
export function checkBuild(found: readonly Diagnostic[], pages: readonly Page[], options: LintOptions): Diagnostic[] {
  const { profile, config = NO_CONFIG, exists } = options;
  const checked = checkPages(pages, { profile, read: fieldReader(profile.wording), ...(exists ? { exists } : {}) });
  return applySuppressions([...found, ...checked], pages, config).kept.sort(compareDiagnostics);
}

/** What pages of one language that document one operation say differently. */
function disagreements(pages: Page[], profile: Profile): Diagnostic[] {
  const languages = [...new Set(pages.map((page) => page.lang))];
  return languages.flatMap((lang) =>
    mergeDiagnostics(
      planOperations(
        pages.filter((page) => page.lang === lang),
        profile.bases,
      ),
    ),
  );
}
