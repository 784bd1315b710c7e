// How the embedded database carries a list out: by an index that has the order, without sorting what is not shown.
import { CompiledQuery, type RawBuilder } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ENTITY_TYPES } from '../model/entity-types.js';
import { readListOptions } from '../odata/query-options.js';
import { openStore, type Store } from '../storage/store.js';
import { listStatements } from './lists.js';

let store: Store;
beforeAll(async () => {
  store = await openStore({});
});
afterAll(() => store.close());

async function planOf(statement: RawBuilder<unknown>): Promise<string> {
  const { sql, parameters } = statement.compile(store.db);
  const explained = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
  const { rows } = await store.db.executeQuery<{ detail: string }>(explained);
  return rows.map((row) => row.detail).join('; ');
}

const statementsOf = (query: string) =>
  listStatements(1, ENTITY_TYPES.Role, readListOptions(ENTITY_TYPES.Role, new URLSearchParams(query), 'embedded'));

it.each([
  ['', /^SEARCH t USING INDEX role_order/],
  ['$skip=100&$top=1000', /^SEARCH t USING INDEX role_order/],
  ['$orderby=__updated desc', /^SEARCH t USING INDEX role_updated/],
  ['$orderby=__published', /^SEARCH t USING INDEX role_published/],
  ["$filter=not (Name eq 'a')", /^SEARCH t USING INDEX role_order/],
])('sorts nothing for %s', async (query, first) => {
  const plan = await planOf(statementsOf(query).list);
  expect(plan).toMatch(first);
  expect(plan).not.toMatch(/TEMP B-TREE|SCAN/);
});

it.each([
  ["$filter=Name eq 'a'", /^SEARCH t USING INDEX role_key \(cell_id=\? AND name=\?\)/],
  ["$filter=Name eq 'a' or Name eq 'b'", /^SEARCH t USING INDEX role_key \(cell_id=\? AND name=\?\)/],
  ["$filter='a' eq Name and __updated gt 1", /^SEARCH t USING INDEX role_key \(cell_id=\? AND name=\?\)/],
  ["$filter=Name gt 'a'&$orderby=Name", /^SEARCH t USING INDEX role_key \(cell_id=\? AND name>\?\)/],
])('finds by the index of the key: %s', async (query, first) => {
  expect(await planOf(statementsOf(query).list)).toMatch(first);
});

it.each(['', "$filter=Name eq 'a'"])('counts in an index alone: %s', async (query) => {
  expect(await planOf(statementsOf(query).count)).toMatch(/^SEARCH t USING COVERING INDEX/);
});
