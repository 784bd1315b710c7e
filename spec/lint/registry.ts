// Every rule, in the order of `--rules`.
import { compareText } from '../diagnostic.js';
import type { Rule } from './rule.js';
import { badIgnore } from './rules/bad-ignore.js';
import { brokenFence } from './rules/broken-fence.js';
import { brokenFrontMatter } from './rules/broken-front-matter.js';
import { brokenLink } from './rules/broken-link.js';
import { brokenTable } from './rules/broken-table.js';
import { columnTitle } from './rules/column-title.js';
import { commandSubstitution } from './rules/command-substitution.js';
import { copyPaste } from './rules/copy-paste.js';
import { curlContradictsUrl } from './rules/curl-contradicts-url.js';
import { duplicateRow } from './rules/duplicate-row.js';
import { garbledText } from './rules/garbled-text.js';
import { headerNameTypo } from './rules/header-name-typo.js';
import { invalidJsonSample } from './rules/invalid-json-sample.js';
import { invalidXmlSample } from './rules/invalid-xml-sample.js';
import { malformedUrl } from './rules/malformed-url.js';
import { missingContinuation } from './rules/missing-continuation.js';
import { missingSection } from './rules/missing-section.js';
import { nestedSingleQuotes } from './rules/nested-single-quotes.js';
import { noUrl } from './rules/no-url.js';
import { notText } from './rules/not-text.js';
import { pagesDisagree } from './rules/pages-disagree.js';
import { pathVariable } from './rules/path-variable.js';
import { sampleContradictsTable } from './rules/sample-contradicts-table.js';
import { shellExpansion } from './rules/shell-expansion.js';
import { shellQuoting } from './rules/shell-quoting.js';
import { statusContradiction } from './rules/status-contradiction.js';
import { strayEscape } from './rules/stray-escape.js';
import { titleContradictsMethod } from './rules/title-contradicts-method.js';
import { translationDrift } from './rules/translation-drift.js';
import { unaccounted } from './rules/unaccounted.js';
import { undefinedMark } from './rules/undefined-mark.js';
import { unknownSection } from './rules/unknown-section.js';
import { unsetVariable } from './rules/unset-variable.js';
import { unsupportedOption } from './rules/unsupported-option.js';
import { unusedIgnore } from './rules/unused-ignore.js';

export const RULES: readonly Rule[] = [
  badIgnore,
  brokenFence,
  brokenFrontMatter,
  brokenLink,
  brokenTable,
  columnTitle,
  commandSubstitution,
  copyPaste,
  curlContradictsUrl,
  duplicateRow,
  garbledText,
  headerNameTypo,
  invalidJsonSample,
  invalidXmlSample,
  malformedUrl,
  missingContinuation,
  missingSection,
  nestedSingleQuotes,
  noUrl,
  notText,
  pagesDisagree,
  pathVariable,
  sampleContradictsTable,
  shellExpansion,
  shellQuoting,
  statusContradiction,
  strayEscape,
  titleContradictsMethod,
  translationDrift,
  unaccounted,
  undefinedMark,
  unknownSection,
  unsetVariable,
  unsupportedOption,
  unusedIgnore,
].sort((a, b) => compareText(a.code, b.code));

/** The rule of a code. */
export function ruleOf(code: string): Rule | undefined {
  return RULES.find((rule) => rule.code === code);
}
