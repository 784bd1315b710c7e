// The server target: types and a handler interface per operation, route table, schemas, errors, and the runtime.
import type { Api } from '../../spec/contract/api.js';
import type { Diagnostic } from '../../spec/diagnostic.js';
import type { GeneratedFile, Render, Target } from '../target.js';
import { dataFiles } from './data-files.js';
import { type SchemaFaults, serverDiagnostics } from './diagnostics.js';
import { HEADER } from './header.js';
import { routeTable } from './route-table.js';
import { RUNTIME_FILES } from './runtime-files.js';
import { typeFiles } from './type-files.js';

export const serverTarget: Target = {
  name: 'server',
  async generate(api: Api, render: Render) {
    const faults: SchemaFaults = { patterns: [], references: [] };
    const table = routeTable(api, {
      pattern: (pattern, reason) => faults.patterns.push({ pattern, reason }),
      reference: (to, at, operation) => faults.references.push({ to, at, operation }),
    });
    const { files: types, operations } = typeFiles(api, table, render);
    const files: GeneratedFile[] = [...types, ...dataFiles(api, table, operations, render), ...runtimeFiles(render)];
    const diagnostics: Diagnostic[] = serverDiagnostics(table, faults);
    return { files: files.map(({ path, text }) => ({ path: `server/${path}`, text })), diagnostics };
  },
};

function runtimeFiles(render: Render): GeneratedFile[] {
  return RUNTIME_FILES.map((file) => ({
    path: `runtime/${file}`,
    text: `${HEADER}\n${render(`server/runtime/${file}`, {})}`,
  }));
}
