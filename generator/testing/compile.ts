// Compiles generated files in memory as a strict consumer would, and looks for `any`.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'rolldown/utils';
import ts from 'typescript';
import type { GeneratedFile } from '../target.js';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const FOLDER = join(ROOT, 'generated-in-memory');

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ['node'],
  typeRoots: [join(ROOT, 'node_modules/@types')],
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
  noEmit: true,
};

/** Files of the compiler and of packages, read once: they are most of what a compilation reads. */
const installed = new Map<string, ts.SourceFile | undefined>();

/** Errors as `path:line: message`; `changes` are to the options of the compiler, such as other libraries. */
export function compileErrors(files: readonly GeneratedFile[], changes: ts.CompilerOptions = {}): string[] {
  const options = { ...OPTIONS, ...changes };
  const texts = new Map(
    files.filter(({ path }) => path.endsWith('.ts')).map(({ path, text }) => [join(FOLDER, path), text]),
  );
  const folders = new Set([FOLDER, ...[...texts.keys()].map((path) => dirname(path))]);
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile, directoryExists } = host;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.directoryExists = (path) => folders.has(path) || (directoryExists?.(path) ?? true);
  host.getSourceFile = (path, version, ...rest) => {
    const text = texts.get(path);
    if (text !== undefined) return ts.createSourceFile(path, text, version, true);
    if (!installed.has(path)) installed.set(path, getSourceFile(path, version, ...rest));
    return installed.get(path);
  };
  host.getCurrentDirectory = () => ROOT;
  const program = ts.createProgram([...texts.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map((d) => {
    const at = d.file?.getLineAndCharacterOfPosition(d.start ?? 0);
    const message = ts.flattenDiagnosticMessageText(d.messageText, ' ');
    return `${d.file?.fileName.slice(FOLDER.length + 1) ?? ''}:${(at?.line ?? 0) + 1}: ${message}`;
  });
}

/** The files that say `any`. */
export function filesWithAny(files: readonly GeneratedFile[]): string[] {
  return files
    .filter(({ path, text }) => path.endsWith('.ts') && hasAny(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022)))
    .map(({ path }) => path);
}

function hasAny(node: ts.Node): boolean {
  return node.kind === ts.SyntaxKind.AnyKeyword || (ts.forEachChild(node, hasAny) ?? false);
}

/** JavaScript of a generated file. */
export function javascript(text: string): string {
  const { code, errors } = transformSync('file.ts', text);
  if (errors.length > 0) throw errors[0];
  return code;
}
