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

/** An option with what it takes, or behind an option that takes something: what a command goes on with though no backslash tells. */
const OPTION = /^-{1,2}[A-Za-z][\w-]*(?:[\s='"“‘]|$)/;
const WANTS_VALUE = /(?:^|\s)-(?:[XHduFAebT]|-request|-header|-data(?:-\w+)?|-json|-url|-form|-user)$/;
const WANTS_METHOD = /(?:^|\s)(?:-X|--request)$/;
const METHOD = /^[A-Z]{3,12}(?:\s|$)/;
const QUOTED = /^['"“”‘’]/;
const ADDRESS = /(?:^|[\s'"“”‘’=])(?:https?:\/\/|\{[A-Z])/;
const CURLY: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '“': '"', '”': '"' };

/** Index of the first line behind the command of line `from`: it goes on at a backslash, inside quotes, and at a line that is an argument. */
export function commandEnd(from: number, lineAt: (k: number) => string, stops: (k: number) => boolean): number {
  const quotes = new QuoteState();
  let hasAddress = false;
  let k = from;
  for (;;) {
    const line = lineAt(k).trim();
    const here = /<<-?\s*['"]?([A-Za-z_]\w*)/.exec(line)?.[1];
    if (here !== undefined) return hereEnd(k, here, lineAt) ?? k + 1;
    const open = quotes.feed(line) || line === 'curl';
    hasAddress ||= ADDRESS.test(line);
    k++;
    const goesOn = open || line.endsWith('\\') || isArgument(lineAt(k).trim(), line, hasAddress);
    if (stops(k) || !goesOn || startsCommand(lineAt(k))) return k;
  }
}

/** Whether a line is one more argument of the command whose last line is `above`: a copy may have lost the backslashes. */
function isArgument(line: string, above: string, hasAddress: boolean): boolean {
  if (OPTION.test(line)) return true;
  if (WANTS_METHOD.test(above)) return METHOD.test(line);
  if (WANTS_VALUE.test(above)) return QUOTED.test(line);
  return !hasAddress && ADDRESS.test(line) && /^(?:['"“”‘’]|https?:)/.test(line) && !/\s\S/.test(line);
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
      // A quote of a word processor opens an argument, and closes it at its end; anywhere else it is a letter.
      if (CURLY[this.quote] !== undefined) {
        if (CURLY[char] === CURLY[this.quote] && /\s|^$/.test(line[i + 1] ?? '')) this.quote = '';
      } else if (this.quote === '' && CURLY[char] !== undefined && /\s|^$/.test(line[i - 1] ?? '')) this.quote = char;
      else if (this.quote === "'") {
        if (char === "'") this.quote = '';
      } else if (char === '\\') i++;
      else if (this.quote === '"') {
        if (char === '"') this.quote = '';
      } else if (char === '"' || char === "'") this.quote = char;
    }
    return this.quote !== '';
  }
}
