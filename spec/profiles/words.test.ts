import { describe, expect, it } from 'vitest';
import { readProfile } from '../../cli/documents.js';
import { packageRoot } from '../package-root.js';
import { PhraseBook } from './words.js';

const rest = readProfile('rest-table', packageRoot());

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

it.each([
  ['レスポンスの属性', 'responseBody'],
  ['返り値', 'response'],
  ['Antwortattribute', 'responseBody'],
  ['Attribute der Antwort', 'responseBody'],
  ['Rückgabewert', 'response'],
  ['Attributs de la réponse', 'responseBody'],
  ['Valeur de retour', 'response'],
  ['Codes d’erreur', 'errors'],
])('a page of a REST API may title a section %s', (title, role) => {
  expect(rest.titles.match(title)?.value).toBe(role);
});

it.each(['理由', 'Grund', 'Cause'])('a table of a REST API may have a column %s', (title) => {
  expect(rest.columns.match(title)?.value).toBe('overview');
});
