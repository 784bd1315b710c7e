// Fields of a body that a list describes, where other pages have a table: `* **Name** (string, required): …`.
import type { Profile } from '../profiles/profile.js';
import type { ItemBlock } from '../read/document.js';
import type { BodyFacts, FieldRow } from './page.js';
import { readRequired } from './table-rows.js';

const ITEM = /^([A-Za-z_$][\w.$@-]{0,79}(?:\[\])?)\s?[(（]([^()（）]{1,60})[)）]\s?(?:[:：–—-]\s?(\S.*))?$/s;

/** Takes the items of one list; those that are indented belong to the item above. */
export class BodyItems {
  private readonly open: { indent: number; path: string }[] = [];
  private table: Extract<BodyFacts['tables'][number], { kind: 'fields' }> | undefined;

  /** @returns whether the item is a field: its brackets tell of a type, or whether it must be there */
  take(item: ItemBlock, body: BodyFacts, profile: Profile): boolean {
    const [, name, mark = '', words = ''] = ITEM.exec(item.text.trim()) ?? [];
    if (name === undefined || (this.table === undefined && body.tables.length > 0)) return false;
    const marks = mark.split(/[,、;／/]/).map((one) => one.trim());
    const requiredText = marks.find((one) => readRequired(one, profile) !== undefined) ?? '';
    const type = marks.find((one) => one !== requiredText && profile.wording.startsWithType.test(one)) ?? '';
    if (type === '' && requiredText === '') return false;
    const path = this.pathOf(item.indent, name, type.search(profile.wording.tellsOfList) === 0);
    const field = { name: path, written: name, overview: words, described: words, effective: '', type, notes: '' };
    this.add(body, { ...field, requiredText, required: readRequired(requiredText, profile) === 'yes' }, item);
    return true;
  }

  private pathOf(indent: number, name: string, isList: boolean): string {
    while (this.open.length > 0 && (this.open.at(-1)?.indent ?? 0) >= indent) this.open.pop();
    const owner = this.open.at(-1)?.path;
    const path = owner === undefined ? name : `${owner}.${name}`;
    this.open.push({ indent, path: isList ? `${path}[]` : path });
    return path;
  }

  private add(
    body: BodyFacts,
    field: Omit<FieldRow, 'conditional' | 'nameSpan' | 'span' | 'row'>,
    { span }: ItemBlock,
  ): void {
    if (!this.table) {
      this.table = { kind: 'fields', span, rows: [] };
      body.tables.push(this.table);
      delete body.none;
    }
    if (field.name !== field.written) this.table.dotted = true;
    const row = { kind: 'row' as const, cells: [], span, closed: true };
    this.table.rows.push({ ...field, conditional: false, nameSpan: span, span, row });
  }
}
