// Names of the run: within the schema's limits, and labels only for what a thing is called.
import { describe, expect, it } from 'vitest';
import type { Schema } from '../../spec/contract/api.js';
import { hasUnused, keepsLength, scopedAddress, scopedLabel, scopedName } from './names.js';

describe('a name of the run', () => {
  it.each<[string, Schema, string | RegExp]>([
    ['box1', {}, 'box1-r1'],
    ['box1', { pattern: '^[a-z0-9]+$' }, 'box1r1'],
    ['big_box', {}, 'big_box_r1'],
    ['big_box-1', {}, 'big_box-1-r1'],
    ['longname', { maxLength: 6 }, 'lon-r1'],
    ['longname', { maxLength: 4 }, /^[a-z]{2}r1$/],
    ['LONGNAME', { maxLength: 4, pattern: '^[A-Z0-9]+$' }, /^[A-Z0-9]{4}$/],
    ['box1', { enum: ['box1'] }, 'box1'],
  ])('%s with %j is %s', (name, schema, wanted) => {
    expect(scopedName(name, 'r1', schema)).toMatch(wanted);
  });

  it('is joined as in one that is shown', () => {
    expect(scopedName('box1', 'r1', {}, 'big_box')).toBe('box1_r1');
  });

  it('is another one for another thing, however short', () => {
    const [one, other] = ['aurora-1', 'another'].map((name) => scopedName(name, 'r12345678', { maxLength: 11 }));
    expect(one).not.toBe(other);
  });
});

describe('a label, where the server gives the key', () => {
  it.each([
    ['name', 'alpha', { type: 'string' }, 'alpha-r1'],
    ['email', 'ann@unit1.example', { format: 'email' }, 'ann-r1@unit1.example'],
    ['email', 'annabel@a.example', { format: 'email', maxLength: 16 }, 'ann-r1@a.example'],
    ['currency', 'usd', { type: 'string' }, undefined],
    ['name', 'fixed', { const: 'fixed' }, undefined],
    ['name', '2026-01-01', { format: 'date' }, undefined],
  ])('%s: %s with %j is %s', (property, value, schema, wanted) => {
    expect(scopedLabel(property, value, 'r1', schema)).toBe(wanted);
  });
});

it.each<[string, string, Schema, string | undefined, string | undefined]>([
  ['url', 'https://a.example/in', {}, 'The URL is registered already.', 'https://a.example/in-r1'],
  ['url', 'https://a.example/in', {}, 'At most one hook per URL.', 'https://a.example/in-r1'],
  ['url', 'https://a.example/in', {}, 'There is a hook for this URL', 'https://a.example/in-r1'],
  ['callback_url', 'https://a.example', {}, 'The callback URL is in use.', 'https://a.example/r1'],
  ['icon', 'https://a.example/a/b.png', {}, 'There is already one with this icon.', 'https://a.example/a/b-r1.png'],
  ['url', 'https://a.example/in', { pattern: '^https://a.example/in$' }, 'The URL is taken.', undefined],
  ['url', 'https://a.example/in', {}, 'The name is taken.', undefined],
  ['url', 'https://a.example/in', {}, undefined, undefined],
  ['url', 'here', {}, 'The URL is taken.', undefined],
])('of addresses, %s: %s with %j and "%s" is %s', (property, value, schema, refusal, wanted) => {
  expect(scopedAddress(property, value, 'r1', schema, refusal)).toBe(wanted);
});

describe('a key that nothing has', () => {
  it.each([
    [{ type: 'integer', minimum: 1 }, /^2\d{9}$/],
    [{ type: 'string', format: 'uuid' }, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
    [{ type: 'string', pattern: '^[A-Z]{2}\\d{6}$' }, /^[A-Z]{2}\d{6}$/],
  ])('of %j', (schema, form) => {
    expect(scopedName('item1', 'r1', schema)).toMatch(form);
    expect(scopedName('item1', 'r1', schema)).not.toBe(scopedName('item1', 'r2', schema));
    expect(scopedName('item1', 'r1', schema)).not.toBe(scopedName('item2', 'r1', schema));
  });

  it.each([
    [undefined, true],
    [{ type: 'string' }, true],
    [{ type: 'integer' }, true],
    [{ type: 'integer', maximum: 1000 }, false],
    [{ type: 'string', enum: ['a', 'b'] }, false],
  ])('%j has one: %s', (schema, wanted) => expect(hasUnused(schema)).toBe(wanted));
});

describe('what may be there but once', () => {
  it('is another for each thing of hundreds of stories, however few digits it has', () => {
    const schema = { description: 'unique' };
    const stories = Array.from({ length: 600 }, (_, i) => `r0d41a7f0${i.toString(36).padStart(3, '0')}`);
    const suffixes = stories.flatMap((story) => [story, `${story}1`, `${story}2`]);
    const labels = suffixes.map((suffix) => scopedLabel('staffNo', 'K0042', suffix, schema, ''));
    expect(new Set(labels).size).toBe(suffixes.length);
    expect(labels.every((one) => /^K\d{4}$/.test(one ?? ''))).toBe(true);
  });

  it.each<[Schema, string, RegExp]>([
    [{ description: 'unique; a letter and 4 digits' }, 'K0042', /^K(?!0042)\d{4}$/],
    [{ description: 'Unique', maxLength: 20 }, 'K0042', /^[A-Z](?!0042)\d{4}$/],
    [{ description: 'Unique' }, 'north', /^north-r1$/],
    [{ description: 'Unique', pattern: '^[A-Z]\\d{4}$' }, 'K0042', /^(?!K0042)[A-Z]\d{4}$/],
  ])('is another by its description, whatever it is called: %j', (schema, value, form) => {
    expect(scopedLabel('staffNo', value, 'r1', schema, '')).toMatch(form);
    expect(scopedLabel('staffNo', value, 'r1', schema)).toMatch(form);
    expect(scopedLabel('staffNo', value, 'r1', { ...schema, description: 'Of the staff' }, '')).toBeUndefined();
  });

  it.each<[string, Schema, RegExp]>([
    ['OSL04', { description: '3 to 7 characters. Unique.', minLength: 3, maxLength: 7 }, /^(?!OSL04)[A-Z]{3}\d{2}$/],
    ['LAMP-4', { description: 'Unique.' }, /^(?!LAMP-4)L[A-Z]{3}-\d$/],
    ['AB', { description: 'Unique.', maxLength: 6 }, /^[A-Z]{3}$/],
    ['lamps', { description: 'Unique.', maxLength: 8 }, /^(?!lamps)[a-z]{5}$/],
    ['lamps', { description: 'Unique.' }, /^lamps-r0d41a7f0001$/],
    ['4', { description: 'Unique.', maxLength: 2 }, /^4$/],
  ])('is another though no conflict is documented, in the form of %s with %j', (value, schema, form) => {
    expect(scopedLabel('depotCode', value, 'r0d41a7f0001', schema)).toMatch(form);
  });

  it("is each thing's own, in every story, though few are of its form", () => {
    const schema = { description: 'Unique', maxLength: 5 };
    const suffixes = Array.from({ length: 300 }, (_, i) => `r0d41a7f0${i.toString(36).padStart(3, '0')}`);
    const things = suffixes.flatMap((story) => [story, `${story}1`, `${story}2`]);
    expect(new Set(things.map((one) => scopedLabel('mark', 'OSL', one, schema))).size).toBe(things.length);
    const three = { description: 'Unique', minLength: 3, maxLength: 3, pattern: '^[A-Z]+$' };
    const codes = things.map((one) => scopedLabel('code', 'OSL', one, three, ''));
    expect(codes.every((code) => /^[A-Z]{3}$/.test(code ?? ''))).toBe(true);
    expect(new Set(codes).size).toBe(things.length);
  });

  it.each([
    ['mark', 'The unique identifier of the depot.'],
    ['depotId', 'Unique.'],
  ])('is left as it is where it may name another thing: %s, %s', (property, description) => {
    expect(scopedLabel(property, 'OSL04', 'r1', { description })).toBeUndefined();
  });

  it.each<[string, string, Schema, boolean]>([
    ['mark', 'OSL', { description: 'Unique', minLength: 3 }, true],
    ['mark', 'O', { description: 'Unique', minLength: 1 }, false],
    ['mark', 'OSL', { minLength: 3 }, false],
    ['label', 'OSL', { description: 'Unique', minLength: 3 }, false],
  ])('%s: another is as long as %s with %j: %s', (property, value, schema, keeps) => {
    expect(keepsLength(property, value, schema)).toBe(keeps);
  });

  it.each([
    ['sku', { pattern: '^[A-Z]{2}\\d{6}$' }, true, /^[A-Z]{2}\d{6}$/],
    ['sku', { pattern: '^[A-Z]{2}\\d{6}$' }, false, undefined],
    ['countryCode', { pattern: '^[A-Z]{2}$' }, true, undefined],
    ['color', { pattern: '^#[0-9a-f]{6}$' }, true, undefined],
    ['key', { description: 'Unique in the project.' }, true, /^AB\d{6}$/],
    ['key', {}, true, undefined],
  ])('%s with %j, conflicts documented: %s', (property, schema, once, form) => {
    const label = scopedLabel(property, 'AB123456', 'r1', schema, once ? '' : undefined);
    if (form === undefined) expect(label).toBeUndefined();
    else expect(label).toMatch(form);
  });
});

it.each([
  ['There is already an item with this `sku`', true],
  ['The order is closed', false],
])('a text of which no form is told, where a conflict says "%s"', (refusal, isOwn) => {
  const labels = ['r1', 'r2'].map((suffix) => scopedLabel('sku', 'WHEAT', suffix, { type: 'string' }, refusal));
  expect(labels.every((label) => label !== undefined) && labels[0] !== labels[1]).toBe(isOwn);
});
