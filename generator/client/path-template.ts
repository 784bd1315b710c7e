// Splits a path of the contract into literal text and variables, and says how each variable is written into a URL.
import type { Api, ApiOperation } from '../../spec/contract/api.js';

export type PathPiece =
  | { text: string }
  /** `segment`: percent-encoded; `key`: in quotes as OData writes them; `nullableKey`: or the bare word `null`. */
  | { variable: string; as: 'segment' | 'key' | 'nullableKey' };

/** `/{CellName}/__ctl/Relation(Name='{RelationName}',_Box.Name='{BoxName}')` in pieces; quotes belong to a key's piece. */
export function pathPieces(api: Api, operation: ApiOperation): PathPiece[] {
  const pieces: PathPiece[] = [];
  let from = 0;
  for (const match of operation.path.matchAll(/\{([^{}]*)\}/g)) {
    const name = match[1] ?? '';
    const end = match.index + match[0].length;
    const isQuoted =
      api.docs.keySyntax === 'odata' && operation.path[match.index - 1] === "'" && operation.path[end] === "'";
    pieces.push({ text: operation.path.slice(from, isQuoted ? match.index - 1 : match.index) });
    pieces.push({ variable: name, as: isQuoted ? quotedKind(api, operation, name, match.index) : 'segment' });
    from = isQuoted ? end + 1 : end;
  }
  pieces.push({ text: operation.path.slice(from) });
  return pieces.filter((piece) => !('text' in piece) || piece.text !== '');
}

/** A key may be null where its schema says so, and where it names what the entity belongs to (`_Box.Name=`). */
function quotedKind(api: Api, operation: ApiOperation, name: string, at: number): 'key' | 'nullableKey' {
  const parameter = operation.parameters.find((p) => p.in === 'path' && p.name === name);
  const type = parameter ? api.resolve(parameter.schema).type : undefined;
  const isOfAnother = /[(,][^(),=']*\.[^(),=']*='$/.test(operation.path.slice(0, at));
  return isOfAnother || (Array.isArray(type) && type.includes('null')) ? 'nullableKey' : 'key';
}
