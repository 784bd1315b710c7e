// A fence with curl commands → what each means and what a shell would send instead. Nothing is ever run.
import { clip } from '../clip.js';
import type { DocumentedRequest } from '../contract/docproof.js';
import { readAuthorWords } from './author-words.js';
import { type CommandStart, findCommands, variablesBefore } from './commands.js';
import { commonIndent, withIndent, withoutIndent } from './indented.js';
import type { CurlProblem } from './problem.js';
import { readRequest, type Take, type UnsupportedOption } from './request.js';
import { readShellWords } from './shell-words.js';
import { straightBody } from './straight-body.js';
import { undoStrayEscapes } from './stray-escapes.js';
import type { Role, Word } from './word.js';

export type { CurlProblem } from './problem.js';

/** A command of a fence. Offsets and lengths are UTF-16 units of the fence's text. */
export interface CurlReading {
  offset: number;
  length: number;
  /** As its author meant it; absent where it names no URL. */
  meant?: DocumentedRequest;
  /** Only what a POSIX shell would send differently; absent where nothing differs, or where a shell refuses the command. */
  pasted?: Partial<DocumentedRequest>;
  problems: CurlProblem[];
  /** The body as it stands in the command, where the one meant has straight quotes in place of typographic ones. */
  writtenBody?: string;
}

/**
 * Reads every curl command in the text of a fence (or of a block of flattened text), twice: as a POSIX shell without any
 * variables set, and as the author meant it.
 */
export function readCurlFence(copied: string): CurlReading[] {
  if (!copied.includes('curl')) return [];
  const indent = commonIndent(copied);
  if (indent === '') return readCommands(withoutPrompts(copied));
  return withIndent(readCommands(withoutPrompts(withoutIndent(copied, indent))), copied, indent);
}

function readCommands(text: string): CurlReading[] {
  const readings: CurlReading[] = [];
  const starts = findCommands(text);
  let last = 0;
  for (const [index, start] of starts.entries()) {
    if (start.offset < last) continue;
    const reading = readCommand(text, start, starts[index + 1]?.offset ?? text.length);
    readings.push(reading);
    last = reading.offset + reading.length;
  }
  return readings;
}

/** A copied session shows `> ` before the lines that go on a command behind `$ `; blanks in its place keep every offset. */
function withoutPrompts(text: string): string {
  if (!/^[ \t]*[$%#][ \t]+\S/m.test(text)) return text;
  return text.replace(/(?<=\\[ \t]{0,9}\r?\n[ \t]{0,9})>(?=[ \t])/g, ' ');
}

function readCommand(text: string, start: CommandStart, limit: number): CurlReading {
  const variables = variablesBefore(text, start.offset);
  const author = readAuthorWords(text, start.after, limit, variables);
  const problems = [...author.problems];
  const strays: CurlProblem[] = [];
  const meant = readRequest(author.words, taking(strays), { input: author.input, asMeant: true });
  problems.push(...strays, ...meant.unsupported.map(unsupported));
  problems.push(...surplus(meant.surplus, problems));
  if (author.wanted.size > 0) problems.push(unset([...author.wanted], text, start, author.end));
  if (!meant.request) problems.push(noUrl(start));
  const shell = readShellWords(text.slice(0, limit).replace(/(?:&&|\|\||[;|])[ \t]*$/, ''), start.offset, variables);
  const pasted =
    typeof shell === 'string' || !meant.request
      ? undefined
      : difference(meant.request, readRequest(shell.words, asIs, { input: author.input }).request);
  if (pasted && typeof shell !== 'string' && problems.every((p) => p.code === 'curl/unsupported-option' && !p.fixes))
    problems.push(unexplained(pasted, differingWord(author.words, shell.words) ?? commandWord(start)));
  if (shell === 'syntax' && problems.length === 0) problems.push(refused(start));
  const end = Math.max(author.end, start.after);
  return withStraightBody({
    offset: start.offset,
    length: end - start.offset,
    ...(meant.request ? { meant: meant.request } : {}),
    ...(pasted ? { pasted } : {}),
    problems: problems.sort((a, b) => a.offset - b.offset),
  });
}

function withStraightBody(reading: CurlReading): CurlReading {
  const { meant, pasted } = reading;
  const body = straightBody(meant?.body);
  if (!meant || body === undefined) return reading;
  const writtenBody = meant.body as string;
  return { ...reading, meant: { ...meant, body }, pasted: { body: writtenBody, ...pasted }, writtenBody };
}

const asIs: Take = (word) => word.text;

/** Takes stray backslashes out, one finding per argument. */
function taking(strays: CurlProblem[]): Take {
  return (word: Word, role: Role) => {
    const undone = undoStrayEscapes(word, role);
    const first = undone.strays[0];
    if (first)
      strays.push({
        code: 'curl/stray-escape',
        message: `stray backslash in "${clip(word.text.slice(Math.max(0, word.at.indexOf(first.offset) - 10)), 40)}": a shell sends it as it is`,
        help: 'take the backslash out',
        offset: first.offset,
        length: 2,
        fixes: undone.strays,
      });
    return undone.text;
  };
}

/** What differs of the pasted request; all of it absent where nothing does. */
function difference(
  meant: DocumentedRequest,
  shell: DocumentedRequest | undefined,
): Partial<DocumentedRequest> | undefined {
  if (!shell) return undefined;
  const pasted: Partial<DocumentedRequest> = {};
  if (shell.method !== meant.method) pasted.method = shell.method;
  if (shell.url !== meant.url) pasted.url = shell.url;
  if (JSON.stringify(shell.headers) !== JSON.stringify(meant.headers)) pasted.headers = shell.headers;
  if (shell.body !== meant.body) pasted.body = shell.body ?? '';
  if (JSON.stringify(shell.files) !== JSON.stringify(meant.files)) pasted.files = shell.files ?? [];
  return Object.keys(pasted).length > 0 ? pasted : undefined;
}

function unsupported(u: UnsupportedOption): CurlProblem {
  return {
    code: 'curl/unsupported-option',
    message: `${u.option}: ${u.why}`,
    ...(u.write ? { help: `write ${u.write}` } : {}),
    offset: u.offset,
    length: u.length,
    ...(u.fix ? { fixes: [u.fix] } : {}),
  };
}

/** A bare word behind the URL: part of an argument that lacks its quotes, or one more URL. */
function surplus(words: Word[], problems: CurlProblem[]): CurlProblem[] {
  // One finding a command is enough, so a few words are enough to look at.
  const word = words
    .slice(0, 20)
    .find((w) => !problems.some((p) => p.offset >= w.start && p.offset < Math.max(w.end, w.start + 1)));
  if (!word) return [];
  const at = { offset: word.start, length: Math.max(1, word.end - word.start) };
  if (/^(?:https?:\/\/|\{[A-Z])/.test(word.text))
    return [
      {
        code: 'curl/unsupported-option',
        message: 'a second URL: only the first request of a command is read',
        help: 'write a command for each request',
        ...at,
      },
    ];
  return [
    {
      code: 'curl/shell-quoting',
      message: `curl takes "${clip(word.text)}" for one more URL`,
      help: 'put the whole argument that it belongs to in quotes, or take it out',
      ...at,
    },
  ];
}

function unset(names: string[], text: string, start: CommandStart, end: number): CurlProblem {
  const list = names.map((name) => `$${name}`).join(', ');
  const first = new RegExp(`\\$\\{?(?:${names.join('|')})\\b\\}?`).exec(text.slice(start.after, end));
  return {
    code: 'curl/unset-variable',
    message: `the command needs ${list}, which nothing in this block sets`,
    help: 'set it in a line above, or write a sample value',
    ...(first ? { offset: start.after + first.index, length: first[0].length } : commandWord(start)),
  };
}

function commandWord(start: CommandStart): { offset: number; length: number } {
  return { offset: start.offset, length: 4 };
}

/** The first argument that a shell reads otherwise than the author. */
function differingWord(author: Word[], shell: Word[]): { offset: number; length: number } | undefined {
  const word = author.find((own, i) => own.text !== shell[i]?.text);
  return word && { offset: word.start, length: Math.max(1, word.end - word.start) };
}

function noUrl(start: CommandStart): CurlProblem {
  return {
    code: 'curl/no-url',
    message: 'the command names no URL',
    help: 'write the URL of the request in double quotes behind "curl"',
    offset: start.offset,
    length: 4,
  };
}

function unexplained(pasted: Partial<DocumentedRequest>, at: { offset: number; length: number }): CurlProblem {
  return {
    code: 'curl/shell-quoting',
    message: `a shell would send another ${Object.keys(pasted).join(', ')} than the command seems to mean`,
    help: 'quote every argument that has blanks or characters special to a shell',
    ...at,
  };
}

function refused(start: CommandStart): CurlProblem {
  return {
    code: 'curl/shell-quoting',
    message: 'a shell refuses this command: its quotes or brackets do not match',
    help: 'put every argument with blanks, quotes or brackets in quotes',
    offset: start.offset,
    length: 4,
  };
}
