// Where HTML comments end.
export class CommentEnds {
  private last: number | undefined;

  constructor(private readonly text: string) {}

  /** A comment that never ends is one line long; that there is no end is found out only once. */
  end(start: number): number {
    this.last ??= this.text.lastIndexOf('-->');
    if (this.last < start) {
      const line = this.text.indexOf('\n', start);
      return line < 0 ? this.text.length : line;
    }
    return this.text.indexOf('-->', start) + 3;
  }
}
