// What the client target has to say about a contract.
import type { Api } from '../../spec/contract/api.js';
import type { Diagnostic } from '../../spec/diagnostic.js';

/** Parameters that the functions of the client do not take. */
export function clientDiagnostics(api: Api): Diagnostic[] {
  return api.operations.flatMap((operation) => {
    const { file, line } = operation.docs.source ?? { file: 'openapi.yaml', line: 1 };
    const unknown = operation.parameters.filter(({ in: where }) => !KNOWN.has(where));
    return unknown.map(
      (p): Diagnostic => ({
        file,
        line,
        column: 1,
        code: 'generate/parameter-unsupported',
        severity: 'warning',
        message: `${operation.id}: the client can't send the parameter ${p.name}, which is in: ${p.in}`,
        help: 'describe the parts of the query as parameters of their own (in: query)',
      }),
    );
  });
}

const KNOWN: ReadonlySet<string> = new Set(['path', 'query', 'header', 'cookie']);
