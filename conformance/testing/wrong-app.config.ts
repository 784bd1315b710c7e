// Runs the one test file that is expected to fail; its outcome is asserted by conformance/vitest.test.ts.
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['conformance/testing/wrong-app.run.ts'] } });
