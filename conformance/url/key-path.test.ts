// Paths with keys: what matches, what is bound, what is written.
import { describe, expect, it } from 'vitest';
import { matchTemplate, parsePath, parseTemplate, signature, withPlainDelimiters, writeTemplate } from './key-path.js';

const TAG = "/{Archive}/ctl/Tag(Name='{TagName}',_Folder.Name='{FolderName}')";

const matches: [name: string, template: string, path: string, want: Record<string, string | null> | undefined][] = [
  ['all keys', TAG, "/a1/ctl/Tag(Name='t',_Folder.Name='f')", { Archive: 'a1', TagName: 't', FolderName: 'f' }],
  ['any order', TAG, "/a1/ctl/Tag(_Folder.Name='f',Name='t')", { Archive: 'a1', TagName: 't', FolderName: 'f' }],
  ['null', TAG, "/a1/ctl/Tag(Name='t',_Folder.Name=null)", { Archive: 'a1', TagName: 't', FolderName: null }],
  ['a part left out', TAG, "/a1/ctl/Tag(Name='t')", { Archive: 'a1', TagName: 't', FolderName: null }],
  ['short form', TAG, "/a1/ctl/Tag('t')", { Archive: 'a1', TagName: 't', FolderName: null }],
  ['a key of another name', TAG, "/a1/ctl/Tag(Id='t')", undefined],
  ['no keys', TAG, '/a1/ctl/Tag', undefined],
  ['slash inside quotes', "/l/Link('{Url}')", "/l/Link('https://x.example/')", { Url: 'https://x.example/' }],
  ['encoded value', "/l/Link('{Url}')", "/l/Link('https%3A%2F%2Fx.example%2F')", { Url: 'https://x.example/' }],
  ['doubled quote', "/l/Link('{Url}')", "/l/Link('it''s')", { Url: "it's" }],
  [
    'comma inside quotes',
    TAG,
    "/a/ctl/Tag(Name='x,_Folder.Name=1')",
    { Archive: 'a', TagName: 'x,_Folder.Name=1', FolderName: null },
  ],
  ['plain', '/projects/{id}', '/projects/17', { id: '17' }],
  ['an entity in place of a plain variable', '/{Archive}/{Folder}', "/ctl/Tag(Name='t')", undefined],
  ['with a suffix', '/logs/{name}.log', '/logs/today.log', { name: 'today' }],
];

it('a slash at the end of a path is written again, and matched with or without', () => {
  const template = parseTemplate('/desks/{id}/');
  expect(writeTemplate(template, new Map([['id', '4']]))).toBe('/desks/4/');
  expect(writeTemplate(template.slice(0, -1), new Map())).toBe('/desks');
  expect(matchTemplate(template, parsePath('/desks/4'))?.bindings).toEqual(new Map([['id', '4']]));
});

describe('matchTemplate', () => {
  it.each(matches)('%s', (_name, template, path, want) => {
    const found = matchTemplate(parseTemplate(template), parsePath(path));
    expect(found && Object.fromEntries(found.bindings)).toEqual(want);
  });

  it('prefers the form that is written', () => {
    const path = parsePath("/a/ctl/Tag('t')");
    const score = (template: string) => matchTemplate(parseTemplate(template), path)?.score ?? 0;
    expect(score("/{Archive}/ctl/Tag('{TagName}')")).toBeGreaterThan(score(TAG));
  });
});

describe('writeTemplate', () => {
  it('encodes values and doubles quotes', () => {
    const values = new Map<string, string | null>([
      ['Archive', 'a 1'],
      ['TagName', "it's/x"],
    ]);
    expect(writeTemplate(parseTemplate(TAG), values)).toBe("/a%201/ctl/Tag(Name='it''s%2Fx',_Folder.Name=null)");
  });

  it('gives back what was read', () => {
    const template = parseTemplate(TAG);
    const path = "/a1/ctl/Tag(Name='t%26''',_Folder.Name='f')";
    const found = matchTemplate(template, parsePath(path));
    expect(writeTemplate(template, found?.bindings ?? new Map())).toBe(path);
  });
});

it('has one signature for all forms of a resource', () => {
  expect(signature(parseTemplate(TAG))).toBe(signature(parseTemplate("/{X}/ctl/Tag('{Y}')")));
});

describe('withPlainDelimiters', () => {
  it.each([
    ['Tag(Name=%27t%27%2C_Folder.Name=%27f%27)', "Tag(Name='t',_Folder.Name='f')"],
    ['Tag%28Name%3D%27t%27%2c_Folder.Name%3Dnull%29', "Tag(Name='t',_Folder.Name=null)"],
    ["Link('https%3A%2F%2Fx.example%2F%2C%28a%29')", "Link('https%3A%2F%2Fx.example%2F%2C%28a%29')"],
  ])('reads %s', (written, want) => {
    expect(withPlainDelimiters(written)).toBe(want);
  });
});
