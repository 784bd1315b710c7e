// Privileges that stand in a table, one for each thing that an operation touches.
import { expect, it } from 'vitest';
import { readProfile } from '../cli/documents.js';
import { buildSpec } from './build.js';
import { pointer } from './contract/pointer.js';
import { packageRoot } from './package-root.js';
import { operation, table } from './testing/operation.js';

const options = { profile: readProfile(undefined, packageRoot()) };

it.each([
  ['|Authority name|Target|Top authority name|', 'en'],
  ['|権限名|対象|上位の権限名|', 'ja'],
])('reads which privilege includes which from %s', (columns, lang) => {
  const rows = table(columns, '|shelf-keep|all|-|', '|shelf|Shelf|p:shelf-keep|', '|shelf-read|Shelf|shelf|');
  const text = `# Access\n\n## Privileges\n\n${rows}\n`;
  const { document } = buildSpec([{ path: `${lang}/access.md`, text }], options);
  expect(pointer(document, '/x-docproof/privileges')).toEqual([
    { name: 'shelf-keep' },
    { name: 'shelf', within: 'shelf-keep' },
    { name: 'shelf-read', within: 'shelf' },
  ]);
});

it.each(['|Target|Privileges|', '|対象|権限|', '|対象|必要権限|'])('reads %s', (columns) => {
  const rows = table(columns, '|Shelf|shelf-read|', '|Label|label-write|');
  const read = operation({ 'Required Privileges': rows });
  expect(read('x-docproof', 'privileges')).toEqual(['shelf-read', 'label-write']);
});
