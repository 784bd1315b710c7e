// Tags that match and tags that do not.
import { describe, expect, it } from 'vitest';
import { processorTime } from '../testing/processor-time.js';
import { xmlProblem } from './xml-text.js';

describe('tags', () => {
  it.each([
    '<a/>',
    '<?xml version="1.0"?>\n<!-- <b> -->\n<D:a xmlns:D="DAV:"><D:b c="1 > 0"/><![CDATA[<x>]]>…</D:a>',
    "<a b='<'>x</a>".replace("'<'", "'>'"),
    '<!DOCTYPE a><a>\n...\n</a>',
  ])('of %s match', (text) => expect(xmlProblem(text)).toBeUndefined());

  it.each([
    ['<a><b></a>', 6, '</a> where </b> belongs'],
    ['<a></a></b>', 7, '</b> closes nothing'],
    ['<a>\n<b>', 4, '<b> is not closed'],
    ['<a>“x”<b c=“d e”/></a>', 11, '“ is no quote of an attribute'],
  ])('of %s do not', (text, offset, message) => expect(xmlProblem(text)).toMatchObject({ offset, message }));

  it.each([
    '<a '.repeat(50_000),
    '<a b="'.repeat(50_000),
    '<!--'.repeat(50_000),
    '<a>'.repeat(50_000),
    `<a ${'x="y" '.repeat(50_000)}`,
    '<?'.repeat(50_000),
  ])('take time in proportion', (text) => {
    expect(processorTime(() => xmlProblem(text))).toBeLessThan(2_000);
  });
});
