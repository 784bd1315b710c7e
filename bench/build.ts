// How long `build` takes over a folder of pages, against markdown-it over the same pages and `yaml` over the same result, in one process.
//
//   npx tsx bench/build.ts [FOLDER]     (or `node dist/bench/build.js` where benches are compiled)
import MarkdownIt from 'markdown-it';
import { stringify } from 'yaml';
import { readDocuments, readProfile, readWording } from '../cli/documents.js';
import { packageRoot } from '../cli/package-root.js';
import { BuildCache, buildSpec } from '../spec/build.js';

const ROUNDS = 7;

function median(times: number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] as number;
}

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const root = packageRoot();
const profile = readProfile(undefined, root);
const wording = readWording();
const files = readDocuments([process.argv[2] ?? 'spec/docs/en'], process.cwd());
let saved = files;
const markdown = new MarkdownIt();
const cache = new BuildCache();
let { document } = buildSpec(files, { profile, wording, cache });
const measured = {
  build: [] as number[],
  markdownIt: [] as number[],
  stringify: [] as number[],
  rebuild: [] as number[],
};
for (let round = 0; round < ROUNDS; round++) {
  measured.markdownIt.push(time(() => files.map((file) => markdown.parse(file.text, {}))));
  measured.build.push(
    time(() => {
      ({ document } = buildSpec(files, { profile, wording }));
    }),
  );
  measured.stringify.push(time(() => stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 })));
  // One more page changes each time, as in a `watch`; the first pages are lists that every operation depends on.
  const at = (20 + round) % files.length;
  saved = saved.map((file, i) => (i === at ? { ...file, text: `${file.text}\n\nRound ${round}\n` } : file));
  measured.rebuild.push(time(() => buildSpec(saved, { profile, wording, cache })));
}
const ms = (times: number[]): number => Math.round(median(times));
const limit = Math.round(2 * (median(measured.markdownIt) + median(measured.stringify)) + 150);
console.log(`pages ${files.length}`);
console.log(
  `build ${ms(measured.build)} ms, limit ${limit} ms (markdown-it ${ms(measured.markdownIt)} ms, yaml ${ms(measured.stringify)} ms)`,
);
console.log(
  `rebuild after one page changed ${ms(measured.rebuild)} ms, ${Math.round((100 * median(measured.rebuild)) / median(measured.build))} % of a build`,
);
