// A curl command that stands in no code block: which line starts it, and how far it goes.
const COMMAND = /^\s*(?:[$%#>]\s+)?curl(?:\.exe)?(?:\s|$)/;
/** In markdown a sentence may start with the word, so an argument has to follow. */
const CALL = /^\s*(?:[$%#>]\s+)?curl(?:\.exe)?\s+(?:-{1,2}[A-Za-z]|["'“]?(?:https?:\/\/|\{[A-Z])|\\$)/;

export function startsCommand(line: string): boolean {
  return COMMAND.test(line);
}

export function startsCall(line: string): boolean {
  return CALL.test(line);
}

/** Index of the first line behind the command of line `from`: it goes on at a backslash and inside quotes. */
export function commandEnd(from: number, lineAt: (k: number) => string, stops: (k: number) => boolean): number {
  const quotes = new QuoteState();
  let k = from;
  for (;;) {
    const line = lineAt(k).trim();
    const here = /<<-?\s*['"]?([A-Za-z_]\w*)/.exec(line)?.[1];
    if (here !== undefined) return hereEnd(k, here, lineAt) ?? k + 1;
    const open = quotes.feed(line) || line === 'curl';
    k++;
    if (stops(k) || !(open || line.endsWith('\\')) || startsCommand(lineAt(k))) return k;
  }
}

/** Index of the line behind a here-document; undefined where nothing ends it. */
function hereEnd(from: number, word: string, lineAt: (k: number) => string): number | undefined {
  for (let k = from + 1; k < from + 200; k++) if (lineAt(k).trim() === word) return k + 1;
  return undefined;
}

/** Whether quotes are open at the end of what was fed, as a shell counts them. */
class QuoteState {
  private quote = '';

  feed(line: string): boolean {
    for (let i = 0; i < line.length; i++) {
      const char = line[i] as string;
      if (this.quote === "'") {
        if (char === "'") this.quote = '';
      } else if (char === '\\') i++;
      else if (this.quote === '"') {
        if (char === '"') this.quote = '';
      } else if (char === '"' || char === "'") this.quote = char;
    }
    return this.quote !== '';
  }
}
