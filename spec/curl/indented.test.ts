import { describe, expect, it } from 'vitest';
import { readCurlFence } from './read-curl.js';

const LINES = ['curl "https://a.example/x/\\', '$links/y" -X PUT \\', `-d 'a=\\`, `b'`, '', 'curl https://a.example/z'];
const indented = (indent: string): string => LINES.map((line) => (line === '' ? '' : indent + line)).join('\n');

describe.each(['', '  ', '\t', '      '])('a fence indented by %j', (indent) => {
  const text = indented(indent);
  const readings = readCurlFence(text);
  const shown = ({ offset, length }: { offset: number; length: number }): string => text.slice(offset, offset + length);

  it('has the words that it has without', () => {
    expect(readings.map(({ meant }) => [meant?.url, meant?.body])).toEqual([
      ['https://a.example/x/$links/y', 'a=b'],
      ['https://a.example/z', undefined],
    ]);
  });

  it('has its commands and their problems where they stand', () => {
    expect(readings.map((reading) => shown(reading).replace(/\n\s+/g, '\n').trimEnd())).toEqual([
      LINES.slice(0, 4).join('\n'),
      LINES[5],
    ]);
    const places = readings.flatMap(({ problems }) => problems.map((problem) => [problem.code, shown(problem)]));
    expect(places).toEqual([
      ['curl/shell-expansion', '$links'],
      ['curl/shell-quoting', '\\'],
    ]);
  });

  it('keeps its indent when it is mended', () => {
    const fixes = readings.flatMap(({ problems }) => problems.flatMap((problem) => problem.fixes ?? []));
    const mended = fixes.reduceRight(
      (out, fix) => out.slice(0, fix.offset) + fix.text + out.slice(fix.offset + fix.length),
      text,
    );
    expect(readCurlFence(mended).map(({ problems, meant }) => [problems.length, meant?.url, meant?.body])).toEqual([
      [0, 'https://a.example/x/$links/y', 'a=b'],
      [0, 'https://a.example/z', undefined],
    ]);
    expect(mended.split('\n').every((line) => line === '' || line.startsWith(indent))).toBe(true);
  });
});

it('keeps the indent of lines below a first one that has none', () => {
  expect(readCurlFence(`curl https://a.example/z -d 'a\n  b'`)[0]?.meant?.body).toBe('a\n  b');
});
