// Forms as curl sends them: the parts' names, types and files.
import { describe, expect, it } from 'vitest';
import { readCurlFence } from './read-curl.js';

const read = (command: string) => readCurlFence(command)[0]?.meant;

function sent(...options: string[]): { type: string | undefined; heads: string[]; files: string[] | undefined } {
  const meant = read(`curl https://unit.example/x ${options.join(' ')}`);
  const [, ...parts] = (meant?.body ?? '').split(/--docproof-form-boundary(?:--)?\r\n/);
  const heads = parts.slice(0, -1).map((part) => part.slice('Content-Disposition: form-data; '.length, -2));
  return { type: meant?.headers['Content-Type'], heads, files: meant?.files };
}

describe('a part of a form', () => {
  it.each([
    ['-F title=dawn', 'name="title"\r\n\r\ndawn'],
    [`-F 'note="a; b"'`, 'name="note"\r\n\r\na; b'],
    [`-F 'note=a; b'`, 'name="note"\r\n\r\na; b'],
    [`-F 'data={"a":1};type=application/json'`, 'name="data"\r\nContent-Type: application/json\r\n\r\n{"a":1}'],
    [`--form-string 'note=@a;type=b'`, 'name="note"\r\n\r\n@a;type=b'],
    ['-F file=@./in/lake.JPG', 'name="file"; filename="lake.JPG"\r\nContent-Type: image/jpeg\r\n\r\n'],
    ['-F file=@rows.bin', 'name="file"; filename="rows.bin"\r\nContent-Type: application/octet-stream\r\n\r\n'],
    [`-F 'f=@"a;b.txt";type=text/csv'`, 'name="f"; filename="a;b.txt"\r\nContent-Type: text/csv\r\n\r\n'],
    ['-F "f=@a.txt;filename=b.csv"', 'name="f"; filename="b.csv"\r\nContent-Type: text/plain\r\n\r\n'],
    [`-F 'f=<a.txt'`, 'name="f"\r\n\r\n'],
  ])('%s', (option, head) => expect(sent(option).heads).toEqual([head]));
});

it('names the files that have to be there', () => {
  expect(sent(`-F 'a=@"x y.png"'`, '-F b=@in/z.txt', `-F 'c=<w'`).files).toEqual(['x y.png', 'in/z.txt', 'w']);
});

it('adds what stands between the parts to a type that says nothing of it', () => {
  const boundary = 'boundary=docproof-form-boundary';
  expect(sent('-F a=b').type).toBe(`multipart/form-data; ${boundary}`);
  expect(sent("-H 'content-type: multipart/mixed'", '-F a=b').type).toBeUndefined();
  const meant = read("curl https://unit.example/x -H 'content-type: multipart/mixed' -F a=b");
  expect(meant?.headers).toEqual({ 'content-type': `multipart/mixed; ${boundary}` });
});

it('takes a file of cookies for an earlier login, not for content', () => {
  const meant = read('curl -b cookies.txt https://unit.example/x');
  expect(meant).toEqual({ method: 'GET', url: 'https://unit.example/x', headers: {} });
});
