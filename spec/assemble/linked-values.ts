// Values that a field may have, where its row sends the reader to the same field of another page ('see "Status" of [Create Thing]').
import type { Endpoint, FieldRow, Page } from '../extract/page.js';

type Listed = NonNullable<FieldRow['listed']>;

const QUOTES = /["'`“”「」]/;

/** The pages; those with such a row have the values that the other page lists. */
export function withLinkedValues(pages: Page[]): Page[] {
  const lists = new Map(
    pages.flatMap((page) => {
      const listed = listedOn(page);
      return listed.size > 0 ? [[page, listed] as const] : [];
    }),
  );
  if (lists.size === 0) return pages;
  return pages.map((page) => {
    const endpoints = page.endpoints.map((endpoint) => linked(endpoint, page, lists));
    return endpoints.some((endpoint, i) => endpoint !== page.endpoints[i]) ? { ...page, endpoints } : page;
  });
}

function listedOn({ endpoints }: Page): Map<string, Listed> {
  const rows = endpoints.flatMap(({ body }) => body.tables.flatMap((t) => (t.kind === 'fields' ? t.rows : [])));
  return new Map(rows.flatMap(({ name, listed }) => (listed ? [[name, listed] as const] : [])));
}

function linked(endpoint: Endpoint, page: Page, lists: ReadonlyMap<Page, Map<string, Listed>>): Endpoint {
  let changed = false;
  const tables = endpoint.body.tables.map((table) => {
    if (table.kind !== 'fields') return table;
    const rows = table.rows.map((row) => {
      const listed = row.listed ? undefined : elsewhere(row, page, lists);
      if (listed) changed = true;
      return listed ? { ...row, listed } : row;
    });
    return { ...table, rows };
  });
  return changed ? { ...endpoint, body: { ...endpoint.body, tables } } : endpoint;
}

function elsewhere(row: FieldRow, page: Page, lists: ReadonlyMap<Page, Map<string, Listed>>): Listed | undefined {
  for (const [other, listed] of lists) {
    const values = other !== page && other.lang === page.lang ? listed.get(row.name) : undefined;
    if (values && namesPage(row, other)) return values;
  }
  return undefined;
}

/** By a link, or by its title behind the quoted name of the field: that is what copied text has of one. */
function namesPage({ name, row, effective, notes, overview }: FieldRow, { id, file, title }: Page): boolean {
  const base = (path: string): string => path.replace(/^.*\//, '').replace(/(?:\.(?:md|html|txt))?(?:#.*)?$/, '');
  const links = row.cells.flatMap((cell) => cell.links.map(({ href }) => base(href)));
  if (links.includes(id) || links.includes(base(file))) return true;
  const lines = [effective, notes, overview].flatMap((text) => text.split('\n'));
  return title !== '' && lines.some((line) => line.includes(title) && line.split(QUOTES).includes(name));
}
