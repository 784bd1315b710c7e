// operationIds of an earlier contract, so that a page added later renames nobody's operation.
import { loadApi } from '../contract/load.js';
import { type EarlierIds, earlierKey } from './operation-ids.js';

/** Empty where the text is no contract: a spec that cannot be read binds nobody. */
export function earlierIds(text: string, file: string): EarlierIds {
  const out = new Map<string, string>();
  const { api } = loadApi(text, file);
  for (const { id, method, path, docs } of api?.operations ?? [])
    if (docs.aliasOf === undefined) for (const page of docs.pages) out.set(earlierKey(method, path, page), id);
  return out;
}
