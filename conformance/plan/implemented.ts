// Which operations of a spec a server offers that was built for another spec: the embedded server for a vendor's, say.
import type { Api } from '../../spec/contract/api.js';
import { parseTemplate, signature } from '../url/key-path.js';

/** operationIds of `spec` that have no counterpart in `served`: the same method on the same path, however keys are written. */
export function unimplemented(spec: Api, served: Api): string[] {
  const offered = new Set(served.operations.map(place));
  return spec.operations.filter((operation) => !offered.has(place(operation))).map((operation) => operation.id);
}

function place({ method, path }: { method: string; path: string }): string {
  return `${method} ${signature(parseTemplate(path))}`;
}
