import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{cli,spec,generator,templates,conformance,bench}/**/*.test.ts'],
    exclude: ['dist/**', 'node_modules/**'],
    passWithNoTests: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Left alone, vitest keeps one processor free: of two, that is half.
    maxWorkers: '100%',
  },
});
