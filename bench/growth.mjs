// Whether time grows with the documents and no faster: a page of 5 MB against one of 1.25 MB, 10,000 pages against 2,500.
import { readDocuments, readProfile } from '../dist/cli/documents.js';
import { buildSpec } from '../dist/spec/build.js';
import { englishPages, median, root, row } from './measuring.mjs';

/** Four times the input may take this many times as long: linear, and some for a fuller heap. */
const WANTED = { atMost: 5 };

export async function measure() {
  const context = { profile: readProfile(undefined, root) };
  const pages = readDocuments([englishPages()], process.cwd());
  const big = (megabytes) => [{ path: 'big.md', text: repeated(pages, megabytes * 1e6) }];
  const many = (count) =>
    Array.from({ length: count }, (_, i) => copy(pages[i % pages.length], Math.floor(i / pages.length)));
  return [
    grown('a page of 5 MB ÷ one of 1.25 MB', big(1.25), big(5), context, 3),
    grown('10,000 pages ÷ 2,500', many(2_500), many(10_000), context, 1),
  ];
}

function grown(what, small, large, context, rounds) {
  const build = (files) => {
    const { user } = process.cpuUsage();
    buildSpec(files, context);
    return (process.cpuUsage().user - user) / 1000;
  };
  const ratios = [];
  let last = 0;
  for (let round = 0; round < rounds; round++) {
    const before = build(small);
    last = build(large);
    ratios.push(last / before);
  }
  return row(what, median(ratios), WANTED, '×', `${Math.round(last)} ms of processor time; median of ${rounds}`);
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
