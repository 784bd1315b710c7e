// One file per command instead of hundreds of modules: what `docproof` starts in. Packages stay where npm put them.
import { defineConfig } from 'rolldown';

export default defineConfig({
  // Loaded by their names while the program runs: the reference server, and the thread that it runs in.
  input: {
    docproof: 'dist/cli/main.js',
    'reference/index': 'dist/conformance/reference/index.js',
    'reference/thread': 'dist/conformance/reference/thread.js',
  },
  platform: 'node',
  external: (id) => !/^[./]/.test(id),
  output: { dir: 'dist/bin', cleanDir: true, entryFileNames: '[name].js', chunkFileNames: '[name].js' },
});
