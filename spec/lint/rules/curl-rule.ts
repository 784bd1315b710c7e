// The rules about commands share one reading; each rule reports the problems of its own code.
import type { CurlCode, CurlFix } from '../../curl/problem.js';
import type { Mend, Rule } from '../rule.js';

/** A rule that reports the problems of one code that reading the commands gives. */
export function curlRule(meta: Omit<Rule, 'check' | 'code'> & { code: CurlCode }): Rule {
  return {
    ...meta,
    check(site, report) {
      for (const page of site.pages)
        for (const { fence, reading } of site.commandsOf(page))
          for (const problem of reading.problems) {
            if (problem.code !== meta.code) continue;
            const start = fence.start + problem.offset;
            const fix = meta.fixable ? oneMend(problem.fixes ?? [], fence.text, fence.start) : undefined;
            report(
              page,
              { start, end: start + problem.length },
              { message: problem.message, ...(problem.help ? { help: problem.help } : {}), ...(fix ? { fix } : {}) },
            );
          }
    },
  };
}

/** Several edits as one that spans them. */
function oneMend(fixes: CurlFix[], text: string, base: number): Mend | undefined {
  const sorted = [...fixes].sort((a, b) => a.offset - b.offset);
  const first = sorted[0];
  const last = sorted.at(-1);
  if (!first || !last) return undefined;
  let out = '';
  let at = first.offset;
  for (const fix of sorted) {
    out += text.slice(at, fix.offset) + fix.text;
    at = fix.offset + fix.length;
  }
  return { start: base + first.offset, end: base + last.offset + last.length, text: out };
}
