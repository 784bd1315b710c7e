// Names of files, variables and comments in samples: from any text to what every language and file system takes.
import { fileName } from '../file-name.js';

/** Lower-case ASCII words joined by hyphens; `operation` where nothing is left. */
export function slug(text: string): string {
  return fileName(words(text)) || 'operation';
}

/** Names that shells and languages use themselves. */
const RESERVED = new Set(
  'PATH HOME USER PWD SHELL TERM ENV IFS UID EUID PPID LANG HOST HOSTNAME TMPDIR URI URL HTTP DATA ARGV RANDOM SECONDS STDIN'.split(
    ' ',
  ),
);

/** `CELL_URL` from `CellURL`; never starts with a digit, never a name that the shell gives a meaning. */
export function environmentName(text: string): string {
  const name = words(text).join('_').toUpperCase() || 'VALUE';
  return RESERVED.has(name) || /^\d/.test(name) ? `API_${name}` : name;
}

/** `UpdateRelation` from `update-relation`; never starts with a digit. */
export function pascalCase(text: string): string {
  const name = words(text).map(capital).join('');
  return /^\d/.test(name) ? `Sample${name}` : name;
}

/** A slug that no other has, be it in another spelling: `same-thing-2` and `same-thing2` are one class `SameThing2`. */
export function uniqueSlug(text: string, taken: Set<string>): string {
  const wanted = slug(text);
  const spelling = (name: string): string => name.replaceAll('-', '');
  let name = wanted;
  for (let n = 2; taken.has(spelling(name)); n++) name = `${wanted}-${n}`;
  taken.add(spelling(name));
  return name;
}

/** Takes `WANTED`, or `WANTED_2`, `WANTED_3` … and marks it as taken. */
export function unique(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted}_${n}`;
  taken.add(name);
  return name;
}

/**
 * Text that can't leave a one-line comment of any language: one line, no `*` + `/`, no `?` + `>` (ends PHP), no backslash
 * (Java reads unicode escapes in comments, C-like languages join lines).
 */
export function commentText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll('\\', '/')
    .replaceAll('*/', '* /')
    .replaceAll('/*', '/ *')
    .replaceAll('?>', '? >')
    .replaceAll('-->', '-- >')
    .replaceAll('#>', '# >')
    .trim();
}

function words(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}
