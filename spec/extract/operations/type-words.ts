// Words beside the name of a field that are its type and what goes with one.
import type { Profile } from '../../profiles/profile.js';
import { readRequired } from '../table-rows.js';

/** Whether words between commas are types, marks of requirement and a default, and nothing else: `required, string or null`. */
export function isTyping(text: string, profile: Profile): boolean {
  if (text === '' || text.length > 80) return false;
  return typing(text)
    .split(/\s{0,3},\s{0,3}/)
    .every(
      (part) =>
        readRequired(part, profile) !== undefined ||
        profile.wording.deprecatedWord.test(part) ||
        /^default\b/i.test(part) ||
        part.split(/ or /).every((word) => isTypeName(word, profile.wording) || word === 'null'),
    );
}

function isTypeName(word: string, { typeName, listOfOne }: Profile['wording']): boolean {
  return typeName.test(word) || listOfOne.test(word);
}

/** One spelling of such words. */
export function typing(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[’ʼ]/g, "'").trim().replace(/:$/, '');
}
