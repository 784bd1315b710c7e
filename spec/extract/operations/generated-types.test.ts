// Types and models as generators of documentation write them.
import { expect, it } from 'vitest';
import { readProfile, readWording } from '../../../cli/documents.js';
import { buildSpec } from '../../build.js';
import { pointer } from '../../contract/pointer.js';
import { packageRoot } from '../../package-root.js';

const options = { profile: readProfile('rest-table', packageRoot()), wording: readWording() };

/** Looks into what a page says of `POST /crates`. */
function read(...lines: string[]): (path: string) => unknown {
  const about = 'Errors are `application/problem+json`.';
  const text = ['# Crates', '', about, '', '## addCrates', '', '`POST /crates`', '', ...lines, ''].join('\n');
  const { document } = buildSpec([{ path: 'p.md', text }], options);
  const deref = (value: unknown): unknown => {
    const ref = (value as { $ref?: string } | undefined)?.$ref;
    return ref === undefined ? value : pointer(document, ref.slice(1));
  };
  return (path) => {
    const schema = deref(pointer(document, `/paths/~1crates/post/${path.replace(/ .*/, '')}`));
    return pointer(schema as object, path.replace(/^\S+ ?/, ''));
  };
}

const BODY = 'requestBody/content/application~1json/schema';
const PARAMETERS = ['### Parameters', '', '|Name|In|Type|Required|Description|', '|---|---|---|---|---|'];
const MODELS = [
  '# Schemas',
  '',
  '<h2 id="tocS_Shell">Shell</h2>',
  '',
  '### Properties',
  '',
  '|Name|Type|Required|Restrictions|Description|',
  '|---|---|---|---|---|',
  '|kind|string|true|none|none|',
  '|parts|[[Part](#schemapart)]|false|none|none|',
  '',
  '#### Enumerated Values',
  '',
  '|Property|Value|',
  '|---|---|',
  '|kind|wood|',
  '|kind|steel|',
  '',
  '<h2 id="tocS_Part">Part</h2>',
  '',
  '### Properties',
  '',
  '|Name|Type|Required|Restrictions|Description|',
  '|---|---|---|---|---|',
  '|size|integer|true|none|none|',
];

it('a type in brackets is a list of it, and each list has members of its own', () => {
  const found = read(
    ...PARAMETERS,
    '|» labels|body|[string]|true|none|',
    '|» lids|body|[object]|true|none|',
    '|»» size|body|integer|true|none|',
    '|» nails|body|[object]|true|none|',
    '|» odd|body|[whatever]|true|none|',
  );
  expect(found(`${BODY} /properties/labels`)).toMatchObject({ type: 'array', items: { type: 'string' } });
  expect(found(`${BODY} /properties/lids/items/properties`)).toMatchObject({ size: { type: 'integer' } });
  expect(found(`${BODY} /properties/nails/items/type`)).toBe('object');
  expect(found(`${BODY} /properties/nails/items/properties`)).toBeUndefined();
  expect(found(`${BODY} /properties/odd/type`)).toBeUndefined();
});

it('what a row with signs before its name links to has the members and values of the model', () => {
  const found = read(...PARAMETERS, '|» shells|body|[[Shell](#schemashell)]|true|none|', '', ...MODELS);
  const items = `${BODY} /properties/shells/items`;
  expect(found(`${items}/properties/kind`)).toMatchObject({ type: 'string', enum: ['wood', 'steel'] });
  expect(found(`${items}/properties/parts/items/properties/size/type`)).toBe('integer');
  expect(found(`${items}/required`)).toEqual(['kind']);
});

it('members that stand in the table already are not put there again', () => {
  const rows = ['|» shells|body|[[Shell](#schemashell)]|true|none|', '|»» kind|body|string|false|none|'];
  const found = read(...PARAMETERS, ...rows, '', ...MODELS);
  expect(Object.keys(found(`${BODY} /properties/shells/items/properties`) as object)).toEqual(['kind']);
});

it('an error with members of its own comes in the media type of all errors', () => {
  const found = read('|Status|Meaning|Schema|', '|---|---|---|', '|409|Taken|[Part](#schemapart)|', '', ...MODELS);
  expect(found('responses/409/content')).toHaveProperty('application/problem+json');
});
