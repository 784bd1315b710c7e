import { expect, it } from 'vitest';
import { casesOf, suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';
import { LIBRARY } from '../../testing/library-spec.js';

/** Cases about media types where the create and the list of boxes say this. */
function told(create: string, list = ''): unknown[] {
  const spec = JSON.parse(LIBRARY);
  const boxes = spec.paths['/{Shelf}/ctl/Box'];
  boxes.post.description = create;
  boxes.get.description = list;
  const cases = casesOf(suiteOf(loadText(JSON.stringify(spec))), { pasted: false }).flatMap((group) => group.cases);
  return cases
    .filter((one) => /^story\/(?:create|list)Box-media\//.test(one.id))
    .map(({ level, request, operation }) => [
      level,
      operation.op.id,
      operation.op.method === 'GET' ? request.headers['Accept'] : request.headers['Content-Type'],
    ]);
}

it('a body is called something else where the documents say that it is read all the same', () => {
  expect(told('A body is read as JSON whatever Content-Type says')).toEqual([['MUST', 'createBox', 'text/plain']]);
  expect(told('Always handles Content-Type as application/json')).toEqual([['SHOULD', 'createBox', 'text/plain']]);
});

it('a list is wanted as something else where the documents say that it comes as it is', () => {
  expect(told('Read as JSON whatever Content-Type says', 'The Accept header does not change the answer')).toEqual([
    ['MUST', 'createBox', 'text/plain'],
    ['MUST', 'listBox', 'application/atom+xml,application/xml;q=0.9'],
  ]);
});

it('what is said of lists alone is asked of them alone', () => {
  expect(told('Only accepts JSON', 'The Accept header does not change the answer')).toEqual([
    ['MUST', 'listBox', 'application/atom+xml,application/xml;q=0.9'],
  ]);
});

it('nothing is sent otherwise where the documents do not say so', () => {
  expect(told('Only accepts JSON', 'The answer is JSON')).toEqual([]);
});
