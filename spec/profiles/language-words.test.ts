// The words of languages stand in profiles and wording files, so that another language needs no code.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../package-root.js';

/** Modules with letters of other scripts for another reason. */
const OTHERS: Record<string, string> = {
  'lint/rules/translation-drift.ts': 'its example is a Japanese page',
  'constraints/linear-pattern.ts': 'one character beyond ASCII stands for all',
  'fitting/well-known.ts': 'what shows a value is told in words of every language, where no profile is at hand',
  'fitting/pattern.ts': 'letters to try',
};
/** 〇 is a mark as ○ is. */
const LETTER = /(?!〇)[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

it('no module of spec/ has words of Japanese in its code', () => {
  const folder = join(packageRoot(), 'spec');
  const modules = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|(?:^|\/)testing\//.test(file));
  expect(modules).toContain('extract/footnotes.ts');
  const found = modules.filter((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .some((line) => !/^\s*(?:\/\/|\/?\*)/.test(line) && LETTER.test(line)),
  );
  expect(found.sort()).toEqual(Object.keys(OTHERS).sort());
});
