// Collections hold every request, with the strings as they are sent and variables in braces.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleRequests } from '../request.js';
import { spell } from '../sample.js';
import { contract } from '../testing/fixture.js';
import { hostileContract } from '../testing/hostile.js';
import { has, output } from '../testing/toolchain.js';
import { bruno } from './bruno.js';
import { refusal } from './collection.js';
import { httpFile } from './http-file.js';
import { hurl } from './hurl.js';
import { postman } from './postman.js';

const api = contract('generator/samples/fixtures/cells.yaml');
const samples = sampleRequests(api);
const braced = (name: string): string => `{{${name}}}`;

interface Sent {
  method: string;
  url: string;
  body: string;
}

const wanted: Sent[] = samples.map((s) => ({
  method: s.method,
  url: spell(s.url, braced),
  body: spell(s.body ?? [], braced),
}));

describe('requests that a tool would act upon', () => {
  const [first] = samples as [(typeof samples)[0]];
  it.each([
    ['a header of two lines', { headers: [{ name: 'A', value: [{ text: 'b\r\nX: y' }] }] }, 'line break'],
    ['a method of two lines', { method: 'GET\nDELETE' }, 'line break'],
    ['a variable of the environment', { body: [{ text: '"{{process.env.HOME}}"' }] }, '{{'],
    ['a variable of two lines', { variables: [{ name: 'ID', value: 'a\n\nDELETE /', about: 'id' }] }, 'line break'],
    ['a variable of a variable', { variables: [{ name: 'ID', value: '{{process.env.HOME}}', about: 'id' }] }, '{{'],
  ])('%s stands in no collection', (_, change, why) => {
    expect(refusal({ ...first, ...change })).toContain(why);
    expect(refusal(first)).toBeUndefined();
  });

  it.each(['### next', '< /etc/passwd', '<@utf8 /etc/passwd', '<> a.json', '> {% client.exit() %}', '>> out.txt'])(
    'a body of %j is text in a .http file',
    (line) => {
      const text = httpFile.text(api, [{ ...first, body: [{ text: `{}\n${line}\n<a b="c"/>` }] }]);
      expect(text).toContain(`\n ${line}\n<a b="c"/>`);
    },
  );
});

describe('collections', () => {
  it('Postman', () => {
    const { item, variable } = JSON.parse(postman.text(api, samples)) as {
      item: { request: { method: string; url: string; body?: { raw: string } } }[];
      variable: { key: string }[];
    };
    expect(item.map(({ request: r }) => ({ method: r.method, url: r.url, body: r.body?.raw ?? '' }))).toEqual(wanted);
    expect(variable.map((v) => v.key)).toEqual(['CELL_URL', 'TOKEN', 'ETAG', 'PASSWORD', 'UNIT_URL']);
  });

  it('Bruno', () => {
    const { items } = JSON.parse(bruno.text(api, samples)) as {
      items: {
        request: { method: string; url: string; params: object[]; body: { mode: string } & Record<string, string> };
      }[];
    };
    expect(items.map(({ request: r }) => ({ method: r.method, url: r.url, body: r.body[r.body.mode] ?? '' }))).toEqual(
      wanted,
    );
    const list = items.find((i) => i.request.url.includes('$top'));
    expect(list?.request.params).toEqual([
      { name: '$top', value: '10', type: 'query', enabled: true },
      { name: '$filter', value: "Name%20eq%20'it''s'", type: 'query', enabled: true },
    ]);
  });

  it('.http', () => {
    const [head = '', ...requests] = httpFile
      .text(api, samples)
      .trimEnd()
      .split(/^### .*\n/m);
    expect(head).toContain('@ETAG = W/"1-1486369212581"');
    const read = requests.map((text): Sent => {
      const [lines = '', ...body] = text.trimEnd().split('\n\n');
      const [method = '', url = ''] = (lines.split('\n')[0] ?? '').split(/ (.*)/s);
      return { method, url, body: body.join('\n\n') };
    });
    expect(read).toEqual(wanted);
  });

  it('Hurl', async () => {
    const text = hurl.text(api, samples);
    expect(text.match(/^HTTP (\d+|\*)$/gm)?.length).toBe(samples.length);
    expect(text).toContain('`{"Name":"it\'s \\\\"$HOME\\\\" \\\\\\\\ %27 \\`id\\` 😀"}`');
    if (!has('hurlfmt')) return console.info('hurlfmt is not on this machine: the file was not parsed by Hurl itself');
    const folder = mkdtempSync(join(tmpdir(), 'docproof-hurl-'));
    const odd = sampleRequests(hostileContract()).filter((sample) => refusal(sample) === undefined);
    writeFileSync(join(folder, 'requests.hurl'), hurl.text(api, [...samples, ...odd]));
    const parsed = JSON.parse(await output('hurlfmt', ['--out', 'json', join(folder, 'requests.hurl')])) as {
      entries: unknown[];
    };
    rmSync(folder, { recursive: true });
    expect(parsed.entries.length).toBe(samples.length + odd.length);
    const bodies = (parsed.entries as { request: { body?: { value: string } } }[]).map((e) => e.request.body?.value);
    expect(bodies.slice(samples.length)).toEqual(odd.map((sample) => spell(sample.body ?? [], braced)));
  });
});
