// How long `build` takes over a folder of pages, against markdown-it over the same pages and `yaml` over the same
// result, in one process; and a rebuild after one page has changed, as `watch` does it.
import MarkdownIt from 'markdown-it';
import { stringify } from 'yaml';
import { readDocuments, readProfile } from '../dist/cli/documents.js';
import { BuildCache, buildSpec } from '../dist/spec/build.js';
import { englishPages, median, root, row } from './measuring.mjs';

const ROUNDS = 7;

export async function measure() {
  const profile = readProfile(undefined, root);
  const files = readDocuments([englishPages()], process.cwd());
  const markdown = new MarkdownIt();
  const cache = new BuildCache();
  let saved = files;
  let { document } = buildSpec(files, { profile, cache });
  const times = { build: [], markdownIt: [], stringify: [], rebuild: [] };
  const cpu = { build: [], floor: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const parsing = time(() => files.map((file) => markdown.parse(file.text, {})));
    const building = time(() => {
      ({ document } = buildSpec(files, { profile }));
    });
    const writing = time(() => stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 }));
    // One more page changes each time, as in a `watch`; the first pages are lists that every operation depends on.
    const at = (20 + round) % files.length;
    saved = saved.map((file, i) => (i === at ? { ...file, text: `${file.text}\n\nRound ${round}\n` } : file));
    times.markdownIt.push(parsing.wall);
    times.build.push(building.wall);
    times.stringify.push(writing.wall);
    times.rebuild.push(time(() => buildSpec(saved, { profile, cache })).wall);
    cpu.build.push(building.cpu);
    cpu.floor.push(parsing.cpu + writing.cpu);
  }
  const ms = (values) => Math.round(median(values));
  const limit = 2 * (median(times.markdownIt) + median(times.stringify)) + 150;
  const cpuLimit = 2 * median(cpu.floor) + 150;
  const rebuild = median(times.rebuild) / median(times.build);
  return [
    row(
      'build ÷ (2 × (markdown-it + YAML.stringify) + 150 ms)',
      median(times.build) / limit,
      { atMost: 1 },
      '×',
      `${files.length} pages: build ${ms(times.build)} ms, markdown-it ${ms(times.markdownIt)}, stringify ${ms(times.stringify)}; by processor time ${(median(cpu.build) / cpuLimit).toFixed(2)} ×; medians of ${ROUNDS} in turn`,
    ),
    row(
      'rebuild after one page changed ÷ a warm build',
      100 * rebuild,
      { atMost: 15 },
      '%',
      `${ms(times.rebuild)} ms, another page each time, same process`,
    ),
  ];
}

function time(work) {
  const cpu = process.cpuUsage();
  const started = performance.now();
  work();
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return { wall, cpu: (user + system) / 1000 };
}
