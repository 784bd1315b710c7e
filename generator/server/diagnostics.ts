// What the server target has to say about a contract.
import { METHODS } from 'node:http';
import type { ApiOperation } from '../../spec/contract/api.js';
import type { Diagnostic } from '../../spec/diagnostic.js';
import { readPathTemplate, type TemplateSegment } from '../../templates/server/runtime/path-template.js';
import type { RouteTable } from './route-table.js';

/** Methods that node's servers, or the web's Request, refuse. */
const UNSUPPORTED = new Set(['CONNECT', 'TRACE', 'TRACK']);

/** What schemas have that no server can check by. */
export interface SchemaFaults {
  patterns: { pattern: string; reason: string }[];
  references: { to: string; at: string; operation: ApiOperation | undefined }[];
}

/** Methods no server can receive, URLs that hide each other, schemas that can't be checked. */
export function serverDiagnostics(table: RouteTable, faults: SchemaFaults): Diagnostic[] {
  const found: Diagnostic[] = [];
  const shapes = new Map<string, ApiOperation>();
  for (const { operation } of table.operations) {
    if (!METHODS.includes(operation.method) || UNSUPPORTED.has(operation.method)) found.push(unsupported(operation));
    const shape = `${operation.method} ${readPathTemplate(operation.path).map(shapeOf).join('/')}`;
    const first = shapes.get(shape);
    if (first) found.push(hidden(operation, first));
    else shapes.set(shape, operation);
  }
  for (const { to, at, operation } of faults.references)
    found.push({
      ...(operation ? place(operation) : nowhere()),
      code: 'generate/unresolved-reference',
      severity: 'error',
      message: `${operation ? `${operation.id}, ${at}` : at}: $ref to ${JSON.stringify(to)} leads nowhere`,
      help: 'write a JSON pointer from the top of the document: #/components/schemas/NAME',
    });
  for (const { pattern, reason } of faults.patterns)
    found.push({
      ...nowhere(),
      code: 'generate/pattern-unusable',
      severity: 'warning',
      message: `the pattern ${JSON.stringify(pattern)} is no regular expression, so the server does not check it: ${reason}`,
      help: 'JSON Schema wants regular expressions as JavaScript (ECMA-262) has them',
    });
  return found;
}

function unsupported(operation: ApiOperation): Diagnostic {
  return {
    ...place(operation),
    code: 'generate/method-unsupported',
    severity: 'warning',
    message: `${operation.id}: Node's HTTP server can't receive the method ${operation.method}`,
    help: 'the handler and its route are generated; they work through a method override, or on a server that knows the method',
  };
}

function hidden(operation: ApiOperation, first: ApiOperation): Diagnostic {
  return {
    ...place(operation),
    code: 'generate/route-conflict',
    severity: 'warning',
    message: `${operation.id}: ${operation.method} ${operation.path} can't be told from ${first.path} of ${first.id}, which gets all its requests`,
    help: 'document one of the two under another URL, or make it an alias form of the other',
  };
}

function shapeOf(segment: TemplateSegment): string {
  if (segment.kind === 'literal') return segment.text;
  if (segment.kind === 'keys') return `${segment.set}()`;
  return segment.kind === 'mixed' ? segment.literals.join('{}') : '{}';
}

function place(operation: ApiOperation): { file: string; line: number; column: number } {
  const { source } = operation.docs;
  return source ? { file: source.file, line: source.line, column: 1 } : nowhere();
}

function nowhere(): { file: string; line: number; column: number } {
  return { file: 'openapi.yaml', line: 1, column: 1 };
}
