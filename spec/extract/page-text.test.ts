import { describe, expect, it } from 'vitest';
import { readProfile } from '../../cli/documents.js';
import { packageRoot } from '../package-root.js';
import { readMethods, readPrivileges, readStatuses } from './page-text.js';

const profile = readProfile(undefined, packageRoot());
const line = (text: string) => ({ text, span: { start: 0, end: text.length }, links: [] });

describe('readPrivileges', () => {
  it.each([
    ['shelf', ['shelf']],
    ['shelf or shelf-read', ['shelf', 'shelf-read']],
    ['shelf,box', ['shelf', 'box']],
    ['When linking with Keeper: shelf, keeper', ['shelf', 'keeper']],
    ['件名を付ける場合：note-title', ['note-title']],
    ['Roleを取得する場合 box-read,auth-read', ['box-read', 'auth-read']],
    ['read: to see that it is there', ['read']],
    ['shelf (box for the shelves of others)', ['shelf']],
    ['None (anybody may)', []],
    ['shelf.write, shelf:read', ['shelf.write', 'shelf:read']],
    ['Source: read', ['read']],
    ['None', []],
    ['rootロール、または box-admin ロール', ['root', 'box-admin']],
    ['read permission, or the write permission', ['read', 'write']],
    ['Only those who own the shelf', []],
    ['The shelf privilege is required.', ['shelf']],
    ['shelf, box permissions are necessary', ['shelf', 'box']],
    ['shelf権限が必要', ['shelf']],
    ['shelfの権限が必要。', ['shelf']],
    ['Authentication required', []],
    ['ログインが必要', []],
  ])('%s', (text, names) => {
    expect(readPrivileges(line(text), profile).map((privilege) => privilege.name)).toEqual(names);
  });
});

it.each([
  ['keeper (when a loan is approved)', true],
  ['keeper (貸出を承認する場合)', true],
  ['keeper (for those who keep the shelves)', undefined],
  ['keeper', undefined],
])('takes a case in brackets for a condition: %s', (text, conditional) => {
  const [privilege] = readPrivileges(line(text), profile);
  expect([privilege?.name, privilege?.conditional]).toEqual(['keeper', conditional]);
});

it.each([
  'keeper\nExample) When a shelf is read\nshelf-read',
  'keeper\nE.g.: when a shelf is read\nshelf-read',
  'keeper\n例） 棚を取得する場合\nshelf-read',
])('takes what an example names for needed in its case: %s', (text) => {
  const found = readPrivileges(line(text), profile).map(({ name, conditional }) => [name, conditional]);
  expect(found).toEqual([
    ['keeper', undefined],
    ['shelf-read', true],
  ]);
});

describe('readMethods', () => {
  it.each([
    ['PUT (or POST with X-HTTP-Method-Override)', ['PUT']],
    ['GET, HEAD', ['GET', 'HEAD']],
    ['GET or HEAD', ['GET', 'HEAD']],
    ['PUTまたはMERGE', ['PUT', 'MERGE']],
    ['ＤＥＬＥＴＥ', ['DELETE']],
  ])('%s', (text, methods) => expect(readMethods(line(text), profile).map(({ value }) => value)).toEqual(methods));
});

describe('readStatuses', () => {
  it.each([
    ['201 Created', ['201']],
    ['**201** Created', ['201']],
    ['HTTP 204', ['204']],
    ['On success 200 is returned', ['200']],
    ['成功時は200を返却する', ['200']],
    ['In case of an error 400 is returned', []],
    ['HTTP/1.1 204 No Content', ['204']],
    ['200 / 204', ['200', '204']],
    ['200 or 204', ['200', '204']],
    ['200または204', ['200', '204']],
    ['２０１　Created', ['201']],
    ['In case of 404 see below', []],
    ['The status code is 204.', ['204']],
    ['正常時は204', ['204']],
    ['成功した場合は204が返る', ['204']],
  ])('%s', (text, codes) => {
    expect(readStatuses(line(text), profile).map((status) => status.code)).toEqual(codes);
  });
});
