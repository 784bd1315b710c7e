// A page and the text that one gets by copying the rendered page say the same.
import { describe, expect, it } from 'vitest';
import { readDocuments, readProfile } from '../cli/documents.js';
import { buildSpec, type InputFile } from './build.js';
import { loadApi } from './contract/load.js';
import { packageRoot } from './package-root.js';
import { readInline } from './read/inline.js';
import { isDelimiter } from './read/table.js';

const root = packageRoot();
const profile = readProfile(undefined, root);

/** What a browser's copy and paste makes of a page: no marks, no fences, no comments, no blank lines, indents gone. */
function flatten(markdown: string): string {
  const out: string[] = [];
  let fence = false;
  let comment = false;
  const body = markdown.replace(
    /^---\n([\s\S]*?)\n---\n/,
    (_, front: string) => `# ${/^title: (.*)$/m.exec(front)?.[1] ?? ''}\n`,
  );
  for (const line of body.split('\n')) {
    if (line.startsWith('<!--')) comment = true;
    const inComment = comment;
    if (line.includes('-->')) comment = false;
    if (inComment || line.trim() === '') continue;
    if (/^\s*```/.test(line)) {
      fence = !fence;
      continue;
    }
    if (fence) out.push(line.trim());
    else if (isDelimiter(line))
      out.push(
        `${line
          .split('|')
          .filter((c) => c.trim())
          .map(() => '---')
          .join('|')}|`,
      );
    else if (line.startsWith('|')) out.push(row(line));
    else out.push(text(line.replace(/^#{1,6}\s+/, '').replace(/^\s*[*+-]\s+/, '- ')));
  }
  return out.join('\n');
}

/** What a selection in a browser makes of it: tabs between cells, which break into lines, no bullets, blank lines between blocks. */
function select(markdown: string): string {
  const out: string[] = [];
  let fence = false;
  const shown = markdown
    .replace(/^---\n([\s\S]*?)\n---\n/, (_, front: string) => `# ${/^title: (.*)$/m.exec(front)?.[1] ?? ''}\n`)
    .replace(/<!--[\s\S]*?-->/g, '');
  for (const line of shown.split('\n')) {
    if (/^\s*```/.test(line)) fence = !fence;
    else if (fence) out.push(line);
    else if (isDelimiter(line)) continue;
    else if (line.startsWith('|')) out.push(cellsOf(line).join('\t'));
    else if (line.trim() === '') out.push('');
    else out.push(text(line.replace(/^#{1,6}\s+/, '').replace(/^\s*[*+-]\s+/, '')));
  }
  return out.join('\n').replace(/\n{3,}/g, '\n\n');
}

/** What other browsers make of it: a line for each cell, and for each line of one; nothing for an empty one. */
function selectLines(markdown: string): string {
  const titles = (line: string): string => line.replace(/^#{1,6}\s+/, '').replace(/^\s*[*+-]\s+/, '- ');
  let fence = false;
  return markdown
    .replace(/^---\n([\s\S]*?)\n---\n/, (_, front: string) => `# ${/^title: (.*)$/m.exec(front)?.[1] ?? ''}\n`)
    .replace(/<!--[\s\S]*?-->/g, '')
    .split('\n')
    .flatMap((line) => {
      const mark = /^\s*```/.test(line);
      if (mark) fence = !fence;
      if (mark || isDelimiter(line) || line.trim() === '') return [];
      if (fence) return [line];
      return line.startsWith('|') ? cellsOf(line).filter((cell) => cell !== '') : [text(titles(line))];
    })
    .join('\n');
}

/** Cells between bars; empty ones at the end are lost. */
function row(line: string): string {
  const cells = cellsOf(line).map((cell) => cell.replaceAll('\n', ' '));
  while (cells.at(-1) === '') cells.pop();
  return `${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function cellsOf(line: string): string[] {
  return line
    .replaceAll('\\|', '\u0001')
    .split('|')
    .slice(1, -1)
    .map((cell) => text(cell.replaceAll('\u0001', '\\|')));
}

function text(source: string): string {
  return readInline(source, 0, source.length).text;
}

interface Facts {
  operations: string[];
  parameters: string[];
  schemas: string[];
  statuses: string[];
  headers: string[];
  cases: string[];
}

/** What the contract says, without words and places. */
function factsOf(file: InputFile): Facts {
  const { yaml } = buildSpec([file], { profile });
  const { api } = loadApi(yaml, 'spec');
  const facts: Facts = { operations: [], parameters: [], schemas: [], statuses: [], headers: [], cases: [] };
  for (const op of api?.operations ?? []) {
    facts.operations.push(
      `${op.method} ${op.path} ${op.docs.url} ${op.docs.aliasOf === undefined ? 'main' : 'alias'} ${op.docs.privileges?.join()}`,
    );
    for (const p of op.parameters) facts.parameters.push(`${op.id} ${p.in} ${p.name} ${p.required} ${plain(p.schema)}`);
    for (const h of op.docs.headers ?? []) facts.headers.push(`${op.id} ${h.name} ${h.required} ${h.default}`);
    for (const m of op.body?.content ?? [])
      facts.schemas.push(`${op.id} ${m.type} ${plain(api?.resolve(m.schema))} ${m.examples.length}`);
    for (const r of op.responses.filter((one) => !one.docs.derived)) {
      facts.statuses.push(`${op.id} ${r.status}`);
      facts.headers.push(...r.headers.map((h) => `${op.id} ${r.status} ${h.name} ${plain(h.schema)}`));
      for (const m of r.content)
        facts.schemas.push(`${op.id} ${r.status} ${m.type} ${plain(api?.resolve(m.schema))} ${m.examples.length}`);
    }
    for (const c of op.docs.cases ?? [])
      facts.cases.push(`${op.id} ${c.id} ${JSON.stringify(c.request).replace(/\s+/g, '').replaceAll('\\n', '')}`);
  }
  return facts;
}

function plain(value: unknown): string {
  return JSON.stringify(value, (key, child: unknown) => (key === 'description' ? undefined : child));
}

describe('flattened text', () => {
  const pages = readDocuments(['spec/docs/en', 'spec/fixtures/shelves'], root).filter((file) =>
    /^\|(?:Header|ヘッダー?名)/m.test(file.text),
  );

  it('has pages to compare', () => {
    expect(pages.length).toBeGreaterThan(60);
  });

  it.each(pages.map((page) => [page.name as string, page]))('gives the facts of %s', (_, page) => {
    const wanted = factsOf(page);
    const copy = flatten(page.text);
    expect(copy).not.toMatch(/^#|```/m);
    expect(factsOf({ path: page.path.replace(/\.md$/, '.txt'), text: copy })).toEqual(wanted);
    expect(factsOf({ path: page.path.replace(/\.md$/, '.txt'), text: select(page.text) })).toEqual(wanted);
  });

  const ownPages = pages.filter(
    ({ path, name }) => path.includes('docs/en') && name !== '293_OAuth2_Token_Endpoint.md',
  );

  it.each(ownPages.map((page) => [page.name as string, page]))(
    'gives those of %s with a line for each cell',
    (_, page) => {
      const copy = { path: page.path.replace(/\.md$/, '.txt'), text: selectLines(page.text) };
      expect(factsOf(copy)).toEqual(factsOf(page));
    },
  );

  it.each([
    ['in a cell', (name: string) => name.replace('-Allow-', '-Allow-<br>')],
    ['by a blank', (name: string) => name.replace('-Allow-', '-Allow- ')],
  ])('joins a name that a narrow column broke %s', (_, broken) => {
    const page = pages.find((file) => file.name === '600_Create_Shelf.md') as InputFile;
    const whole = page.text.replace(/\|Location\|/, '|Access-Control-Allow-Origin|');
    const { operations, ...facts } = factsOf({ ...page, text: whole.replace('|Access-Control-Allow-Origin|', broken) });
    expect(facts.headers.join()).toContain(' Access-Control-Allow-Origin ');
    expect(operations).toHaveLength(factsOf(page).operations.length);
  });

  it.each(['wide_one or narrow_one', 'wide_one：広い<br>narrow_one：狭い'])(
    'keeps a list of values in words as it is: %s',
    (values) => {
      const page = pages.find((file) => file.name === '600_Create_Shelf.md') as InputFile;
      const copy = flatten(page.text.replace(/^\|Name\|([^|]*)\|[^|]*\|/m, `|Name|$1|${values}|`));
      expect(buildSpec([{ path: '600.txt', text: copy }], { profile }).yaml).toMatch(
        /enum:\s+- wide_one\s+- narrow_one\s+\w+:/,
      );
    },
  );

  const TITLE =
    /^(?:Request|Response|Overview|cURL Command|Request (?:URL|Method|Header|Body)|Response (?:Code|Header|Body))$/gm;
  it.each<[string, (copy: string) => string]>([
    ['a mark of a title on top', (copy) => `# ${copy}`],
    ['front matter on top', (copy) => `---\nid: 600_Create_Shelf\ntitle: Create Shelf\n---\n${copy}`],
    ['the link marks of headings', (copy) => copy.replace(TITLE, '$&\u200b#')],
    ['blank lines between the rows of tables', (copy) => copy.replace(/\|\n(?=.*\|$)/gm, '|\n\n')],
    [
      'tables that have neither a line of dashes nor bars at their ends',
      (copy) => copy.replace(/^-.*\|\n/gm, '').replace(/ ?\|$/gm, ''),
    ],
    ['no-break spaces', (copy) => copy.replace(/ (?=\S+ )/g, '\u00a0')],
    [
      'tabs between cells',
      (copy) =>
        copy
          .replace(/^-.*\|\n/gm, '')
          .replace(/ ?\|$/gm, '')
          .replace(/ \| /g, '\t'),
    ],
  ])('gives the facts with %s', (_, vary) => {
    const page = pages.find((file) => file.name === '600_Create_Shelf.md') as InputFile;
    const text = vary(flatten(page.text));
    expect(text).not.toBe(flatten(page.text));
    expect(factsOf({ path: '600_Create_Shelf.txt', text })).toEqual(factsOf(page));
  });

  it('keeps a table of values in the body, though its title names a section of answers', () => {
    const page = pages.find((file) => file.name === '600_Create_Shelf.md') as InputFile;
    const listed = ['Status', 'Value\tOverview', 'lent\tIs away', 'kept\tIs here', ''].join('\n');
    const copy = select(page.text)
      .replace(/^Name\t.*$/m, '$&\nStatus\tState\tSee "Status"\tNo\tWhat it is *May be left out')
      .replace(/^Response$/m, `${listed}\n$&`);
    expect(buildSpec([{ path: '600.txt', text: copy }], { profile }).yaml).toMatch(/enum:\s+- lent\s+- kept\s/);
  });

  it.each<[string, RegExp, string]>([
    ['the words of a link below a table are an option', /\$top/, '$top Query |'],
    [
      'titles again begin another table',
      /^(?!.*Query Name)/s,
      'X-Two | b | No\nQuery Name | Overview | Required\nX-Three | c | No',
    ],
  ])('%s', (_, want, row) => {
    const top =
      'List Shelves\nOverview\nAll of them\nRequest\nRequest URL\n{CellURL}__ctl/Shelf\nRequest Method\nGET\n';
    const query = `Request Query\nQuery Name | Overview | Required\nX-One | a | No\n${row}\nResponse\n`;
    expect(buildSpec([{ path: 'a.txt', text: top + query }], { profile }).yaml).toMatch(want);
  });

  it('takes privileges below the line of an example for those of its case', () => {
    const page = pages.find((file) => file.name === '600_Create_Shelf.md') as InputFile;
    const told = 'Required Privileges\nshelf\nExample) When a keeper is read\nshelf-read and keeper-read\n';
    const text = flatten(page.text).replace(/^Request$/m, `${told}$&`);
    expect(factsOf({ path: '600.txt', text }).operations.join()).toMatch(/ main shelf$/);
  });

  it('reads a row that is empty behind its name', () => {
    const top =
      'Get Shelf\nRequest\nRequest URL\n{CellURL}__ctl/Shelf\nRequest Method\nGET\nResponse\nResponse Code\n200\n';
    const body = 'Response Body\nItem Name\tOverview\tNotes\nd\t\t\nd / name\tWhat\t\nError Messages\nNone\n';
    expect(buildSpec([{ path: 'a.txt', text: top + body }], { profile }).yaml).toMatch(/\bname:\s+description: What/);
  });

  it('does not blame the page for lines of dashes that a copy has lost', () => {
    const page = pages.find((file) => file.name === '600_Create_Shelf.md') as InputFile;
    const text = flatten(page.text).replace(/^-.*\|\n/gm, '');
    const { diagnostics } = buildSpec([{ path: '600.txt', text }], { profile });
    expect(diagnostics.filter(({ message }) => message.includes('header row'))).toEqual([]);
  });
});
