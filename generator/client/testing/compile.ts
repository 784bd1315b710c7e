// Compiles generated files as a strict consumer would, in memory.
import { dirname, join } from 'node:path';
import ts from 'typescript';
import type { GeneratedFile } from '../../target.js';

const ROOT = join(import.meta.dirname, '../../..');

const STRICT: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2022.d.ts'],
  types: ['node'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noPropertyAccessFromIndexSignature: true,
  noFallthroughCasesInSwitch: true,
  erasableSyntaxOnly: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  skipLibCheck: true,
};

/** What the compiler says, a line each: empty for files that compile. */
export function compilerErrors(files: readonly GeneratedFile[], changes: ts.CompilerOptions = {}): string[] {
  const folder = join(ROOT, 'generated-in-memory');
  const texts = new Map(files.map((file) => [join(folder, file.path), file.text]));
  const folders = new Set([folder, ...[...texts.keys()].map((path) => dirname(path))]);
  const options = { ...STRICT, ...changes, noEmit: true };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile, directoryExists } = host;
  host.getCurrentDirectory = () => ROOT;
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.directoryExists = (path) => folders.has(path) || (directoryExists?.(path) ?? true);
  host.getSourceFile = (path, version, ...rest) => {
    const text = texts.get(path);
    return text === undefined ? getSourceFile(path, version, ...rest) : ts.createSourceFile(path, text, version);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map((d) => {
    const at = d.file && d.start !== undefined ? d.file.getLineAndCharacterOfPosition(d.start) : undefined;
    const where = d.file && at ? `${d.file.fileName.slice(folder.length + 1)}:${at.line + 1}: ` : '';
    return where + ts.flattenDiagnosticMessageText(d.messageText, '\n');
  });
}

/** JavaScript of a generated file. */
export function javascript(text: string): string {
  return ts.transpileModule(text, {
    compilerOptions: { target: STRICT.target ?? null, module: ts.ModuleKind.ES2022 } as ts.CompilerOptions,
  }).outputText;
}

/** How often a file says `any`. */
export function anyTypes(text: string): number {
  const count = (node: ts.Node): number =>
    (node.kind === ts.SyntaxKind.AnyKeyword ? 1 : 0) +
    node.getChildren(file).reduce((sum, child) => sum + count(child), 0);
  const file = ts.createSourceFile('file.ts', text, ts.ScriptTarget.ES2022, true);
  return count(file);
}
