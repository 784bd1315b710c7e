// Whether time grows with the input and no faster: a page of 5 MB against one of 1.25 MB, 10,000 pages against 2,500, and
// the plan of an API of 1,200 operations against that of one of 300.
import { readDocuments, readProfile } from '../dist/cli/documents.js';
import { casesOf, suiteOf } from '../dist/conformance/plan/suite.js';
import { buildSpec } from '../dist/spec/build.js';
import { loadApi } from '../dist/spec/contract/load.js';
import { englishPages, median, root, row } from './measuring.mjs';

/** Four times the input may take this many times as long: linear, and some for a fuller heap. */
const WANTED = { atMost: 5 };

export async function measure() {
  const context = { profile: readProfile(undefined, root) };
  const pages = readDocuments([englishPages()], process.cwd());
  const big = (megabytes) => [{ path: 'big.md', text: repeated(pages, megabytes * 1e6) }];
  const many = (count) =>
    Array.from({ length: count }, (_, i) => copy(pages[i % pages.length], Math.floor(i / pages.length)));
  const build = (files) => buildSpec(files, context);
  const plan = (text) => casesOf(suiteOf(loadApi(text, 'api.json').api), { pasted: false });
  return [
    grown('a page of 5 MB ÷ one of 1.25 MB', build, big(1.25), big(5), 3),
    grown('10,000 pages ÷ 2,500', build, many(2_500), many(10_000), 1),
    grown('plan of 1,200 operations ÷ 300', plan, apiOf(50), apiOf(200), 3),
  ];
}

function grown(what, work, small, large, rounds) {
  const timed = (input) => {
    const { user } = process.cpuUsage();
    work(input);
    return (process.cpuUsage().user - user) / 1000;
  };
  const ratios = [];
  let last = 0;
  for (let round = 0; round < rounds; round++) {
    const before = timed(small);
    last = timed(large);
    ratios.push(last / before);
  }
  return row(what, median(ratios), WANTED, '×', `${Math.round(last)} ms of processor time; median of ${rounds}`);
}

/** Text of a spec with so many kinds of things, six operations for each; each names another kind. */
function apiOf(kinds) {
  const named = (kind) => `kind${kind % kinds}`;
  const paths = Array.from({ length: kinds }, (_, i) => pathsOf(named(i), named(i + 1)));
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Kinds', version: '1' },
    paths: Object.assign({}, ...paths),
  });
}

function pathsOf(kind, other) {
  const properties = {
    name: { type: 'string', maxLength: 40 },
    state: { type: 'string', enum: ['open', 'closed'] },
    [`${other}_id`]: { type: 'integer', description: `The id of a ${other}.` },
  };
  const example = { name: kind, state: 'open', [`${other}_id`]: 1 };
  const json = { 'application/json': { schema: { type: 'object', required: ['name'], properties }, example } };
  const answers = (status) => ({ [status]: { description: 'ok', content: json }, 404: { description: 'none' } });
  const of = (verb, more) => ({ operationId: `${verb}_${kind}`, description: `It does ${verb} a ${kind}.`, ...more });
  const parameters = [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }];
  return {
    [`/${kind}`]: {
      get: of('list', { responses: answers(200) }),
      post: of('add', { requestBody: { content: json }, responses: answers(201) }),
    },
    [`/${kind}/{id}`]: {
      parameters,
      get: of('get', { responses: answers(200) }),
      patch: of('change', { requestBody: { content: json }, responses: answers(200) }),
      delete: of('remove', { responses: { 204: { description: 'gone' }, 404: { description: 'none' } } }),
    },
    [`/${kind}/{id}/close`]: { parameters, post: of('close', { responses: answers(200) }) },
  };
}

/** Another page of the same text: its own id, so that it is not a duplicate. */
function copy({ path, text }, n) {
  if (n === 0) return { path, text };
  const own = text.replace(/^((?:original_)?id:\s*\S+)$/gm, `$1_${n}`);
  return { path: path.replace(/\.md$/, `_${n}.md`), text: own };
}

function repeated(pages, length) {
  let text = '';
  for (let i = 0; text.length < length; i++)
    text += `${pages[i % pages.length].text.replace(/^---\n.*?\n---\n/s, '')}\n\n`;
  return text.slice(0, length);
}
