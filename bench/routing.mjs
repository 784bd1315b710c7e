// How long routing takes: every documented URL form of the committed spec, against path-to-regexp over the same paths.
// Run `npm run build` first, then `node bench/routing.mjs`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { routeTable } from '../dist/generator/server/route-table.js';
import { loadApi } from '../dist/spec/contract/load.js';
import { createRouter } from '../dist/templates/server/runtime/router.js';

const { match } = createRequire(createRequire(import.meta.url).resolve('express'))('path-to-regexp');
const { api } = loadApi(readFileSync('spec/openapi.yaml', 'utf8'), 'spec/openapi.yaml');
const routes = routeTable(api).operations.map(({ route }) => route);
const ours = createRouter(routes);

const forms = routes.flatMap((route) => [route.path, ...(route.aliases ?? [])].map((path) => ({ ...route, path })));
const escaped = (literal) => literal.replace(/[(){}[\]+?!:*\\]/g, '\\$&');
const theirs = forms.map(({ method, path }) => {
  const pattern = path
    .split(/(\{[^}]*\})/)
    .map((part, index) => (index % 2 ? `:${part.slice(1, -1).replace(/\W/g, '_')}` : escaped(part)))
    .join('');
  return { method, match: match(pattern) };
});
const requests = forms.map(({ method, path }) => [method, path.replace(/\{[^}]*\}/g, 'value1')]);

function findTheirs(method, path) {
  for (const route of theirs) {
    if (route.method !== method) continue;
    const found = route.match(path);
    if (found) return found;
  }
  return undefined;
}

function microseconds(find) {
  const ROUNDS = 60;
  let best = Infinity;
  for (let n = 0; n < 5; n++) {
    const start = performance.now();
    for (let round = 0; round < ROUNDS; round++) for (const [method, path] of requests) find(method, path);
    best = Math.min(best, ((performance.now() - start) * 1000) / (ROUNDS * requests.length));
  }
  return best;
}

const own = microseconds(ours);
const other = microseconds(findTheirs);
const wrong = requests.filter(([method, path]) => ours(method, path).kind !== 'found').length;
console.log(`${forms.length} URL forms of ${routes.length} operations, ${wrong} not found`);
console.log(`docproof        ${own.toFixed(2)} µs`);
console.log(`path-to-regexp  ${other.toFixed(2)} µs`);
console.log(`ratio           ${(own / other).toFixed(2)}`);
if (wrong > 0 || own > other) process.exitCode = 1;
