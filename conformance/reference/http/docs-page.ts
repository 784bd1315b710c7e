// `GET /__docs`: the API reference made from openapi.yaml, shown by Swagger UI's own files. Nothing comes from elsewhere.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Incoming, Outgoing } from '../../../generated/server/index.js';
import { packageRoot } from '../../../spec/package-root.js';
import { viewOf } from './docs-view.js';

type File = [type: string, read: () => Promise<string>];

/** Answers `/__docs` and the files below it. What it reads is kept for the next request. */
export function createDocs(): (incoming: Incoming) => Promise<Outgoing> | undefined {
  const files: Record<string, File> = {
    '': ['text/html; charset=utf-8', async () => PAGE],
    'start.js': ['text/javascript; charset=utf-8', async () => START],
    'openapi.json': ['application/json', readView],
    'swagger-ui.css': ['text/css; charset=utf-8', () => readViewerFile('swagger-ui.css')],
    'swagger-ui-bundle.js': ['text/javascript; charset=utf-8', () => readViewerFile('swagger-ui-bundle.js')],
  };
  const texts = new Map<string, Promise<string>>();
  const answer = async (name: string, [type, read]: File, method: string): Promise<Outgoing> => {
    const text = texts.get(name) ?? read();
    texts.set(name, text);
    const headers: Outgoing['headers'] = [
      ['content-type', type],
      ['content-security-policy', POLICY],
      ['x-content-type-options', 'nosniff'],
    ];
    return { status: 200, headers, body: method === 'HEAD' ? null : await text };
  };
  return ({ method, url }) => {
    const name = /^[a-z]+:\/\/[^/]*\/__docs(?:\/([\w.-]*))?(?:\?.*)?$/.exec(url);
    const file = name && Object.hasOwn(files, name[1] ?? '') ? files[name[1] ?? ''] : undefined;
    if (!name || !file || (method !== 'GET' && method !== 'HEAD')) return undefined;
    return answer(name[1] ?? '', file, method);
  };
}

const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

const PAGE = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/__docs/swagger-ui.css">
</head>
<body>
<div id="reference"></div>
<script src="/__docs/swagger-ui-bundle.js"></script>
<script src="/__docs/start.js"></script>
</body>
</html>
`;

const START = `SwaggerUIBundle({
  url: '/__docs/openapi.json',
  dom_id: '#reference',
  docExpansion: 'list',
  defaultModelsExpandDepth: -1,
  deepLinking: true,
  filter: true,
  supportedSubmitMethods: [],
  validatorUrl: null,
});
`;

async function readView(): Promise<string> {
  // While it parses, no request is answered: the parser that keeps positions takes four times as long.
  const { CORE_SCHEMA, load } = await import('js-yaml');
  const text = await readFile(join(packageRoot(), 'spec/openapi.yaml'), 'utf8');
  return JSON.stringify(viewOf(load(text, { schema: CORE_SCHEMA }) as Record<string, unknown>));
}

function readViewerFile(name: string): Promise<string> {
  const viewer = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  return readFile(join(viewer, name), 'utf8');
}
