import { describe, expect, it } from 'vitest';
import { readFlattened } from './flattened.js';
import { splitLines } from './lines.js';

const TITLES = ['Overview', 'Request', 'URL', 'Method', 'Response'];
const AROUND = ['Home', 'On this page', 'Next'];
const headings = (text: string) =>
  readFlattened(text, splitLines(text), 0, {
    headingLevel: (line) => (TITLES.includes(line) ? 2 : undefined),
    isAround: (line) => AROUND.includes(line),
  }).flatMap((block) => (block.kind === 'heading' ? [block.text] : []));

const BODY = 'Overview\nFlies\nRequest\nURL\n/kites\nMethod\nGET\nResponse\nA kite\n';
const LIST = 'Overview\n\nRequest\nURL\nMethod\nResponse\n';

describe('what a copied page has around its text', () => {
  it.each([
    ['a list of its titles above them', `Kites\nOn this page\n${LIST}${BODY}`],
    ['a list of its titles below them', `Kites\n${BODY}Next\n${LIST}`],
    ['a list of its titles above its own title', `On this page\n${LIST}Kites\n${BODY}`],
    [
      'a list of its titles above those with links to themselves',
      `Kites\n${LIST}${BODY.replaceAll(/^(?:Over|Req|URL|Me|Res).*/gm, '$&\u00a0#')}`,
    ],
    ['the way to it', `Home\n>\nToys\nKites\n${BODY}`],
    ['the way to it in one line', `Toys > Flying\nKites\n${BODY}`],
    ['its title twice', `Toys\nKites\nKites\n${BODY}`],
    ['the way to it and a sentence', `Home\nKites\nAll that fly.\n${BODY}`],
    ['lines that tell of it', `Kites\nAll that fly\nand some that do not\n${BODY}`],
  ])('has its sections once, below its title: %s', (_, text) => {
    expect(headings(text)).toEqual(['Kites', ...TITLES]);
  });

  it('takes two operations with the same titles for no list', () => {
    expect(headings(`Kites\n${BODY}${BODY}`)).toEqual(['Kites', ...TITLES, ...TITLES]);
  });

  it('takes lines that the page lacks for no part of the list', () => {
    expect(headings(`Kites\nOverview\nRequest\nURL\nNew\n${BODY}`)).toEqual([
      'Kites',
      'Overview',
      'Request',
      'URL',
      ...TITLES,
    ]);
  });
});
