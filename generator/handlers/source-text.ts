// A source file that belongs to somebody else: parsed to be understood, changed by splicing text, its line ends kept.
import { ts } from 'ts-morph';

/** Replaces `[start, end)` of a text. */
export interface Splice {
  start: number;
  end: number;
  text: string;
}

export interface SyntaxProblem {
  line: number;
  column: number;
  message: string;
}

/** Parses TypeScript; comments and positions are those of the text. */
export function parse(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

/** The first syntax error of a text. */
export function syntaxProblem(file: string, text: string): SyntaxProblem | undefined {
  const options = { reportDiagnostics: true, fileName: file, compilerOptions: { module: ts.ModuleKind.ESNext } };
  const [first] = ts.transpileModule(text, options).diagnostics ?? [];
  if (!first) return undefined;
  const { line, character } = parse(file, text).getLineAndCharacterOfPosition(first.start ?? 0);
  return { line: line + 1, column: character + 1, message: ts.flattenDiagnosticMessageText(first.messageText, ' ') };
}

/** The line end that most lines of a text have. */
function lineEnd(text: string): '\n' | '\r\n' {
  const windows = text.split('\r\n').length - 1;
  return windows * 2 > text.split('\n').length - 1 ? '\r\n' : '\n';
}

/** Carries out splices, whose texts come with `\n` and get the text's own line ends. */
export function splice(text: string, splices: readonly Splice[]): string {
  const end = lineEnd(text);
  return [...splices]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((all, s) => all.slice(0, s.start) + s.text.replaceAll('\n', end) + all.slice(s.end), text);
}

/** Line of a position, counted from 1. */
export function lineAt(source: ts.SourceFile, position: number): number {
  return source.getLineAndCharacterOfPosition(position).line + 1;
}
