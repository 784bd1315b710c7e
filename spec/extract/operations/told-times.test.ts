// Timestamps of a page of which one is told to be a number.
import { expect, it } from 'vitest';
import { pageOf } from './testing/page-of.js';

const typesOf = (body: string): unknown[] => {
  const [endpoint] = pageOf(`# Kites\n\n## Fly\n\n\`POST /kites\`\n\n### Body\n\n${body}\n`).endpoints;
  const [table] = endpoint?.body.tables ?? [];
  return table?.kind === 'fields' ? table.rows.map((row) => row.type) : [];
};

it.each([
  [
    'in a list',
    '- `up_at` (timestamp) – Unix seconds\n- `down_at` (timestamp, nullable) – When it lands\n- `torn_at` timestamp — When it tears',
    ['unix timestamp', 'unix timestamp, nullable', 'unix timestamp'],
  ],
  [
    'in a table',
    '|Name|Type|Notes|\n|--|--|--|\n|up_at|timestamp|Unix time|\n|down_at|timestamp|When it lands|\n|note|string|Has a timestamp|',
    ['unix timestamp', 'unix timestamp', 'string'],
  ],
  [
    'beside one that is a text',
    '- `up_at` (timestamp) – Unix seconds\n- `down_at` (timestamp) – ISO 8601',
    ['timestamp', 'timestamp'],
  ],
  ['where none is', '- `up_at` (timestamp) – When it starts', ['timestamp']],
])('%s', (_, body, types) => expect(typesOf(body)).toEqual(types));
