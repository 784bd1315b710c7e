import { describe, expect, it } from 'vitest';
import { readUrlShape } from './url-shape.js';

const BASES = [
  { name: 'UnitURL', forms: ['https://{Host}/'], path: '/' },
  { name: 'CellURL', forms: ['https://{Host}/{Cell}/', 'https://{Cell}.{Host}/'], path: '/{Cell}/' },
];

describe('readUrlShape', () => {
  it.each([
    ["{CellURL}__ctl/Box('{Name}')", "/{Cell}/__ctl/Box('{Name}')", '/{}/__ctl/Box()', 1, 'Box'],
    [
      "{CellURL}a(X='{X}',Y='{Y}')/$links/_B('{X}')",
      "/{Cell}/a(X='{X}',Y='{Y}')/$links/_B('{X2}')",
      '/{}/a()/$links/_B()',
      3,
      'B',
    ],
    ['{UnitURL}__ctl/Cell', '/__ctl/Cell', '/__ctl/Cell', 0, 'Cell'],
    ['{CellURL}/__token', '/{Cell}/__token', '/{}/__token', 0, '__token'],
    ['/{Host}{CellURL}{BoxName}', '/{Cell}/{BoxName}', '/{}/{}', 0, 'Box'],
    ['{CellURL}{Type}({Id})}', '/{Cell}/{Type}({Id})', '/{}/{}()', 1, 'Type'],
    ["{CellURL}a(X='{X},Y='{Y}')", "/{Cell}/a(X='{X}',Y='{Y}')", '/{}/a()', 2, 'a'],
    ["{CellURL}a(X='{X}', Y='{Y}')", "/{Cell}/a(X='{X}',Y='{Y}')", '/{}/a()', 2, 'a'],
    ['https://{Cell}.{Host}/x', '/{Cell}/x', '/{}/x', 0, 'x'],
    ['{CellURL}{Set}()', '/{Cell}/{Set}()', '/{}/{}', 0, 'Set'],
    ['{CellURL}{Box}/', '/{Cell}/{Box}/', '/{}/{}', 0, 'Box'],
    ['/a/(id)/[key]/b', '/a/{id}/{key}/b', '/a/{}/{}/b', 0, 'b'],
    ['/crossdomain.xml', '/crossdomain.xml', '/crossdomain.xml', 0, 'crossdomain.xml'],
  ])('%s', (url, path, skeleton, keyParts, target) => {
    expect(readUrlShape(url, BASES)).toMatchObject({
      path,
      skeleton,
      keyParts,
      ...(target === '__token' ? {} : { target }),
    });
  });

  it('takes a query that the form shows for parameters', () => {
    expect(readUrlShape('{CellURL}__authz?response_type={type}&state={state}', BASES)).toMatchObject({
      path: '/{Cell}/__authz',
      query: ['response_type', 'state'],
    });
  });

  it('says what it mended', () => {
    expect(readUrlShape('{CellURL}a({Id})}', BASES).mended).toMatch(/unbalanced/);
    expect(readUrlShape('{CellURL}a({Id})', BASES).mended).toBeUndefined();
  });
});
