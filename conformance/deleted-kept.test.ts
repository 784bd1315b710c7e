// Things that are kept when they are deleted, and come back once they are restored.
import { expect, it } from 'vitest';
import { failures } from './testing/certify-fake.js';
import { certifyHandler } from './testing/certify-handler.js';
import { MEMOS, memosHandler } from './testing/memos-server.js';

it.each(['', 'says nothing'])('passes a right server whole: %s', async (liberty) => {
  const run = await certifyHandler(MEMOS, memosHandler(liberty));
  expect(failures(run)).toEqual({});
  expect(run.cases.filter(({ outcome }) => outcome !== 'passed').map(({ id }) => id)).toEqual([]);
});

it.each<[habit: string, found: string[]]>([
  ['hides', ['kept/read-deleted']],
  ['forgets', ['kept/read-deleted', 'twice/again']],
  ['marks nothing', ['kept/read-deleted']],
  ['lists all', ['kept/list-without-it']],
  ['restores nothing', ['kept/read-restored']],
  ['lists none again', ['kept/list-restored']],
  ['deletes twice', ['twice/again']],
])('%s', async (habit, found) => {
  const run = await certifyHandler(MEMOS, memosHandler(habit), 'deleteMemo-');
  expect(Object.keys(failures(run))).toEqual(found.map((step) => `story/deleteMemo-${step}`));
});

it('wants nothing of what is deleted where nothing is told of it', async () => {
  const spec = MEMOS.replace(/description: (?:'A deleted[^']*'|All memos[^\n]*|It is no longer[^,]*),?/g, '');
  const run = await certifyHandler(spec, memosHandler('hides'), '-kept');
  const steps = run.cases.map(({ id }) => id.split('/').at(-1));
  expect(steps).toEqual(['create', 'delete', 'restore', 'read-restored', 'list-restored']);
  expect(failures(await certifyHandler(spec, memosHandler('hides')))).toEqual({});
});
