// The errors that a page states in a table or a list of its own → responses of its operation.
import { describe, expect, it } from 'vitest';
import { build, operation, PATH, table } from './testing/operation.js';

describe('a table of errors', () => {
  const errors = (...rows: string[]): ((...at: string[]) => unknown) => {
    const read = operation({ 'Error Messages': table('|Code|Message|Cause|', ...rows) });
    return (...at) => read('responses', ...at);
  };

  it('gives those that the rows state, by a code or a status', () => {
    const read = errors('|PR409-OD-0003|Exists|Same name|', '|404 Not Found|No such label||', '|Others|See the list||');
    expect(read('409')).toEqual({
      description: 'Conflict\n\nPR409-OD-0003: Exists (Same name)',
      'x-docproof': { derived: true },
    });
    expect(read('404', 'description')).toBe('Not Found\n\nNo such label');
    expect(Object.keys(read() as object)).toEqual(['204', '404', '409']);
  });

  it('goes on below a cell left empty, and has several in one', () => {
    const read = errors('|400|Bad name||', '||Bad color||', '|401, 403|No right||');
    expect(read('400', 'description')).toBe('Bad Request\n\nBad name\n\nBad color');
    expect(Object.keys(read() as object)).toEqual(['204', '400', '401', '403']);
  });

  it('gives none where no row states one', () =>
    expect(Object.keys(errors('|busy|E409|Name taken|', '|4040|no|such code|')() as object)).toEqual(['204']));
});

it('a list of errors gives responses, and is not that of all pages', () => {
  const list = '# Errors\n\n|Response code|Message code|Message|\n|:--|:--|:--|\n|404|PR404-OD-0001|No such thing|\n';
  const read = build({
    sections: { 'Error Messages': 'These:\n\n* 409: the name is taken\n* PR503-SV-0002 - out of order' },
    others: { 'errors.md': list },
  });
  const statuses = read('paths', PATH, 'put', 'responses') as Record<string, object>;
  expect(Object.keys(statuses)).toEqual(['204', '409', '503']);
  expect(statuses['409']).toHaveProperty('content');
  expect(read('x-docproof', 'errors')).toMatchObject([{ code: 'PR404-OD-0001' }, { code: 'PR503-SV-0002' }]);
});

it('a part of the list that has other words, in another language, is told by the form of the failure that a page shows', () => {
  const list = (title: string): string =>
    `# Errors\n\n## ${title}\n\n|Response code|OAUTH error code|Message code|Message|\n|:--|:--|:--|:--|\n|400|invalid_grant|PR400-AN-0017|No|\n\n` +
    '## Others\n\n|Response code|Message code|Message|\n|:--|:--|:--|\n|400|PR400-OD-0001|No|\n';
  const required = (title: string, failure: string): unknown =>
    build({
      sections: {
        'Error Messages': 'The "Login API" part of the [list](errors.md) tells what can go wrong.',
        'Authentication failed': table('|Item Name|Overview|', failure),
      },
      others: { 'errors.md': list(title) },
    })('paths', PATH, 'put', 'responses', '400', 'content', 'application/json', 'schema', 'required');
  expect(required('Login API', '|error|Why|')).toEqual(['error']);
  expect(required('認証系 API', '|error|Why|')).toEqual(['error']);
  expect(required('認証系 API', '|reason|Why|')).toEqual(['code', 'message']);
});
