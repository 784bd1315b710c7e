// The `lint:` part of docproof.yaml: severities by code, and findings to leave out with a reason.
import type { Diagnostic, Severity } from '../diagnostic.js';
import { asList, asObject } from '../is-object.js';
import { readYaml } from '../yaml-source.js';
import { ruleOf } from './registry.js';

export interface IgnoreEntry {
  code: string;
  /** Page id or file, `*` for any characters; every page where absent. */
  page?: string;
  reason: string;
  line: number;
}

export interface LintConfig {
  file: string;
  /** `off` takes the findings of a code out. */
  severity: ReadonlyMap<string, Severity | 'off'>;
  ignore: readonly IgnoreEntry[];
}

export const NO_CONFIG: LintConfig = { file: 'docproof.yaml', severity: new Map(), ignore: [] };

/** Reads the text of docproof.yaml; other parts of it are left to those who own them. */
export function readLintConfig(text: string, file: string): { config: LintConfig; diagnostics: Diagnostic[] } {
  const yaml = readYaml(text);
  const diagnostics: Diagnostic[] = [];
  const lineOf = (path: (string | number)[]): number => yaml.placeAt(yaml.offsetOf(path)).line;
  const report = (line: number, message: string, help?: string): void => {
    diagnostics.push({
      code: 'lint/bad-config',
      severity: 'error',
      file,
      line,
      column: 1,
      message,
      ...(help ? { help } : {}),
    });
  };
  if (yaml.broken) {
    report(yaml.placeAt(yaml.broken.offset).line, yaml.broken.message);
    return { config: { ...NO_CONFIG, file }, diagnostics };
  }
  const section = asObject(asObject(yaml.value)['lint']);
  for (const key of Object.keys(section))
    if (key !== 'severity' && key !== 'ignore')
      report(lineOf(['lint', key]), `"${key}" is nothing that lint reads`, 'write `severity:` or `ignore:`');
  const severity = new Map<string, Severity | 'off'>();
  for (const [code, value] of Object.entries(asObject(section['severity']))) {
    const line = lineOf(['lint', 'severity', code]);
    if (!ruleOf(code)) report(line, `no rule has the code "${code}"`, 'see `docproof lint --rules`');
    else if (value === false || isSeverity(value)) severity.set(code, value === false ? 'off' : value);
    else report(line, `"${String(value)}" is no severity`, 'write error, warning, info or off');
  }
  const ignore = asList(section['ignore']).flatMap((raw, i): IgnoreEntry[] => {
    const entry = asObject(raw);
    const line = lineOf(['lint', 'ignore', i]);
    const { code, page, reason } = entry;
    if (typeof code !== 'string' || !ruleOf(code))
      report(line, `no rule has the code "${String(code)}"`, 'see `docproof lint --rules`');
    else if (typeof reason !== 'string' || reason.trim() === '')
      report(line, `the entry for ${code} gives no reason`, 'add `reason:`');
    else return [{ code, reason, line, ...(typeof page === 'string' ? { page } : {}) }];
    return [];
  });
  return { config: { file, severity, ignore }, diagnostics };
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return value === 'error' || value === 'warning' || value === 'info' || value === 'off';
}
