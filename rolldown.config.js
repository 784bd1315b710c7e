// One file per command instead of hundreds of modules: what `docproof` starts in. CommonJS, which Node loads without asking
// for each file's place and form first. Packages stay where npm put them, but for the few that every start loads.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';
import { defineConfig } from 'rolldown';

const BUNDLED = /^(?:commander|js-yaml|picocolors|undici)(?:\/|$)/;

/** What stands beside the chunks: the form of their modules, the licences of the packages in them, and our spec, parsed. */
const companions = {
  name: 'companions',
  generateBundle(_, bundle) {
    const source = `${JSON.stringify({ type: 'commonjs' })}\n`;
    this.emitFile({ type: 'asset', fileName: 'package.json', source });
    const modules = Object.values(bundle).flatMap((one) => one.moduleIds ?? []);
    const packages = new Set(
      modules.map((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0]).filter(Boolean),
    );
    const notices = [...packages]
      .sort()
      .map(licenceOf)
      .join(`\n${'-'.repeat(80)}\n\n`);
    this.emitFile({ type: 'asset', fileName: 'LICENSES.txt', source: notices });
    this.emitFile({ type: 'asset', ...parsedSpec() });
  },
};

/** `cli/load-spec.ts` takes it for the text that has this digest. */
function parsedSpec() {
  const text = readFileSync('spec/openapi.yaml', 'utf8');
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { fileName: `spec-${sha256}.json`, source: JSON.stringify(load(text, { schema: CORE_SCHEMA })) };
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (!file) throw new Error(`${name} is bundled and has no licence file: leave it outside`);
  return `${name} ${version} (${license})\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
}

export default defineConfig({
  // Loaded by their names while the program runs: the reference server, and the thread that it runs in.
  input: {
    docproof: 'dist/cli/main.js',
    'reference/index': 'dist/conformance/reference/index.js',
    'reference/thread': 'dist/conformance/reference/thread.js',
  },
  platform: 'node',
  external: (id) => !/^[./]/.test(id) && !BUNDLED.test(id),
  plugins: [companions],
  output: { dir: 'dist/bin', format: 'cjs', cleanDir: true, entryFileNames: '[name].js', chunkFileNames: '[name].js' },
});
