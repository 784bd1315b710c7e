// Privileges that stand in a table, one for each thing that an operation touches.
import { expect, it } from 'vitest';
import { operation, table } from './testing/operation.js';

it.each(['|Target|Privileges|', '|対象|権限|', '|対象|必要権限|'])('reads %s', (columns) => {
  const rows = table(columns, '|Shelf|shelf-read|', '|Label|label-write|');
  const read = operation({ 'Required Privileges': rows });
  expect(read('x-docproof', 'privileges')).toEqual(['shelf-read', 'label-write']);
});
