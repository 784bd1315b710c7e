// A fence with curl commands → what each means and what a shell would send instead. Nothing is ever run.
import type { DocumentedRequest } from '../contract/docproof.js';
import { readAuthorWords } from './author-words.js';
import { type CommandStart, findCommands, variablesBefore } from './commands.js';
import { clip } from './mend.js';
import type { CurlProblem } from './problem.js';
import { type Role, readRequest, type Take } from './request.js';
import { readShellWords } from './shell-words.js';
import { undoStrayEscapes } from './stray-escapes.js';
import type { Word } from './word.js';

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
}

/**
 * Reads every curl command in the text of a fence (or of a block of flattened text), twice: as a POSIX shell without any
 * variables set, and as the author meant it.
 */
export function readCurlFence(text: string): CurlReading[] {
  if (!text.includes('curl')) return [];
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

function readCommand(text: string, start: CommandStart, limit: number): CurlReading {
  const variables = variablesBefore(text, start.offset);
  const author = readAuthorWords(text, start.after, limit, variables);
  const problems = [...author.problems];
  const strays: CurlProblem[] = [];
  const meant = readRequest(author.words, taking(strays), author.input);
  problems.push(...strays, ...meant.unsupported.map(unsupported));
  if (author.wanted.size > 0) problems.push(unset([...author.wanted], start));
  if (!meant.request) problems.push(noUrl(start));
  const shell = readShellWords(text.slice(0, limit).replace(/(?:&&|\|\||[;|])[ \t]*$/, ''), start.offset, variables);
  const pasted =
    typeof shell === 'string' || !meant.request
      ? undefined
      : difference(meant.request, readRequest(shell.words, asIs, author.input).request);
  if (pasted && problems.every((p) => p.code === 'curl/unsupported-option')) problems.push(unexplained(pasted, start));
  if (shell === 'syntax' && problems.length === 0) problems.push(refused(start));
  const end = Math.max(author.end, start.after);
  return {
    offset: start.offset,
    length: end - start.offset,
    ...(meant.request ? { meant: meant.request } : {}),
    ...(pasted ? { pasted } : {}),
    problems: problems.sort((a, b) => a.offset - b.offset),
  };
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

function unsupported(u: { offset: number; length: number; option: string; why: string }): CurlProblem {
  return { code: 'curl/unsupported-option', message: `${u.option}: ${u.why}`, offset: u.offset, length: u.length };
}

function unset(names: string[], start: CommandStart): CurlProblem {
  const list = names.map((name) => `$${name}`).join(', ');
  return {
    code: 'curl/unset-variable',
    message: `the command needs ${list}, which nothing in this block sets`,
    help: 'set it in a line above, or write a sample value',
    offset: start.offset,
    length: 4,
  };
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

function unexplained(pasted: Partial<DocumentedRequest>, start: CommandStart): CurlProblem {
  return {
    code: 'curl/shell-quoting',
    message: `a shell would send another ${Object.keys(pasted).join(', ')} than the command seems to mean`,
    help: 'quote every argument that has characters special to a shell',
    offset: start.offset,
    length: 4,
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
