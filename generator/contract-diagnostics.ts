// What no target can make code of as it stands: references into other files, ids given twice, parameters that are not supported.
import type { Api, ApiOperation, ApiParameter } from '../spec/contract/api.js';
import { BUNDLE } from '../spec/contract/faults.js';
import type { Diagnostic } from '../spec/diagnostic.js';
import { pointerPart } from '../spec/json-pointer.js';

const NOWHERE = { file: 'openapi.yaml', line: 1, column: 1 };

/** Errors first: with one of them nothing should be written. */
export function contractDiagnostics(api: Api): Diagnostic[] {
  const external = externalReferences(api.document);
  const [first] = external;
  const more = external.length > 1 ? `, and ${external.length - 1} more like it` : '';
  const found = api.operations.flatMap((operation) =>
    operation.parameters.flatMap((p) => unsupported(operation.id, p)),
  );
  found.push(...repeatedIds(api));
  if (first === undefined) return found;
  const error: Diagnostic = {
    ...NOWHERE,
    code: 'generate/external-reference',
    severity: 'error',
    message: `${first.at}: $ref to ${JSON.stringify(first.to)}, outside of this file${more}`,
    help: BUNDLE,
  };
  return [error, ...found];
}

/** OpenAPI 3.2, 4.10: ids are unique, case-sensitive; names of files and types are so without it. */
function repeatedIds(api: Api): Diagnostic[] {
  const byId = new Map<string, ApiOperation>();
  return api.operations.flatMap((operation): Diagnostic[] => {
    const first = byId.get(operation.id);
    if (!first) byId.set(operation.id, operation);
    if (!first || operation.docs.aliasOf !== undefined) return [];
    return [
      {
        ...NOWHERE,
        code: 'generate/operation-id-repeated',
        severity: 'warning',
        message: `${operation.method} ${operation.path} has the operationId ${operation.id} of ${first.method} ${first.path}, and is named by its method and path`,
        help: 'give each operation an id of its own: what is written for one would be the other’s when the order changes',
      },
    ];
  });
}

function unsupported(id: string, parameter: ApiParameter): Diagnostic[] {
  const { name, style } = parameter;
  // OpenAPI 3.2 has places that the model has not.
  const place: string = parameter.in;
  if (place === 'path' && ['matrix', 'label'].includes(style ?? ''))
    return [
      {
        ...NOWHERE,
        code: 'generate/style-unsupported',
        severity: 'warning',
        message: `${id}: the path parameter ${name} has the style ${style}, and is read and written as simple`,
        help: 'values keep the mark that the style puts before them: `;name=value` or `.value`',
      },
    ];
  if (['path', 'query', 'header', 'cookie'].includes(place)) return [];
  return [
    {
      ...NOWHERE,
      code: 'generate/parameter-unsupported',
      severity: 'warning',
      message: `${id}: the parameter ${name} is in: ${place}, which is not supported, so it is left out`,
      help: 'document the members of a querystring as query parameters of their own',
    },
  ];
}

/** References that don't begin with `#`, with the JSON pointers of where they stand; samples and extensions may say anything. */
function externalReferences(value: unknown, at = '#'): { at: string; to: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === '$ref' && typeof inner === 'string') return inner.startsWith('#') ? [] : [{ at, to: inner }];
    if (/^(?:x-|examples?$|default$|const$|enum$)/.test(key) && !at.endsWith('/properties')) return [];
    return externalReferences(inner, `${at}/${pointerPart(key)}`);
  });
}
