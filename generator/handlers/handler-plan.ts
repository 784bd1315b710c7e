// Which handler functions there should be, in which files: one file per tag, or per entity set where there are no tags.
import type { Api, ApiOperation } from '../../spec/contract/api.js';
import { entitySets } from '../../templates/server/runtime/entity-sets.js';
import { readPathTemplate } from '../../templates/server/runtime/path-template.js';
import { routeTable } from '../server/route-table.js';
import { operationComment, typeFiles } from '../server/type-files.js';
import { docComment } from '../typescript/literal.js';
import { camelCase, kebabCase, Names } from '../typescript/names.js';

export interface WantedHandler {
  /** operationId as the Handlers interface names it. */
  id: string;
  /** File that a new function goes to, relative to the handlers' folder. */
  file: string;
  input: string;
  reply: string;
  /** Documentation comment, with the tag by which the function is found again. */
  comment: string;
  signature: string;
}

/** Every handler of an API, in the order of the contract. */
export function planHandlers(api: Api): WantedHandler[] {
  const { operations } = typeFiles(api, routeTable(api), () => '');
  const sets = new Set(entitySets(api.operations.map((operation) => operation.path)).keys());
  const files = new Names(['index']);
  const fileOf = new Map<string, string>();
  return operations.map((named) => {
    const group = groupOf(named.operation, sets);
    const file = fileOf.get(group) ?? `${files.take(kebabCase(group))}.ts`;
    fileOf.set(group, file);
    const { id } = named.route;
    const lines = [...operationComment(named), '', `@operation ${id}`];
    const { input, reply } = named;
    return { id, file, input, reply, comment: docComment(lines).trimEnd(), signature: signature(id, input, reply) };
  });
}

/** Name for a handler file's import: `externalCell` of `external-cell.ts`. */
export function moduleName(file: string): string {
  return camelCase(file.replace(/\.ts$/, ''), 'Handlers');
}

/** The head of a handler function, in biome's layout. */
function signature(name: string, input: string, reply: string): string {
  const line = `export async function ${name}(input: ${input}, call: Call): Promise<${reply}> {`;
  return line.length <= 120
    ? line
    : `export async function ${name}(\n  input: ${input},\n  call: Call,\n): Promise<${reply}> {`;
}

/** Its tag, else the entity set it is about, else the first word of its path. */
function groupOf(operation: ApiOperation, sets: ReadonlySet<string>): string {
  const [tag] = operation.tags;
  if (tag !== undefined) return tag;
  const words = readPathTemplate(operation.path).flatMap((segment) => {
    if (segment.kind === 'keys') return [segment.set];
    return segment.kind === 'literal' && /\p{L}/u.test(segment.text) ? [segment.text] : [];
  });
  return words.find((word) => sets.has(word)) ?? words[0] ?? 'root';
}
