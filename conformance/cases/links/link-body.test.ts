import { expect, test } from 'vitest';
import { bodyWithItem } from './link-body.js';

test.each([
  [`{"uri":"https://a.example/__ctl/Box('box1')"}`, `{"uri":"https://a.example/__ctl/Role('r')"}`],
  [`{ "uri": "https://a.example/Box(Name='b(1)')" }\n`, `{ "uri": "https://a.example/Role('r')" }\n`],
  [`{"uri":"https://a.example/__ctl/Role('r')"}`, undefined],
  ['{"uri":"https://a.example/boxes/1"}', undefined],
  [undefined, undefined],
  ['('.repeat(200_000), undefined],
])('%.60j', (body, changed) => {
  expect(bodyWithItem(body, "Role('r')")).toBe(changed);
});
