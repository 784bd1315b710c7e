// Lists and entities with others expanded in them.
import { expect, it } from 'vitest';
import type { JsonValue } from '../../spec/contract/api.js';
import type { Entity } from '../plan/entities.js';
import { listFindings } from './list-answer.js';

const entity = (name: string): Entity =>
  ({ id: name, keys: [name], resource: { keys: [{ property: 'Name' }] } }) as unknown as Entity;

it('what is expanded leads on to others that are not expanded with it', () => {
  const later = { __deferred: { uri: '/Tag' } };
  const page = (name: string): JsonValue => ({ Name: name, _Tag: later });
  const answer = (tags: JsonValue): JsonValue => ({ d: { Name: 'box', _Tag: tags, _Page: [page('p1'), page('p2')] } });
  const want = {
    property: 'Name',
    expanded: ['t1', 'p1'].map((name) => ({
      name: name === 't1' ? '_Tag' : '_Page',
      entity: entity(name),
      many: true,
    })),
  };
  const failed = (value: JsonValue): string[] =>
    listFindings(
      want,
      value,
      (one) => one.keys[0] ?? '',
      () => undefined,
    ).flatMap(({ id, ok }) => (ok ? [] : [id]));
  expect(failed(answer([{ Name: 't1' }]))).toEqual([]);
  expect(failed(answer(later))).toEqual(['query-expand-list', 'query-expand']);
});

it('what is listed without its name is known by its address', () => {
  const entry = (name: string): JsonValue => ({ __metadata: { uri: `/Tag('${name}')` }, Kind: 'x' });
  const listed = (...names: string[]): boolean[] =>
    listFindings(
      { property: 'Name', members: [entity('t2'), entity('t1')], ordered: true },
      { d: { results: names.map(entry) } },
      (one) => one.keys[0] ?? '',
      (address) => /'(.*)'/.exec(address)?.[1],
    ).map(({ ok }) => ok);
  expect([listed('t2', 't1'), listed('t1', 't2')]).toEqual([[true], [false]]);
});

it('what is listed without its name, by an address of a form that nobody can read, is not told apart', () => {
  const entry = (about: JsonValue): JsonValue => ({ __metadata: about, Kind: 'x' });
  const listed = (about: JsonValue): boolean[] =>
    listFindings(
      { property: 'Name', members: [entity('t1')], size: 1 },
      { d: { results: [entry(about)] } },
      (one) => one.keys[0] ?? '',
      () => undefined,
    ).map(({ ok }) => ok);
  expect(listed({ uri: 'item/4711' })).toEqual([true]);
  expect(listed({})).toEqual([false, true]);
});

it('the number of hits stands in the object that has the hits', () => {
  const counted = (value: JsonValue): boolean[] =>
    listFindings({ property: 'Name', count: 2 }, value, String, () => undefined).map(({ ok }) => ok);
  expect(counted({ d: { results: [{ Name: 'a' }], __count: '2' } })).toEqual([true]);
  expect(counted({ value: [{ Name: 'a' }], '@odata.count': 2 })).toEqual([true]);
  expect(counted({ d: { results: [{ Name: 'a' }] }, __count: '2' })).toEqual([false]);
});

it('what is expanded comes newest first, where that is told', () => {
  const tag = (name: string, made: number): JsonValue => ({ Name: name, made: `/Date(${made})/` });
  const failed = (tags: JsonValue, newestBy?: string): string[] =>
    listFindings(
      { property: 'Name', expanded: [{ name: '_Tag', entity: entity('t1'), ...(newestBy ? { newestBy } : {}) }] },
      { d: { Name: 'box', _Tag: tags } },
      (one) => one.keys[0] ?? '',
      () => undefined,
    ).flatMap(({ id, ok }) => (ok ? [] : [id]));
  const upwards = [tag('t1', 1), tag('t2', 2)];
  expect(failed(upwards, 'made')).toEqual(['query-expand-order']);
  expect(failed({ results: upwards }, 'made')).toEqual(['query-expand-order']);
  expect(failed(upwards)).toEqual([]);
  expect(failed([tag('t2', 2), tag('t1', 1)], 'made')).toEqual([]);
  expect(failed([tag('t1', 1), tag('t2', 1)], 'made')).toEqual([]);
});
