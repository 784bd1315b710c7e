// Changes of which a page shows a request alone, below titles without marks: their fields are those of the create, but for the key.
import { expect, it } from 'vitest';
import { readProfile, readWording } from '../cli/documents.js';
import { buildSpec } from './build.js';
import { pointer } from './contract/pointer.js';
import { packageRoot } from './package-root.js';

const options = { profile: readProfile('rest-table', packageRoot()), wording: readWording() };

const PAGE = `# 船の管理

## 1. 船

### 1.1 登録

\`\`\`
POST /boats
\`\`\`

リクエストボディ

| 項目 | 型 | 必須 | 説明 |
|---|---|---|---|
| code | string | ○ | 4〜12文字 |
| name | string | ○ | 最大100文字 |

リクエスト例

\`\`\`sh
curl -X POST http://localhost/boats -H 'Content-Type: application/json' -d '{"code":"AB-12","name":"はやぶさ"}'
\`\`\`

レスポンス 201

\`\`\`json
{ "code": "AB-12", "name": "はやぶさ" }
\`\`\`

### 1.2 更新

\`\`\`
PUT /boats/{code}
\`\`\`

項目は 1.1 と同じです。初回は 201、すでにある場合は上書きして 200 を返します。

\`\`\`sh
curl -X PUT http://localhost/boats/AB-12 -H 'Content-Type: application/json' -d '{"name":"つばめ"}'
\`\`\`

### 1.3 一覧

\`\`\`
GET /boats
\`\`\`

クエリパラメータ

| 名前 | 型 | 必須 | 説明 |
|---|---|---|---|
| q | string | | 船名の部分一致 |
`;

it('have its fields without the key, and each success that a sentence tells', () => {
  const { document: spec } = buildSpec([{ path: 'boats.md', text: PAGE }], { ...options, lang: 'ja' });
  const fields = (operation: string): string[] => {
    const ref = pointer(spec, `${operation}/requestBody/content/application~1json/schema/$ref`);
    return Object.keys(pointer(spec, `${String(ref).slice(1)}/properties`) ?? {});
  };
  expect(fields('/paths/~1boats/post')).toEqual(['code', 'name']);
  expect(fields('/paths/~1boats~1{code}/put')).toEqual(['name']);
  expect(Object.keys(pointer(spec, '/paths/~1boats~1{code}/put/responses') ?? {}).slice(0, 2)).toEqual(['200', '201']);
  expect(pointer(spec, '/paths/~1boats/get/parameters')).toHaveLength(1);
});
