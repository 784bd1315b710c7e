// The handler files of a project as they should be: new ones made, existing ones extended, nobody's work lost.
import type { Api } from '../../spec/contract/api.js';
import type { Diagnostic } from '../../spec/diagnostic.js';
import type { Change } from '../output-plan.js';
import { naturally } from '../server/type-files.js';
import type { Render } from '../target.js';
import { fileImport, type HandlerPlace, indexEntry, updateIndex } from './handler-index.js';
import { planHandlers, type WantedHandler } from './handler-plan.js';
import { type FoundHandler, findHandlers, updateHandlerFile } from './handler-update.js';
import { importText } from './imports.js';
import { parse, syntaxProblem } from './source-text.js';

export interface HandlerFiles {
  changes: Change[];
  /** Operations that the contract no longer has, files that can't be read: reported, left as they are. */
  diagnostics: Diagnostic[];
}

const HEADER = '// Yours to write: docproof adds new operations and follows their types, but never changes a body.';
const INDEX_HEADER = '// Yours to change: docproof adds new operations here.';

/**
 * Plans the handler files.
 *
 * @param existing texts of the `.ts` files in the handlers' folder, by name
 * @param from module specifier of the generated server, seen from a handler file
 */
export function planHandlerFiles(
  api: Api,
  existing: ReadonlyMap<string, string>,
  from: string,
  render: Render,
): HandlerFiles {
  const wanted = planHandlers(api);
  const diagnostics: Diagnostic[] = [];
  const files = readFiles(existing, new Set(wanted.map((handler) => handler.id)), diagnostics);
  const found = new Map(
    files.flatMap((file) => file.handlers.map((handler) => [handler.id, { ...handler, file: file.name }])),
  );
  const known = new Map(wanted.map((handler) => [handler.id, handler]));
  for (const handler of found.values()) if (!known.has(handler.id)) diagnostics.push(removed(handler, handler.file));
  const broken = [...existing].filter(([name]) => !files.some((file) => file.name === name));
  const added = wanted.filter((handler) => !found.has(handler.id) && !mayStandIn(broken, handler));
  const text = (handler: WantedHandler): string => render('server/handler', handler);
  const changes = files.flatMap((file) => {
    const mine = file.handlers.flatMap((handler) => {
      const want = known.get(handler.id);
      return want ? [{ found: handler, wanted: want }] : [];
    });
    const here = file.name === 'index.ts' ? [] : added.filter((handler) => handler.file === file.name);
    return change(file.name, file.source.text, updateHandlerFile(file.source, mine, here, from, text));
  });
  const fresh = [...new Set(added.map((handler) => handler.file))].filter((file) => !existing.has(file));
  for (const file of fresh)
    changes.push({
      path: file,
      after: newFile(
        added.filter((h) => h.file === file),
        from,
        render,
      ),
    });
  const places = wanted.flatMap((handler): HandlerPlace[] => {
    const at = found.get(handler.id);
    if (at?.file === 'index.ts' || mayStandIn(broken, handler)) return at && at.file !== 'index.ts' ? [at] : [];
    return [at ?? { id: handler.id, file: handler.file, name: handler.id }];
  });
  const index = indexChange(existing, changes, places, new Set(added.map((h) => h.id)), from, render);
  return { changes: [...changes.filter((c) => c.path !== 'index.ts'), ...index], diagnostics };
}

interface ReadFile {
  name: string;
  source: ReturnType<typeof parse>;
  handlers: FoundHandler[];
}

function readFiles(
  existing: ReadonlyMap<string, string>,
  ids: ReadonlySet<string>,
  diagnostics: Diagnostic[],
): ReadFile[] {
  return [...existing].flatMap(([name, text]): ReadFile[] => {
    const problem = syntaxProblem(name, text);
    if (problem) {
      diagnostics.push({
        ...{
          code: 'generate/handler-syntax',
          severity: 'warning',
          file: name,
          line: problem.line,
          column: problem.column,
        },
        message: `${problem.message} The file was left as it is.`,
        help: 'mend it, then run `docproof generate` again',
      });
      return [];
    }
    const source = parse(name, text);
    return [{ name, source, handlers: findHandlers(source, ids) }];
  });
}

/** A file that can't be read may hold the handler: then none is made elsewhere. */
function mayStandIn(broken: readonly (readonly [name: string, text: string])[], handler: WantedHandler): boolean {
  return broken.some(([name, text]) => name === handler.file || new RegExp(`\\b${handler.id}\\b`).test(text));
}

function removed(handler: FoundHandler, file: string): Diagnostic {
  return {
    ...{ code: 'generate/handler-obsolete', severity: 'warning', file, line: handler.line, column: 1 },
    message: `${handler.name} handles the operation ${handler.id}, which the spec no longer has`,
    help: 'delete it, or move what it does to another operation; docproof leaves it',
  };
}

function change(path: string, before: string, after: string): Change[] {
  return before === after ? [] : [{ path, before, after }];
}

function newFile(handlers: readonly WantedHandler[], from: string, render: Render): string {
  const names = handlers.flatMap(({ input, reply }) => [input, reply]);
  const imports = importText(['Call', 'unwritten', ...names], from);
  return render('server/handler-file', { header: HEADER, imports, functions: handlers });
}

function indexChange(
  existing: ReadonlyMap<string, string>,
  changes: readonly Change[],
  places: readonly HandlerPlace[],
  fresh: ReadonlySet<string>,
  from: string,
  render: Render,
): Change[] {
  const before = existing.get('index.ts');
  if (before === undefined) {
    const imports = [
      importText(['Handlers'], from),
      ...[...new Set(places.map((p) => p.file))].sort(naturally).map(fileImport),
    ];
    const entries = places.map((place) => `  ${indexEntry(place)}\n`).join('');
    const view = { header: INDEX_HEADER, imports, object: entries === '' ? '{}' : `{\n${entries}}` };
    return [{ path: 'index.ts', after: render('server/handler-index', view) }];
  }
  const edited = changes.find((one) => one.path === 'index.ts')?.after ?? before;
  if (syntaxProblem('index.ts', edited)) return [];
  return change('index.ts', before, updateIndex(parse('index.ts', edited), places, fresh, from) ?? edited);
}
