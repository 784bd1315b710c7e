// A path whose last key is not quite the one of what it named.
import type { Case } from '../../plan/story.js';

const MANGLED: Record<NonNullable<Case['keyAs']>, (keys: string) => string> = {
  empty: () => "('')",
  behind: (keys) => `${keys}x`,
  'other-part': (keys) => keys.replace(/\)$/, ",docproof='x')"),
  'quoted-null': (keys) => keys.replaceAll('=null', "='null'"),
  'plain-plus': (keys) => keys.replaceAll('%2B', '+'),
};

export function withNearKey(path: string, { keyAs }: Pick<Case, 'keyAs'>): string {
  const start = path.lastIndexOf('/') + 1;
  const open = path.indexOf('(', start);
  return keyAs === undefined || open < 0 ? path : path.slice(0, open) + MANGLED[keyAs](path.slice(open));
}
