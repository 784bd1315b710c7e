// Rules that stand in paragraphs and items below a request: where a sentence plainly names a field or an option, they are its schema.
import { describe, expect, it } from 'vitest';
import { readProfile, readWording } from '../cli/documents.js';
import { buildSpec } from './build.js';
import { loadApi } from './contract/load.js';
import { packageRoot } from './package-root.js';

const options = { profile: readProfile('rest-table', packageRoot()), wording: readWording() };

function apiOf(page: string) {
  const { yaml } = buildSpec([{ path: 'p.md', text: page }], options);
  const { api } = loadApi(yaml, 'spec');
  if (!api) throw new Error('no spec');
  return api;
}

/** What is sent to make a kite whose page has these words. */
function sent(words: string, sample = '{"name": "a", "amount": 3, "colour": "red", "email": "a@b", "phone": "1"}') {
  const page = `# Kites\n\n## Make a kite\n\n\`POST /kites\`\n\n\`\`\`json\n${sample}\n\`\`\`\n\n${words}\n\nReturns \`201 Created\`:\n\n\`\`\`json\n{"id": 1}\n\`\`\`\n`;
  const api = apiOf(page);
  const schema = api.resolve(api.operations[0]?.body?.content[0]?.schema ?? {});
  const of = (name: string) => {
    const { description: _, ...rest } = api.resolve(schema.properties?.[name] ?? {});
    return rest;
  };
  return { required: schema.required ?? [], of };
}

describe('a field that a sentence names', () => {
  it.each([
    ['The name is required. It must be between 1 and 80 characters long.', { minLength: 1, maxLength: 80 }],
    ['- The name is required.\n- Name: up to 20 characters.', { maxLength: 20 }],
    ['`name` is required. Only letters and digits are allowed in it.', { pattern: '^[a-zA-Z0-9]*$' }],
    ['`name` は必須で、64文字以内で指定してください。', { maxLength: 64 }],
    ['Name（`name`）と金額（`amount`）は必須項目です。`name` は2文字以上です。', { minLength: 2 }],
    ['Der `name` ist erforderlich und darf höchstens 12 Zeichen lang sein.', { maxLength: 12 }],
  ])('has what it tells: %s', (words, schema) => {
    const { required, of } = sent(words);
    expect(required).toContain('name');
    expect(of('name')).toMatchObject(schema);
  });

  it.each([
    ['The amount is a positive whole number of cents.', { exclusiveMinimum: 0 }],
    ['`amount` has to be at least 2.', { minimum: 2 }],
    ['`amount` must not be negative and cannot exceed 150.', { minimum: 0, maximum: 150 }],
    ['`amount` は正の整数（円）です。', { exclusiveMinimum: 0 }],
    ['`amount` ist eine positive ganze Zahl.', { exclusiveMinimum: 0 }],
  ])('is limited as a number: %s', (words, schema) => {
    const { exclusiveMinimum, minimum, maximum } = sent(words).of('amount') as Record<string, unknown>;
    // Of whole numbers, those above 0 begin with 1.
    const least =
      exclusiveMinimum === undefined && minimum === 1 ? { exclusiveMinimum: 0 } : { exclusiveMinimum, minimum };
    expect({ ...least, maximum }).toMatchObject(schema);
  });

  it.each([
    ['Valid values for `colour` are `red` and `blue`.', ['red', 'blue']],
    ['The colour must be one of red, blue or green.', ['red', 'blue', 'green']],
  ])('has its values: %s', (words, values) => expect(sent(words).of('colour')).toMatchObject({ enum: values }));

  it.each([
    'Either `email` or `phone` must be given.',
    '`email` or `phone` is required.',
    'Neither `email` nor `phone` is required.',
    '`email` must be at most 80 characters, `phone` must be at most 20 characters.',
    '`email`または`phone`が必須です。',
    '`email`と`phone`のどちらかが必須です。',
    '`phone`が指定された場合、`email`は必須です。',
    '`email` は必須ではありません。',
  ])('is not required where only one of several is, or none, or in a case: %s', (words) => {
    expect(sent(`${words} \`name\` is a text of up to 9 characters.`).required).toEqual([]);
  });
});

/** Options of a list whose page has these words. */
function listed(words: string) {
  const api = apiOf(
    `# Kites\n\nA kite's \`size\` is at most 9.\n\n## List kites\n\n\`GET /kites/{box}/all\`\n\n${words}\n\nReturns \`200 OK\`:\n\n\`\`\`json\n[{"id": 1, "state": "new"}]\n\`\`\`\n`,
  );
  const parameters = api.operations[0]?.parameters ?? [];
  return parameters
    .filter(({ in: place }) => place === 'query')
    .map(({ name, required, schema }) => ({ name, required, ...api.resolve(schema) }));
}

describe('an option that a sentence names', () => {
  it.each([
    ['The `limit` parameter defaults to 20, maximum 100.', { name: 'limit', default: 20, maximum: 100 }],
    ['`limit` の既定値は20で、最大は100です。', { name: 'limit', default: 20, maximum: 100 }],
    ['The query parameter `q` must have at least 3 characters.', { name: 'q', required: false, minLength: 3 }],
    ['The parameter `kind` is required.', { name: 'kind', required: true }],
    [
      'The parameter `kind` has at most 9 characters. The parameter `kind` is required.',
      { name: 'kind', required: true, maxLength: 9 },
    ],
    ['Pass `state` to filter: one of `new`, `old`.', { name: 'state', enum: ['new', 'old'] }],
    [
      'Mit `limit` lässt sich die Zahl begrenzen (Standard 20, höchstens 100).',
      { name: 'limit', default: 20, maximum: 100 },
    ],
  ])('is one: %s', (words, option) => expect(listed(words)).toMatchObject([option]));

  it.each([
    'The `state` of a kite is one of `new`, `old`.',
    'The response has a `total` of at most 100.',
    'A `box` has at most 9 characters.',
    'See `readme.md` for more.',
  ])('is none where it may be a field of the answer, or of the path: %s', (words) => expect(listed(words)).toEqual([]));
});
