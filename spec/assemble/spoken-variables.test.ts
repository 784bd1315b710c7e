// Path variables whose values only a sentence lists.
import { expect, it } from 'vitest';
import { readProfile, readWording } from '../../cli/documents.js';
import { buildSpec } from '../build.js';
import { pointer } from '../contract/pointer.js';
import { packageRoot } from '../package-root.js';

const options = { profile: readProfile('rest-table', packageRoot()), wording: readWording() };

const schemaWith = (words: string): unknown => {
  const text = `# Lamps\n\n## Rooms\n\n${words}\n\n### PUT /lamps/:id/rooms/:room\n\nReturns 204.\n`;
  return pointer(buildSpec([{ path: 'lamps.md', text }], options).document, '/components/parameters/room/schema');
};

it.each([
  'Where lamps hang. `room` is one of `hall`, `attic`, `cellar`; anything else is `404`.',
  'The `room` must be one of `hall`, `attic` or `cellar`.',
  '- `room` ist eines von `hall`, `attic`, `cellar`.',
  '`room` est une de `hall`, `attic`, `cellar`.',
  '`room`は`hall`、`attic`、`cellar`のいずれか。',
])('has the values of %s', (words) => {
  expect(schemaWith(words)).toEqual({ type: 'string', enum: ['hall', 'attic', 'cellar'] });
});

it.each(['Lamps hang in a `room`.', '`room` is what you like.', 'The `roomy` is one of `a`, `b`.'])(
  'is any text where no sentence lists them: %s',
  (words) => {
    expect(schemaWith(words)).toEqual({ type: 'string' });
  },
);
