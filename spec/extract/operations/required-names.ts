// "Mandatory fields: name, size": a line that says which of the attributes below or above are required.
import type { Profile } from '../../profiles/profile.js';
import { titledSection } from './section.js';

/** The names; none where the line is anything else. */
export function requiredNames(line: string, profile: Profile): string[] {
  const [, title = '', rest = ''] = /^([^:：\n]{4,60}?)\s{0,3}[:：]\s{0,3}(\S[^\n]{0,500})$/.exec(line.trim()) ?? [];
  if (!titledSection(title, profile)?.required) return [];
  const joining = new Set(profile.languages.flatMap(({ words }) => words.and ?? []));
  const names = rest
    .replace(/[.。]$/, '')
    .split(/[\s,、]+/)
    .filter((word) => word !== '' && !joining.has(word));
  return names.every((name) => /^[\w$@.[\]-]{1,80}$/.test(name)) ? names : [];
}
