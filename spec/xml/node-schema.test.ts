// Node tables and declarations → nested schemas.
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWording } from '../../cli/documents.js';
import type { Schema } from '../contract/api.js';
import type { Namespace, NodeRow } from '../extract/page.js';
import { readDtd } from './dtd.js';
import { nodeSchema as inWords } from './node-schema.js';

const wording = readWording();
const nodeSchema = (rows: NodeRow[], spaces: Namespace[], texts: string[], samples?: string[]): Schema =>
  inWords(rows, spaces, texts, wording, samples);

const span = { start: 0, end: 0 };
const namespaces: Namespace[] = [
  { uri: 'urn:shelf', prefix: 's:', span },
  { uri: 'urn:extra', prefix: 'e:', span },
];

function node(name: string, given: Partial<NodeRow> = {}): NodeRow {
  return {
    name,
    namespace: 's:',
    kind: 'Element',
    overview: '',
    notes: '',
    required: false,
    nameSpan: span,
    span,
    row: { kind: 'row', cells: [], span, closed: true },
    ...given,
  };
}

describe('with declarations', () => {
  const rows = [
    node('shelf'),
    node('book'),
    node('title'),
    node('lent'),
    node('tag', { namespace: 'e:' }),
    node('lang', { kind: 'Attributes', namespace: 'xml:' }),
    node('stray'),
  ];
  const dtd =
    '<!ELEMENT shelf (book*)>\n<!ELEMENT book (title, lent or tag+)>\n<! ELEMENT title (#PCDATA) >\n<!ELEMENT lent ENPTY>\n<!ELEMENT tag (#PCDATA)   \n<!ATTLIST book lang CDATA #IMPLIED>';
  const schema = nodeSchema(rows, namespaces, [dtd]);

  it('nests as declared', () =>
    expect(schema).toEqual({
      type: 'object',
      xml: { name: 'shelf', namespace: 'urn:shelf', prefix: 's' },
      properties: {
        book: {
          type: 'array',
          items: {
            type: 'object',
            xml: { name: 'book', namespace: 'urn:shelf', prefix: 's' },
            properties: {
              title: { type: 'string', xml: { name: 'title', namespace: 'urn:shelf', prefix: 's' } },
              lent: { type: 'object', xml: { name: 'lent', namespace: 'urn:shelf', prefix: 's' } },
              tag: {
                type: 'array',
                items: { type: 'string', xml: { name: 'tag', namespace: 'urn:extra', prefix: 'e' } },
              },
              lang: {
                type: 'string',
                xml: {
                  name: 'lang',
                  namespace: 'http://www.w3.org/XML/1998/namespace',
                  prefix: 'xml',
                  attribute: true,
                },
              },
            },
          },
        },
        stray: { type: 'object', xml: { name: 'stray', namespace: 'urn:shelf', prefix: 's' } },
      },
    }));
  it('is a valid schema', () => expect(() => new Ajv2020({ strict: false }).compile(schema)).not.toThrow());
});

describe('without declarations', () => {
  it.each([
    ['Root; one or more item are children', true],
    ['ルートを表し、1つ以上複数のitemが子となる', true],
  ])('%s', (overview, many) => {
    const schema = nodeSchema([node('list', { overview }), node('item'), node('items')], namespaces, []);
    expect(schema.properties?.['item']?.type).toBe(many ? 'array' : 'string');
    expect(schema.properties?.['items']?.type).toBe('string');
  });

  it('keeps nodes of one name in two namespaces apart', () => {
    const rows = [
      node('acl', { overview: 'ace is its child' }),
      node('ace', { overview: 'acl is its child' }),
      node('acl', { namespace: 'e:' }),
    ];
    const schema = nodeSchema(rows, namespaces, []);
    expect(schema.properties?.['ace']?.properties?.['acl']?.['xml']).toMatchObject({ prefix: 'e' });
  });

  it('reads a namespace given by its URI', () => {
    expect(nodeSchema([node('a', { namespace: 'urn:shelf' })], namespaces, [])['xml']).toEqual({
      name: 'a',
      namespace: 'urn:shelf',
    });
  });
});

it.each([
  'one of the following elements will be its child',
  '以下の要素のいずれか1つが子となる',
  'eines der folgenden Elemente ist das Kind',
  'un des éléments suivants est son enfant',
])('hangs the nodes below in the one that says so: %s', (overview) => {
  const rows = [
    node('shelf'),
    node('book', { overview }),
    node('lent'),
    node('lang', { kind: 'Attributes' }),
    node('note'),
  ];
  const { properties } = nodeSchema(rows, namespaces, ['<!ELEMENT shelf (book*, note)>']);
  expect(Object.keys(properties ?? {})).toEqual(['book', 'note']);
  const { items } = properties?.['book'] ?? {};
  expect(Object.keys(items?.properties ?? {})).toEqual(['lent']);
  expect(items?.properties?.['lent']?.properties).toHaveProperty('lang');
});

it('any declarations and rows end in a valid schema that has every node', () => {
  const names = fc.constantFrom('a', 'b', 'c', 'd');
  fc.assert(
    fc.property(
      fc.array(names, { maxLength: 6 }),
      fc.array(fc.tuple(names, fc.array(names)), { maxLength: 6 }),
      fc.string(),
      (rowNames, elements, noise) => {
        const rows = rowNames.map((name) => node(name));
        const dtd = elements.map(([name, children]) => `<!ELEMENT ${name} (${children.join(', ')})>`).join('\n');
        const schema = nodeSchema(rows, namespaces, [dtd, noise]);
        expect(() => new Ajv2020({ strict: false }).compile(schema)).not.toThrow();
        const text = JSON.stringify(schema);
        for (const name of rowNames) expect(text).toContain(`"name":"${name}"`);
      },
    ),
    { numRuns: 60 },
  );
});

it('reads declarations as they are meant', () => {
  const dtd = readDtd(['<ELEMENT up! (Set | remove)>', '<! ELEMENT any ANY>']);
  expect(dtd.children.get('up')).toEqual([
    { name: 'Set', many: false },
    { name: 'remove', many: false },
  ]);
  expect([...dtd.any]).toEqual(['any']);
});

describe('with samples', () => {
  const rows = [node('shelf'), node('book'), node('note'), node('size')];
  const dtd = ['<!ELEMENT shelf (book*)>\n<!ELEMENT book ANY>'];

  it('hangs what nothing places where a sample has it, else in the element that may hold anything', () => {
    const sample = '<x:shelf xmlns:x="urn:shelf"><x:book><x:size/></x:book><x:note>a</x:note></x:shelf>';
    const { properties } = nodeSchema(rows, [], dtd, [sample]);
    expect(Object.keys(properties ?? {})).toEqual(['book', 'note']);
    expect(Object.keys(properties?.['book']?.items?.properties ?? {})).toEqual(['size']);
    const alone = nodeSchema(rows, [], dtd, []).properties;
    expect(Object.keys(alone?.['book']?.items?.properties ?? {})).toEqual(['note', 'size']);
  });

  it('takes what they show something in for no text', () => {
    const [shelf, book] = rows as [NodeRow, NodeRow];
    const { properties } = nodeSchema([shelf, book], [], [], ['<shelf><book><other>a</other></book></shelf>']);
    expect(properties?.['book']).toMatchObject({ type: 'object' });
    expect(nodeSchema([shelf, book], [], [], ['<shelf><book>a</book></shelf>']).properties?.['book']).toMatchObject({
      type: 'string',
    });
  });

  it('takes the URI of a prefix from the sample where the table has none', () => {
    const sample = "<s:shelf xmlns:s='urn:other'/>";
    const wrong = [{ uri: 'Content-Type', prefix: 's:', span }];
    expect(nodeSchema([node('shelf')], wrong, [], [sample]).xml).toEqual({
      name: 'shelf',
      namespace: 'urn:other',
      prefix: 's',
    });
    expect(nodeSchema([node('shelf')], wrong, [], []).xml).toEqual({ name: 'shelf', prefix: 's' });
    expect(nodeSchema([node('shelf')], namespaces, [], [sample]).xml).toMatchObject({ namespace: 'urn:shelf' });
  });

  it('takes broken ones as far as they go', () => {
    const broken = ['</a><shelf><book><size></shelf><note', '<', 'x'.repeat(9), '<a '.repeat(5000)];
    expect(Object.keys(nodeSchema(rows, [], dtd, broken).properties?.['book']?.items?.properties ?? {})).toEqual([
      'note',
      'size',
    ]);
  });
});

it('takes what is declared as an attribute, and as nothing else, for one', () => {
  const rows = [node('shelf'), node('book'), node('lang'), node('size')];
  const dtd = [
    '<!ELEMENT shelf (book, size)>\n<!ATTLIST book lang CDATA #IMPLIED>\n<!ATTLIST book size CDATA #IMPLIED>',
  ];
  const { properties } = nodeSchema(rows, [], dtd);
  expect(properties?.['book']?.properties?.['lang']).toMatchObject({ type: 'string', xml: { attribute: true } });
  expect(properties?.['size']?.['xml']).not.toHaveProperty('attribute');
});
