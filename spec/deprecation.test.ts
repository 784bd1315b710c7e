// What pages call deprecated is so in the spec: operations, parameters, fields; what only speaks of deprecated things is not.
import { expect, it } from 'vitest';
import { readProfile } from '../cli/documents.js';
import { buildSpec } from './build.js';
import { packageRoot } from './package-root.js';

const MANY = `# Shelf API

## Rename a shelf (deprecated)

\`POST /shelves/:id/rename\`

| Attribute | Type | Required | Description |
|---|---|---|---|
| \`name\` | string | yes | New name |
| \`label\` (deprecated) | string | no | Old label |
| ~~\`tag\`~~ | string | no | Old tag |
| \`colour\` | string, deprecated | no | Colour |
| \`size\` | integer | no | **Deprecated**. Use \`width\`. |
| \`depth\` | integer | no | The depth (deprecated since 2.1) |
| \`old\` | boolean | no | Deprecated shelves are kept, too |
| \`state\` | string | no | Whether it is active, deprecated, or gone |

## List shelves

> **Deprecated:** use \`GET /v2/shelves\`.

\`GET /shelves\`

- \`page\` (integer, deprecated): the page
- \`q\` (string): words. This parameter is deprecated.
- \`sort\` (string): order. The list of deprecated shelves is not sorted.

## Show a shelf

\`GET /shelves/:id\`

Shows a shelf, also a deprecated one.

## ~~Drop a shelf~~

\`DELETE /shelves/:id\`

## Change a shelf

\`PUT /shelves/:id\`

Changes it.

:::warning
This endpoint is deprecated and goes away next year.
:::
`;

const ONE = `# Rename Shelf

### Overview

Deprecated. Use Update Shelf.

#### Request URL

\`\`\`
{UnitURL}shelves/{ShelfName}
\`\`\`

#### Request Method

PUT

#### Request Body

|Item Name|Overview|Effective Value|Required|Notes|
|:--|:--|:--|:--|:--|
|Name|Name of the shelf|Number of digits: 1 - 128|Yes||
|Label|Label of the shelf. Deprecated since 1.3.|Number of digits: 1 - 128|No||
|Tag|Tag|Number of digits: 1 - 128|No|Deprecated|
`;

interface Spec {
  paths: Record<string, Record<string, { deprecated?: boolean; summary?: string; operationId?: string }>>;
  components: Record<'schemas' | 'parameters', Record<string, Schema & { name?: string }>>;
}
type Schema = { deprecated?: boolean; properties?: Record<string, { deprecated?: boolean }> };

function specOf(text: string, profile?: string): Spec {
  const { document } = buildSpec([{ path: 'shelf.md', text }], { profile: readProfile(profile, packageRoot()) });
  return document as unknown as Spec;
}

function deprecatedIn({ paths, components: { schemas, parameters } }: Spec): string[] {
  const named = (entries: Record<string, { deprecated?: boolean }>, name: (key: string) => string): string[] =>
    Object.entries(entries).flatMap(([key, { deprecated }]) => (deprecated === true ? [name(key)] : []));
  return [
    ...Object.entries(paths).flatMap(([path, item]) => named(item, (method) => `${method} ${path}`)),
    ...named(parameters ?? {}, (key) => parameters[key]?.name ?? key),
    ...Object.values(schemas).flatMap(({ properties }) => named(properties ?? {}, (key) => key)),
  ];
}

it('where a page has many operations', () => {
  const spec = specOf(MANY, 'rest-table');
  expect(deprecatedIn(spec)).toEqual([
    'post /shelves/{id}/rename',
    'get /shelves',
    'put /shelves/{id}',
    'delete /shelves/{id}',
    ...['page', 'q'],
    ...['label', 'tag', 'colour', 'size', 'depth'],
  ]);
  // A title does without the mark.
  expect(spec.paths['/shelves/{id}/rename']?.['post']).toMatchObject({
    operationId: 'renameShelf',
    summary: 'Rename a shelf',
  });
  expect(spec.paths['/shelves/{id}']?.['delete']?.summary).toBe('Drop a shelf');
});

it('where a page has one operation', () => {
  expect(deprecatedIn(specOf(ONE))).toEqual(['put /shelves/{ShelfName}', 'Label', 'Tag']);
});

it('a type that is called as a place is one: a URL in a body', () => {
  const page = `# A\n\n## Add a link\n\n\`POST /links\`\n\n| Attribute | Type | Required | Description |\n|---|---|---|---|\n| target | URL | yes | Where to |\n`;
  const [schema] = Object.values(specOf(page, 'rest-table').components.schemas);
  expect(schema?.properties?.['target']).toMatchObject({ type: 'string', format: 'uri' });
});
