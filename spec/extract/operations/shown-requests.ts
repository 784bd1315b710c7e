// Requests that a page shows as examples: "DELETE /jobs/16?force=1" of "DELETE /jobs/(id)" is no URL of its own.
import type { Block } from '../../read/document.js';
import type { Endpoint } from '../page.js';

type UrlForm = Endpoint['urls'][number];

/** `/jobs/(id)`, `/news.[format]`: a whole segment, or what stands behind a dot. */
const IN_BRACKETS = /(?<=[/.])(?:\(([A-Za-z_][\w-]{0,80})\)|\[([A-Za-z_][\w-]{0,80})\])(?=[/.]|$)/g;

/** A part that stands for a value, in the ways that pages write it: `:id`, `{id}`, `<id>`, `[id]`, `(id)`. */
const VARIABLE = /:[A-Za-z_]\w*|\{[^{}]{1,80}\}|<[^<>]{1,80}>|(?<=[/.]|^)(?:\[[\w-]{1,80}\]|\([\w-]{1,80}\))/;

/** A whole message, with its version or with headers below it: what is sent, not how requests are formed. */
export function isMessage(block: Block): boolean {
  return (
    block.kind === 'fence' &&
    /^\s*[A-Z]{3,17}\s+\S{1,1000}(?:\s+HTTP\/\d|[ \t]{0,8}\n[ \t]{0,8}[A-Za-z][A-Za-z0-9-]{1,60}:[ \t])/.test(
      block.text,
    )
  );
}

/** Whether a URL is an example of a form that has variables; a base before the form's path does not count, nor does a query. */
export function isExampleOf(url: string, form: string): boolean {
  const shown = segments(url);
  const wanted = segments(form);
  // Without variables only the base in front of it tells the two apart.
  if (!VARIABLE.test(form) && shown.length === wanted.length) return false;
  if (shown.length < wanted.length || shown.some((segment) => VARIABLE.test(segment))) return false;
  return wanted.every((segment, i) => fits(shown[shown.length - wanted.length + i] as string, segment));
}

/** The forms of URLs without those that were only shown, where the page has a form for them. */
export function withoutExamples(urls: readonly UrlForm[], shown: ReadonlySet<UrlForm>): UrlForm[] {
  const forms = urls.filter((url) => !shown.has(url));
  return urls.filter(
    (url) => !shown.has(url) || !forms.some((form) => form.method === url.method && isExampleOf(url.text, form.text)),
  );
}

/** A read of all of a kind, by its address: not of the one that a variable names. */
export function readsMany({ methods, urls }: Pick<Endpoint, 'methods' | 'urls'>): boolean {
  return methods[0]?.value === 'GET' && !VARIABLE.test(segments(urls[0]?.text ?? '').at(-1) ?? '');
}

/** Names of the variables of a documented path: `:id`, `{id}`, `{name or id}`, `<id>`, `(id)`, `[id]`. */
export function pathVariables(url: string): string[] {
  const [path = ''] = url.split('?', 1);
  const found = [
    ...url.matchAll(/\{([A-Za-z_][\w .-]{0,80})\}|[:{<]([A-Za-z_][\w.-]*)[}>]?/g),
    ...path.matchAll(IN_BRACKETS),
  ];
  return found.map((m) => (m[1] ?? m[2]) as string);
}

function segments(url: string): string[] {
  const path = url.replace(/^https?:\/\/[^/]*/, '').split('?', 1)[0] as string;
  return path.split('/').filter((segment) => segment !== '');
}

function fits(shown: string, wanted: string): boolean {
  const [before, ...rest] = wanted.split(VARIABLE);
  const behind = rest.at(-1);
  if (behind === undefined) return shown === wanted;
  return (
    shown.length > (before as string).length + behind.length &&
    shown.startsWith(before as string) &&
    shown.endsWith(behind)
  );
}
