import { expect, it } from 'vitest';
import { ownCases } from '../../testing/own-cases.js';

const sent = (cases: ReturnType<typeof ownCases>, id: string): string | undefined => {
  const { method, body } = cases.get(id)?.request ?? {};
  return method && `${method} ${body}`;
};

it('a linked end moves with what keeps the rest, and with what replaces it where there is nothing else', () => {
  const id = 'story/linkRelationRole-moved/move';
  expect(sent(ownCases(), id)).toBe('MERGE {"_Box.Name":"box2"}');
  const replacing = ownCases((text) => text.replaceAll(/^( +)MERGE:$/gm, '$1REPORT:'));
  expect(sent(replacing, id)).toBe('PUT {"Name":"relation1","_Box.Name":"box2"}');
});

it('an end that is named after the other is not called otherwise', () => {
  const cases = ownCases();
  expect([...cases.keys()].filter((id) => /^story\/link\w*Box\w*-(?:renamed|moved)\//.test(id))).toEqual([]);
});
