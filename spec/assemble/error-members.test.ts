// Where an error has its code, and the name of the field that is wrong.
import { expect, it } from 'vitest';
import { readProfile, readWording } from '../../cli/documents.js';
import { buildSpec } from '../build.js';
import { pointer } from '../contract/pointer.js';
import { packageRoot } from '../package-root.js';

const options = { profile: readProfile('rest-table', packageRoot()), wording: readWording() };

function membersIn(errors: string): unknown {
  const text = `# Harbour\n\n${errors}\n\n## Boats\n\n### DELETE /boats/:id\n\nReturns 204.\n`;
  return pointer(buildSpec([{ path: 'harbour.md', text }], options).document, '/x-docproof/errorMembers');
}

const CODES = '- `absent` (404) – there is none\n- `wrong` (422) – a field is wrong';

it.each([
  ['## Errors\n\n```json\n{"error": {"code": "absent", "message": "None."}}\n```', { code: '/error/code' }],
  ['## Trouble\n\n```json\n{"kind": "wrong", "text": "No."}\n```', { code: '/kind' }],
  ['## Trouble\n\nErrors look like this:\n\n```json\n{"kind": "wrong", "text": "No."}\n```', { code: '/kind' }],
  [
    '## Errors\n\n```json\n{"error": {"code": "absent"}}\n```\n\nFor 422, `error.field` names the field that is wrong.',
    { code: '/error/code', field: '/error/field', fieldStatus: 422 },
  ],
  [
    '## Errors\n\n```json\n{"code": "wrong", "at": "sails"}\n```\n\nBei 422 nennt `at` in der Antwort das Feld: `at` nennt das Feld.',
    { code: '/code', field: '/at', fieldStatus: 422 },
  ],
  [
    '## Errors\n\n```json\n{"code": "wrong", "at": "sails"}\n```\n\n`at` indique le champ en cause.',
    { code: '/code', field: '/at' },
  ],
  [
    '## Errors\n\n```json\n{"code": "wrong", "at": "sails"}\n```\n\n`at` は誤りのある項目です。',
    { code: '/code', field: '/at' },
  ],
  ['## Errors\n\n```json\n{"code": "wrong", "status": 422}\n```', { code: '/code', status: '/status' }],
  ['## Errors\n\n```json\n{"code": "wrong", "status": 7}\n```', { code: '/code' }],
  [
    '| Topic | Rule |\n|---|---|\n| Format | JSON, with nothing around it but blanks |\n| Errors | `{"code": "wrong", "status": 422}` is one of them. |',
    { code: '/code', status: '/status' },
  ],
])('%s', (errors, members) => {
  expect(membersIn(`${errors}\n\n${CODES}`)).toEqual(members);
});

it.each(['## Errors\n\n```json\n{"message": "None."}\n```', '## Trouble\n\n```json\n{"sail": "red"}\n```'])(
  '%s shows none',
  (errors) => {
    expect(membersIn(`${errors}\n\n${CODES}`)).toBeUndefined();
  },
);
