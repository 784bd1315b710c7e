// What a spec is called where its profile does not say it.
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../cli/documents.js';
import { buildSpec } from '../build.js';
import { packageRoot } from '../package-root.js';

const profile = readProfile('rest-table', packageRoot());

function title(pages: Record<string, string>): unknown {
  const files = Object.entries(pages).map(([path, text]) => ({ path, text }));
  return (buildSpec(files, { profile }).document['info'] as Record<string, unknown>)['title'];
}

const operations = '## List boats\n\n`GET /boats`\n\n## Get a boat\n\n`GET /boats/:id`\n';
const others = '## List crews\n\n`GET /crews`\n';

describe('an API without a title in its profile is called', () => {
  it.each<[string, Record<string, string>, string]>([
    ['as its only page', { 'boats.md': `# Harbour API\n\n${operations}` }, 'Harbour API'],
    ['as the front matter says', { 'boats.md': `---\ntitle: Harbour\n---\n# Boats\n\n${operations}` }, 'Harbour'],
    [
      'as the page that introduces the others',
      { 'boats.md': `# Boats\n\n${operations}`, 'crews.md': `# Crews\n\n${others}`, 'README.md': '# Harbour API\n' },
      'Harbour API',
    ],
    [
      'API, where each page has its own title',
      { 'a.md': `# Boats\n\n${operations}`, 'b.md': `# Crews\n\n${others}` },
      'API',
    ],
    ['API, where a page has many titles', { 'boats.md': `# Start\n\n# Boats\n\n${operations}` }, 'API'],
    ['API, where the title is that of its operation', { 'a.md': '# List boats\n\n`GET /boats`\n' }, 'API'],
  ])('%s', (_, pages, expected) => {
    expect(title(pages)).toBe(expected);
  });
});
