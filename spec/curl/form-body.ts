// A multipart/form-data body (RFC 7578) as `curl --form` sends it, with a fixed boundary so that the same command gives the same bytes.

/** What stands between the parts. */
export const BOUNDARY = 'docproof-form-boundary';

export interface FormPart {
  name: string;
  value: string;
  /** Path of the file whose content it is. */
  file?: string;
  /** What the part calls the file; absent where the content goes as a plain field (`name=<file`). */
  called?: string;
  /** What the command says of its media type. */
  type?: string;
}

/** `name=value`, `name=@file`, `name=<file`, with `;type=` and `;filename=` behind; of a value all is meant but a type. */
export function readFormPart(text: string, mayBeFile: boolean): FormPart | undefined {
  const equals = text.indexOf('=');
  if (equals < 0) return undefined;
  const name = text.slice(0, equals);
  const whole = text.slice(equals + 1);
  if (!mayBeFile) return { name, value: whole };
  const mark = /^[@<]/.exec(whole)?.[0];
  const { content, rest } = leading(whole.slice(mark?.length ?? 0));
  const type = setting(rest, 'type');
  const typed = type === undefined ? {} : { type };
  if (mark === '@') return { name, value: '', file: content, called: setting(rest, 'filename') ?? content, ...typed };
  if (mark === '<') return { name, value: '', file: content, ...typed };
  return { name, value: type === undefined && !whole.startsWith('"') ? whole : content, ...typed };
}

/** What stands in quotes, else all up to a semicolon; and what comes behind. */
function leading(text: string): { content: string; rest: string } {
  const quotes = /^"(?:[^"\\]|\\.)*"/.exec(text)?.[0];
  if (quotes !== undefined)
    return { content: quotes.slice(1, -1).replace(/\\(["\\])/g, '$1'), rest: text.slice(quotes.length) };
  const end = text.indexOf(';');
  return end < 0 ? { content: text, rest: '' } : { content: text.slice(0, end), rest: text.slice(end) };
}

function setting(rest: string, key: string): string | undefined {
  const found = rest.split(';').find((one) => one.trim().startsWith(`${key}=`));
  return found && leading(found.slice(found.indexOf('=') + 1).trim()).content;
}

/** Parts that name a file stay empty: their content comes with the case. */
export function formBody(parts: FormPart[]): { type: string; body: string } {
  const lines = parts.flatMap(({ name, value, file, called, type }) => {
    const media = type ?? (called === undefined ? undefined : partType(file ?? ''));
    return [
      `--${BOUNDARY}`,
      `Content-Disposition: form-data; name="${quoted(name)}"${called === undefined ? '' : fileName(called)}`,
      ...(media === undefined ? [] : [`Content-Type: ${media}`]),
      '',
      value,
    ];
  });
  return { type: `multipart/form-data; boundary=${BOUNDARY}`, body: [...lines, `--${BOUNDARY}--`, ''].join('\r\n') };
}

/** The parameter of a part's header that says what a file is called: curl leaves its folders out. */
export function fileName(path: string): string {
  return `; filename="${quoted(baseName(path))}"`;
}

/** Name without the folders that a file lies in. */
export function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? '';
}

/** As curl and browsers escape what stands in quotes there (WHATWG HTML, multipart/form-data). */
function quoted(text: string): string {
  return text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Media types that curl knows by the end of a file's name. */
const TYPES: readonly [end: string, type: string][] = [
  ['.gif', 'image/gif'],
  ['.jpg', 'image/jpeg'],
  ['.jpeg', 'image/jpeg'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain'],
  ['.htm', 'text/html'],
  ['.html', 'text/html'],
  ['.pdf', 'application/pdf'],
  ['.xml', 'application/xml'],
];

/** The media type that curl gives a file's part. */
export function partType(file: string): string {
  const name = file.toLowerCase();
  return TYPES.find(([end]) => name.endsWith(end))?.[1] ?? 'application/octet-stream';
}
