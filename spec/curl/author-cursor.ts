// A place in the text of a command that moves on as its author's arguments are read, and the slips found on the way.
import type { CurlProblem } from './problem.js';
import { straighten } from './typographic.js';

export class AuthorCursor {
  protected readonly source: string;
  protected readonly problems: CurlProblem[] = [];
  protected i: number;

  constructor(
    protected readonly original: string,
    protected readonly start: number,
    protected readonly limit: number,
  ) {
    this.source = straighten(original, start, limit);
    this.i = start;
  }

  protected continuation(from: number, to: number): void {
    const mark = this.source[from];
    if (mark === '\\' && /^\\\r?\n$/.test(this.source.slice(from, to))) return;
    if (mark === '\\')
      this.report('curl/shell-quoting', from, 1, 'a blank behind the backslash ends the command at this line', {
        help: 'remove the blanks at the end of the line',
        fixes: [{ offset: from, length: to - from, text: '\\\n' }],
      });
    else
      this.report(
        'curl/missing-continuation',
        from,
        1,
        `"${mark}" continues a line in ${mark === '^' ? 'a Windows prompt' : 'PowerShell'} only`,
        {
          help: 'write a backslash at the end of the line',
        },
      );
  }

  protected report(
    code: CurlProblem['code'],
    offset: number,
    length: number,
    message: string,
    more: Pick<CurlProblem, 'help' | 'fixes'> = {},
  ): void {
    this.problems.push({ code, message, offset, length: Math.max(1, length), ...more });
  }
}
