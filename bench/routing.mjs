// How long routing takes: every documented URL form of the committed spec, against path-to-regexp over the same paths.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { routeTable } from '../dist/generator/server/route-table.js';
import { loadApi } from '../dist/spec/contract/load.js';
import { createRouter } from '../dist/templates/server/runtime/router.js';
import { row, spec } from './measuring.mjs';

const { match } = createRequire(createRequire(import.meta.url).resolve('express'))('path-to-regexp');
const { api } = loadApi(readFileSync(spec, 'utf8'), spec);
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

/** Both right, and in how many microseconds a request. */
export async function measure() {
  const own = microseconds(ours);
  const other = microseconds(findTheirs);
  const wrong = requests.filter(([method, path]) => ours(method, path).kind !== 'found').length;
  const how = `${own.toFixed(2)} µs against ${other.toFixed(2)} µs; ${forms.length} URL forms of ${routes.length} operations, ${wrong} not found; best of 5`;
  return [row('routing ÷ path-to-regexp', wrong > 0 ? Number.POSITIVE_INFINITY : own / other, { atMost: 1 }, '×', how)];
}
