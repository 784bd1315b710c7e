// How long `generate` takes for all targets, against openapi-typescript alone on the same spec: whole processes, from
// nothing. openapi-typescript knows no 3.2, so it gets the view that the client's types are made from.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { typesView } from '../dist/generator/client/types-view.js';
import { loadApi } from '../dist/spec/contract/load.js';
import { main, median, root, row, runNode, spec } from './measuring.mjs';

const ROUNDS = 5;
const alone = fileURLToPath(new URL('../node_modules/openapi-typescript/bin/cli.js', import.meta.url));

export async function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'docproof-bench-'));
  try {
    const view = join(folder, 'view.json');
    const { api } = loadApi(readFileSync(spec, 'utf8'), spec);
    writeFileSync(view, JSON.stringify(typesView(api, (operation) => operation.id)));
    const own = [];
    const theirs = [];
    for (let round = 0; round < ROUNDS; round++) {
      const types = join(folder, `types${round}.ts`);
      const out = join(folder, `out${round}`);
      theirs.push(await done([alone, view, '--output', types]));
      own.push(await done([main, 'generate', '--spec', spec, '--out', out]));
    }
    const ratio = (of) => median(own.map(of)) / median(theirs.map(of));
    const wall = (one) => one.wall;
    const ms = (runs) => Math.round(median(runs.map(wall)));
    return [
      row(
        'generate everything ÷ openapi-typescript alone',
        ratio(wall),
        { atMost: 1.5 },
        '×',
        `${ms(own)} ms against ${ms(theirs)} ms, by processor time ${ratio((one) => one.cpu).toFixed(2)} ×; whole processes, medians of ${ROUNDS} in turn`,
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function done(args) {
  const result = await runNode(args, { cwd: root });
  if (result.code !== 0) throw new Error(result.err || result.out);
  return result;
}
