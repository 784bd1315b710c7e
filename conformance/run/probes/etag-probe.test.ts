import { expect, it } from 'vitest';
import type { Entity } from '../../plan/entities.js';
import type { HttpAnswer } from '../../send/http.js';
import { ownEtag, unchangedTag } from './etag-probe.js';
import type { Probe } from './probe.js';

function answer(status: number, etag?: string): HttpAnswer {
  return { status, headers: etag === undefined ? [] : [['ETag', etag]] } as HttpAnswer;
}

/** What is found by a look whose read has this ETag. */
function looking(etag?: string): { found: [id: string, ok: boolean][]; probe: Probe } {
  const found: [string, boolean][] = [];
  const add = (id: string, ok: boolean): void => void found.push([id, ok]);
  return { found, probe: { add, addAtCase: add, read: async () => answer(200, etag) } as unknown as Probe };
}

it.each<[what: string, told: string | undefined, etag: string | undefined, want: [string, boolean][]]>([
  ['the same', 'W/"2"', 'W/"2"', [['etag-agrees', true]]],
  ['that of a former version', 'W/"1"', 'W/"2"', [['etag-agrees', false]]],
  ['none', undefined, 'W/"2"', []],
  ['one of its own', 'W/"2"', undefined, []],
])('a body is held against its header, where both tell a version: %s', (_, told, etag, want) => {
  const { found, probe } = looking();
  ownEtag(probe, { Name: 'a', ...(told === undefined ? {} : { __metadata: { etag: told } }) }, answer(200, etag));
  expect(found).toEqual(want);
});

it.each<
  [what: string, of304: string | undefined, ofRead: string | undefined, asked: boolean, want: [string, boolean][]]
>([
  ['with its ETag', '"1"', '"1"', false, [['not-modified', true]]],
  ['without the ETag that a read has', undefined, '"1"', false, [['not-modified', false]]],
  ['of what has none', undefined, undefined, false, []],
  ['of what is promised to have one', undefined, undefined, true, [['not-modified', false]]],
])('that nothing is new is said %s', async (_, of304, ofRead, asked, want) => {
  const { found, probe } = looking(ofRead);
  await unchangedTag(probe, {} as Entity, answer(304, of304), asked);
  expect(found).toEqual(want);
});
