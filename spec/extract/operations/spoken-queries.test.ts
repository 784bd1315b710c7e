// Query options that only sentences, addresses and commands name.
import { expect, it } from 'vitest';
import { readProfile } from '../../../cli/documents.js';
import { packageRoot } from '../../package-root.js';
import { queriesOfCommand, queriesOfItem, spokenQueries } from './spoken-queries.js';

const profile = readProfile('rest-table', packageRoot());
const named = (text: string): string[] =>
  spokenQueries(text, profile).map(({ name, value }) => (value === undefined ? name : `${name}=${value}`));

it.each<[string, string[]]>([
  ['Boats that were sold are only listed with `?include=sold`.', ['include=sold']],
  ['`GET /boats?from=1990&to=1999` lists the boats of the nineties.', ['from=1990', 'to=1999']],
  ['Ask for `?berth={berth}`.', ['berth']],
  ['Filters: `state`, `kind` and `berth`. Others are passed over.', ['state', 'kind', 'berth']],
  ['Query parameters: `state` asks for one state, `kind` for one of the `kinds`.', ['state', 'kind']],
  ['Filters: `state`. `sold_since=2026-01-01` asks for those sold since.', ['state', 'sold_since=2026-01-01']],
  [
    'Filters: `berth` (exact), `sold` (`true`/`false`), `q` (part of name or note, any case). All together.',
    ['berth', 'sold', 'q'],
  ],
  ['Abfrageparameter: `state` und `kind`.', ['state', 'kind']],
])('%s', (text, expected) => {
  expect(named(text)).toEqual(expected);
});

it.each([
  'Is it `open?` or not.',
  'Changes only what you pass. Pass `null` to clear the berth and get it only with one.',
  'Boats: `red`, `blue`.',
  'Send `?token=secret`.',
  'Set `state=sold` in the body.',
  'The answer has `state` and `kind`.',
  'The text `what? a=b`.',
])('%s names none', (text) => {
  expect(named(text)).toEqual([]);
});

it('is said by the clause that it begins', () => {
  const [, second] = spokenQueries('Filters: `state` takes one state, `kind` takes one kind.', profile);
  expect(second?.sentence).toBe('kind takes one kind.');
  const [, q] = spokenQueries('Filters: `berth` (exact), `q` (part of name or note, any case).', profile);
  expect(q?.sentence).toBe('q (part of name or note, any case).');
});

it('is shown by a command', () => {
  expect(queriesOfCommand("curl 'https://boats.example/boats?state=sold&q=a%20b'")).toMatchObject([
    { name: 'state', value: 'sold' },
    { name: 'q', value: 'a b' },
  ]);
});

it.each<[string, string[]]>([
  ['`soldAfter`, `soldBefore`: only boats sold after or before this time', ['soldAfter', 'soldBefore']],
  ['`from` / `to` – days', ['from', 'to']],
  ['`state`: one state', []],
  ['`a b`, `c`: nothing', []],
  ['`from` and more, `to`: days', []],
])('an item may be about several: %s', (text, names) => {
  expect(queriesOfItem(text).map(({ name }) => name)).toEqual(names);
});
