import { describe, expect, it } from 'vitest';
import { PhraseBook } from './words.js';

describe('titles', () => {
  const titles = new PhraseBook<string>(true);
  titles.add('Request URL', 'url');
  titles.add('{target} response body', 'variant');
  titles.add('Response Body', 'responseBody');

  it.each([
    ['request  url:', 'url'],
    ['1. Request URL', 'url'],
    ['2.1 Request URL', 'url'],
    ['２．１　Request URL', 'url'],
    ['(3) Request URL', 'url'],
    ['①Request URL', 'url'],
    ['2.3 Response Body', 'responseBody'],
    ['Box response body', 'variant'],
    ['404 response body', 'variant'],
    ['1.5', undefined],
    ['RequestURL', 'url'],
    ['Request-URL', 'url'],
    ['■ Request URL', 'url'],
    ['◆2. Request URL', 'url'],
    ['【Request URL】', 'url'],
    ['■', undefined],
  ])('%s', (text, role) => {
    expect(titles.match(text)?.value).toBe(role);
  });

  it.each([
    ['Request URLs', 'Request URL'],
    ['Requst URL', 'Request URL'],
    ['Response Body', undefined],
    ['Request', undefined],
  ])('%s is a slip away from %s', (text, title) => {
    expect(titles.near(text, new Set())?.text).toBe(title);
  });
});
