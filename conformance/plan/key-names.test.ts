// What answers call the key of a thing.
import { expect, it } from 'vitest';
import { keyNames } from './key-names.js';

it.each([
  [{ variable: 'id' }, ['id', 'id', 'id']],
  [{ variable: 'term_iid' }, ['term_iid', 'iid', 'id']],
  [{ variable: 'projectKey' }, ['projectKey', 'key', 'id']],
  [{ variable: 'slug', property: 'path' }, ['path', 'slug', 'slug', 'id']],
])('%j: %j', (key, names) => expect(keyNames(key)).toEqual(names));
