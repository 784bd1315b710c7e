// Files that documented commands send (`--form photo=@lake.jpg`): a mark stands for their bytes until a request is sent.
import type { DocumentedRequest } from '../../spec/contract/docproof.js';
import { baseName, fileName, partType } from '../../spec/curl/form-body.js';

/** The bytes of a file's name stand in a private use area (Unicode 16, section 23.5), where no text to be renamed is met. */
const FIRST = 0xf0000;
const MARKS = /[\u{f0000}-\u{f00ff}]+/gu;

/** What stands for the content of a file in the text of a body. */
function fileMark(name: string): string {
  return String.fromCodePoint(...[...Buffer.from(name, 'utf8')].map((byte) => FIRST + byte));
}

function nameOf(mark: string): string {
  const bytes = [...mark].map((character) => (character.codePointAt(0) ?? FIRST) - FIRST);
  return Buffer.from(bytes).toString('utf8');
}

/** The file that a value stands for, and the media type that curl gives its part. */
export function markedFile(value: unknown): { name: string; type: string } | undefined {
  if (typeof value !== 'string' || value === '' || value.replace(MARKS, '') !== '') return undefined;
  const name = nameOf(value);
  return { name, type: partType(name) };
}

/** Marks as people read them: `@lake.jpg`. */
export function withoutMarks(text: string): string {
  return text.replace(MARKS, (mark) => `@${nameOf(mark)}`);
}

/**
 * The body with the content of its files.
 *
 * @param read gives undefined for a file that is not there; its mark is left out then
 */
export function filledBody(text: string, read: (name: string) => Buffer | undefined): Buffer | undefined {
  const parts: Buffer[] = [];
  let end = 0;
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    parts.push(Buffer.from(text.slice(end, index)), read(nameOf(mark)) ?? Buffer.alloc(0));
    end = index + mark.length;
  }
  return end === 0 ? undefined : Buffer.concat([...parts, Buffer.from(text.slice(end))]);
}

/** A documented request with marks for its files; undefined where one is not there, or its place in the body is not known. */
export function withFiles(request: DocumentedRequest, names: ReadonlySet<string>): DocumentedRequest | undefined {
  const { files = [], ...rest } = request;
  const wanted = files.map(baseName);
  if (wanted.some((name) => !names.has(name))) return undefined;
  if (rest.body === undefined) return wanted.length === 1 ? { ...rest, body: fileMark(wanted[0] ?? '') } : undefined;
  let body = '';
  let left = rest.body;
  for (const name of wanted) {
    const part = left.indexOf(fileName(name));
    const content = part < 0 ? -1 : left.indexOf(PART_HEAD_END, part);
    if (content < 0) return undefined;
    body += left.slice(0, content + PART_HEAD_END.length) + fileMark(name);
    left = left.slice(content + PART_HEAD_END.length);
  }
  return { ...rest, body: body + left };
}

/** Where the content of a part begins (RFC 2046, section 5.1). */
const PART_HEAD_END = '\r\n\r\n';
