import { configDefaults, defineConfig } from 'vitest/config';

const TESTS = '{cli,spec,generator,templates,conformance,bench}/**/*.test.ts';
/** They put something else in place of a module: `vi.mock`. */
const MOCKED = '{cli,spec,generator,templates,conformance,bench}/**/*.mocked.test.ts';

export default defineConfig({
  test: {
    passWithNoTests: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Left alone, vitest keeps one processor free: of two, that is half.
    maxWorkers: '100%',
    projects: [
      // Loading the modules anew for each file takes half as long as all the tests.
      {
        extends: true,
        test: { name: 'together', include: [TESTS], exclude: [...configDefaults.exclude, MOCKED], isolate: false },
      },
      { extends: true, test: { name: 'mocked', include: [MOCKED] } },
    ],
  },
});
