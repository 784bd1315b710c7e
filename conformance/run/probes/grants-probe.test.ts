// What the shown entries of an access control list grant.
import { expect, it } from 'vitest';
import { grantsOf } from './grants-probe.js';

const ace = (href: string, ...keys: string[]): string =>
  `<d:ace><d:principal><d:href>${href}</d:href></d:principal><d:grant>${keys.map((k) => `<d:privilege><k:${k}/></d:privilege>`).join('')}</d:grant></d:ace>`;

it.each([
  ['an address that is relative', ace('../box1/role1', 'read', 'write'), ['read', 'write']],
  ['a whole address', ace('https://a.example/roles/role1/', 'read'), ['read']],
  [
    'two entries of one role',
    ace('role1', 'read') + ace('role2', 'x') + ace('role1', 'read', 'write'),
    ['read', 'write'],
  ],
  ['another role', ace('role11', 'read'), []],
  [
    'elements without prefixes',
    '<ace><principal><href>role1</href></principal><grant><privilege><read xmlns="u"/></privilege></grant></ace>',
    ['read'],
  ],
  [
    'an entry that says where it comes from',
    ace('role1', 'read').replace('</d:ace>', '<d:inherited><d:href>https://a.example/</d:href></d:inherited></d:ace>'),
    ['read'],
  ],
])('of %s', (_, text, keys) => {
  const before = '<response><href>https://a.example/role1</href><acl>';
  expect(grantsOf(`${before}${text}</acl></response>`, 'role1')).toEqual(keys);
});
