// curl in a POSIX shell.
import type { Language } from '../language.js';
import { commentText } from '../names.js';
import { type FormField, type Part, type SampleRequest, spell } from '../sample.js';

/**
 * One shell word (POSIX.1-2017, section 2.2): single quotes where they are enough, double quotes where a variable stands in it.
 * `!` is kept out of double quotes, because interactive shells expand it there.
 */
export function shellWord(parts: Part[]): string {
  const text = spell(parts, () => '');
  if (parts.every((part) => 'text' in part)) return shellQuote(text);
  if (text.includes('!'))
    return parts.map((part) => ('text' in part ? shellQuote(part.text) : `"$${part.variable}"`)).join('');
  return `"${parts.map((part, i) => ('text' in part ? escapeDouble(part.text) : reference(part.variable, parts[i + 1]))).join('')}"`;
}

/** A literal of the shell: always in single quotes, which change nothing but themselves. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function escapeDouble(text: string): string {
  return text.replace(/[\\"$`]/g, '\\$&');
}

function reference(name: string, next: Part | undefined): string {
  return next && 'text' in next && /^[\w[]/.test(next.text) ? `\${${name}}` : `$${name}`;
}

function options(sample: SampleRequest): string[] {
  const url = spell(sample.url, () => '');
  return [
    sample.method === 'HEAD' ? '--head' : `--include --request ${shellArgument(sample.method)}`,
    ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
    ...(/\/\.{1,2}(\/|$)/.test(url) ? ['--path-as-is'] : []),
    ...sample.headers.map((h) => `--header ${headerWord(h)}`),
    ...(sample.body ? [`--data-raw ${shellWord(sample.body)}`] : []),
    ...(sample.form ?? []).map(formOption),
    ...(sample.file === undefined ? [] : [`--data-binary ${shellQuote(`@${sample.file}`)}`]),
  ];
}

/** curl(1), "--form": a value in double quotes ends where they do, and is no file. */
function formOption({ name, value, type, fileName }: FormField): string {
  if (type === undefined) return `--form-string ${shellQuote(`${name}=${value}`)}`;
  const content = fileName === undefined ? `"${value.replace(/[\\"]/g, '\\$&')}"` : `@${fileName}`;
  return `--form ${shellQuote(`${name}=${content};type=${type}`)}`;
}

/** curl wants `Name;` for a header without a value. */
function headerWord({ name, value }: { name: string; value: Part[] }): string {
  return value.length === 0 ? shellWord([{ text: `${name};` }]) : shellWord(joined([{ text: `${name}: ` }, ...value]));
}

function joined(parts: Part[]): Part[] {
  const [first, second, ...rest] = parts;
  return first && second && 'text' in first && 'text' in second ? [{ text: first.text + second.text }, ...rest] : parts;
}

function shellArgument(text: string): string {
  return /^[A-Za-z0-9-]+$/.test(text) ? text : shellQuote(text);
}

/** Linux's MAX_ARG_STRLEN, with room for a name and the values of variables. */
const LONGEST = 120 * 1024;

export const curl: Language = {
  name: 'curl',
  title: 'cURL',
  file: (sample) => `${sample.slug}.sh`,
  hasForms: true,
  hasFiles: true,
  run: (file) => `sh ${file}`,
  view(sample) {
    const fields = (sample.form ?? []).map(({ name, value }): Part[] => [{ text: name + value }]);
    const texts = [
      ...fields,
      [{ text: sample.file ?? '' }],
      sample.url,
      sample.body ?? [],
      ...sample.headers.map((h) => h.value),
    ];
    if (texts.some((parts) => spell(parts, () => '').includes('\0')))
      return { unsupported: 'an argument of a command cannot hold a NUL character' };
    if (texts.some((parts) => Buffer.byteLength(spell(parts, () => '')) > LONGEST))
      return { unsupported: 'an argument of a command cannot be longer than 128 KiB' };
    const view = {
      title: sample.title,
      caseId: sample.caseId ?? '',
      file: curl.file(sample),
      variables: sample.variables.map((v) => ({
        assignment: `${v.name}=\${${v.name}:-${shellQuote(v.value)}}`,
        about: v.about,
      })),
      files: [...(sample.form ?? []).map(({ fileName }) => fileName), sample.file].flatMap((file) =>
        file === undefined ? [] : [commentText(file)],
      ),
      options: options(sample),
      url: shellWord(sample.url),
    };
    return { view };
  },
};
