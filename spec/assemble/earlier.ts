// operationIds of an earlier contract, so that a page added later renames nobody's operation.
import type { Api } from '../contract/api.js';
import { loadApi } from '../contract/load.js';
import { type EarlierIds, earlierKey } from './operation-ids.js';

/** Empty where the text is no contract: a spec that cannot be read binds nobody. */
export function earlierIds(text: string, file: string): EarlierIds {
  const { api } = loadApi(text, file);
  return api ? idsOf(api) : new Map();
}

/** The same of a contract that has been loaded. */
export function idsOf(api: Api): EarlierIds {
  const out = new Map<string, string>();
  for (const { id, method, path, docs } of api.operations)
    if (docs.aliasOf === undefined) for (const page of docs.pages) out.set(earlierKey(method, path, page), id);
  return out;
}
