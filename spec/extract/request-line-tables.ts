// Tables that stand where other pages have lines: of URL forms, of methods. Each says whether the table is one.
import type { Row } from '../read/document.js';
import type { PageState } from './page-state.js';
import { isMethod } from './page-text.js';
import { addUrl } from './text-facts.js';
import { isUrl } from './urls.js';

/** A URL form in every row, beside its method or what it is for. */
export function readUrlRows(state: PageState, rows: Row[]): boolean {
  // `{BoxName}` by itself is a variable of a form.
  const isForm = (text: string): boolean => isUrl(text) && !/^\{\w+\}$/.test(text);
  const found = rows.map((row) => ({ row, url: row.cells.find((cell) => isForm(cell.text)) }));
  if (found.length === 0 || found.some(({ url }) => url === undefined)) return false;
  for (const { row, url } of found) {
    const method = row.cells.find((cell) => cell !== url && isMethod(cell.text.trim()))?.text.trim();
    if (url) addUrl(state, url.text, url.span, method);
    state.account.use(row, 'url');
  }
  return true;
}

/** A method at the start of every row. */
export function readMethodRows(state: PageState, rows: Row[]): boolean {
  if (rows.length === 0 || rows.some((row) => !isMethod(row.cells[0]?.text.trim() ?? ''))) return false;
  for (const row of rows) {
    state.endpoint.methods.push({ value: row.cells[0]?.text.trim() ?? '', span: row.span });
    state.account.use(row, 'method');
  }
  return true;
}
