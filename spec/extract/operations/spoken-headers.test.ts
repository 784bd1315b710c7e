import { describe, expect, it } from 'vitest';
import { readProfile } from '../../../cli/documents.js';
import { packageRoot } from '../../package-root.js';
import { spokenHeaders } from './spoken-headers.js';
import { pageOf } from './testing/page-of.js';

const profile = readProfile('rest-table', packageRoot());

/** `<` of a request, `>` of an answer; `!` must be there, `?` need not come back. */
function told(text: string): string {
  return spokenHeaders(text, undefined, profile)
    .map(
      (h) =>
        `${h.side === 'request' ? '<' : '>'}${h.name}${h.required ? '!' : h.side === 'response' && h.maybe ? '?' : ''}`,
    )
    .join(' ');
}

describe('headers that a sentence names', () => {
  it.each([
    ['Send `Idempotency-Key` with each POST.', '<Idempotency-Key!'],
    ['To make it safe to ask twice, add an `Idempotency-Key: <key>` header.', '<Idempotency-Key'],
    ['The answer carries an `ETag` header with the version.', '>ETag'],
    ['The request must include an `If-Match` header with the last known ETag.', '<If-Match!'],
    ['Requires `If-Match`: 428 without it.', '<If-Match!'],
    ['You must send the X-Team-Id header with all requests.', '<X-Team-Id!'],
    ['Clients may also set `X-Trace-Id`; this header is optional.', '<X-Trace-Id'],
    ['The Location header holds the URL of the new cup.', '>Location'],
    ['If there are more, the response has a `Link` header.', '>Link?'],
    ['Besides the body, the response has the headers `X-Sum`, `X-Pages` and `X-At`.', '>X-Sum >X-Pages >X-At'],
    ['How many there are is told by the `X-Cups` response header.', '>X-Cups'],
    [
      'The `RateLimit-Limit` and `RateLimit-Remaining` headers tell what is left.',
      '>RateLimit-Limit >RateLimit-Remaining',
    ],
    ['Every response has the header `X-Reset` (seconds until the next minute).', '>X-Reset'],
    ['The Location header is the address of the cup; ask for it until it is full.', '>Location'],
    ['Returns the cup and an `ETag`.', '>ETag'],
    ['Jede Anfrage muss den Header `X-Mandant` enthalten.', '<X-Mandant!'],
    ["La réponse contient l'en-tête `X-Somme`.", '>X-Somme'],
    ['リクエストには`X-Tenant`ヘッダーが必須です。レスポンスの`X-Sum`ヘッダに総数が入ります。', '<X-Tenant! >X-Sum'],
  ])('%s', (text, want) => {
    expect(told(text)).toBe(want);
  });

  it.each([
    'The `Accept` header is ignored.',
    'The `status` field of the request must be set.',
    'Cups are sorted by `Sort-By`.',
    'Use `GET` to read a cup, see README-FIRST.',
    'All requests need an `Authorization` header.',
    'It comes with a header row.',
    'Undoes it. No `If-Match` here.',
    'Kein Body, kein `If-Match`.',
    "Pas d'`If-Match`.",
    '`If-Match`は不要です。',
  ])('none: %s', (text) => {
    expect(told(text)).toBe('');
  });
});

const headersOf = (text: string): unknown =>
  pageOf(text).endpoints.map(({ parameters, responses }) => [
    parameters.filter((p) => p.in === 'header').map((p) => `${p.name}${p.required ? '!' : ''}`),
    ...responses.map(
      (r) => `${r.statuses.map((s) => s.code)} ${r.headers.map((h) => `${h.name}${h.maybe ? '?' : ''}`)}`,
    ),
  ]);

it('a message shows the headers of its answer, a row or sentence those of its status; what a table says of one counts', () => {
  const text = [
    '# Add a cup\n\nSend `X-Team` with every request.\n\n`POST /cups`\n\n| Header | Required | Description |\n|---|---|---|\n| x-team | no | Who |',
    '```http\nHTTP/1.1 201 Created\nDate: now\nLocation: /cups/1\nETag: "1"\n\n{"id": 1}\n```\n\nThe `ETag` header is sent back always.',
    '| Status | Meaning |\n|---|---|\n| 201 | Made |\n| 429 | Wait as the `Retry-After` header says |',
  ].join('\n\n');
  expect(headersOf(text)).toEqual([[['x-team'], '201 ETag,Location?', '429 Retry-After?']]);
});

it('a sentence beside the operations that speaks of all of them is about each, or each with its method', () => {
  const text =
    '# Cups\n\nAll `POST` requests must have a `Request-Id` header. Every response has an `X-Host` header. Some cups have an `X-Lid` header.\n\n' +
    'Send your API key in the `X-Api-Key` header with every request.\n\n' +
    '## Add\n\n`POST /cups`\n\nReturns 201.\n\n## List\n\n`GET /cups`\n\nReturns 200.\n';
  expect(headersOf(text)).toEqual([
    [['Request-Id!'], '201 X-Host'],
    [[], '200 X-Host'],
  ]);
});

it.each<[string, string, string[]]>([
  ['those of the thing', '', ['If-Match!', '', '', '']],
  [
    'those whose commands show it',
    '\n\n```sh\ncurl -X PATCH https://a.example/cups/1 -H \'If-Match: "1"\'\n```',
    ['', '', 'If-Match!', ''],
  ],
])('changes that need the version are %s', (_, command, expected) => {
  const text =
    '# Cups\n\n- `PUT` and `PATCH` on a cup need `If-Match` with the current version: missing → `428`, stale → `412`.\n\n' +
    `## Put\n\n\`PUT /cups/:id\`\n\n## Read\n\n\`GET /cups/:id\`\n\n## Change\n\n\`PATCH /cups/:id/lid\`${command}\n\n## Hold\n\n\`PUT /cups/:id/lid\`\n`;
  const headers = pageOf(text).endpoints.map(({ parameters }) =>
    parameters.filter((p) => p.in === 'header').map((p) => `${p.name}${p.required ? '!' : ''}`),
  );
  expect(headers.map((names) => names.join())).toEqual(expected);
});
