import { expect, it } from 'vitest';
import type { Case } from '../../plan/story.js';
import { withNearKey } from './near-key.js';

it.each<[Case['keyAs'], string, string]>([
  [undefined, "/a/Tag('t')", "/a/Tag('t')"],
  ['empty', "/a/Tag('t')", "/a/Tag('')"],
  ['behind', "/a('b')/Tag(Name='t')", "/a('b')/Tag(Name='t')x"],
  ['other-part', "/a('b')/Tag('t')", "/a('b')/Tag('t',docproof='x')"],
  ['quoted-null', "/Tag(Name='t',Of=null)", "/Tag(Name='t',Of='null')"],
  ['plain-plus', "/a%2B/Tag('t%2B1')", "/a%2B/Tag('t+1')"],
  ['empty', '/a/tag', '/a/tag'],
])('%s of %s', (keyAs, path, want) => expect(withNearKey(path, keyAs ? { keyAs } : {})).toBe(want));
