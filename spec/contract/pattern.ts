// Patterns of schemas as tests that end: one that could take more than linear time (ReDoS) runs under a clock.
import { createContext, Script } from 'node:vm';
import { notLinear } from '../constraints/linear-pattern.js';
import { rememberedText } from '../remember.js';

/** Whether a text matches; undefined where that could not be told in time. */
export type PatternTest = (text: string) => boolean | undefined;

/** Milliseconds that one text may take. */
const PATIENCE = 100;

/**
 * The test of a schema's `pattern` (ECMA-262, with the `u` flag where it can be read with it).
 *
 * @returns undefined where the pattern is no regular expression
 */
export const patternTest = rememberedText(makeTest, 1_000);

function makeTest(source: string): PatternTest | undefined {
  const pattern = regularExpression(source);
  if (pattern === undefined) return undefined;
  if (notLinear(source) === undefined) return (text) => pattern.test(text);
  const context = createContext({ pattern, text: '' });
  const inTime = (text: string): boolean | undefined => {
    context['text'] = text;
    try {
      return TEST.runInContext(context, { timeout: PATIENCE }) as boolean;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
      throw error;
    }
  };
  // The clock runs for others on a busy machine, too: once more tells.
  return (text) => inTime(text) ?? inTime(text);
}

const TEST = new Script('pattern.test(text)');

function regularExpression(source: string): RegExp | undefined {
  for (const flags of ['u', ''])
    try {
      return new RegExp(source, flags);
    } catch {
      // Next flags.
    }
  return undefined;
}
