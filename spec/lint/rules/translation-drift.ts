// locale/translation-drift: what one language of a page says and another does not.
import type { Endpoint, FieldRow, Page } from '../../extract/page.js';
import type { Span } from '../../read/document.js';
import { bodyRows } from '../body-rows.js';
import type { Report, Rule } from '../rule.js';
import type { Site } from '../site.js';
import { quote } from '../value-problem.js';

const JA_PAGE = `# Labelの更新

## 概要

ラベルを変更します。

## 必要な権限

label

## リクエスト

### リクエストURL

\`\`\`
{CellURL}__ctl/Label('{LabelName}')
\`\`\`

### メソッド

PUT

## レスポンス

### ステータスコード

`;
const EN_PAGE: Record<string, string | null> = {
  'Request Header': null,
  'Request Body': null,
  'Request Sample': null,
  'Response Header': null,
  'cURL Command': null,
};

export const translationDrift: Rule = {
  code: 'locale/translation-drift',
  severity: 'warning',
  purpose: 'A URL, parameter, field, limit, status or header that one language of a page has and another has not.',
  why: 'One of the two is out of date; which one, only a person can tell. Sentences are not compared.',
  bad: { sections: EN_PAGE, others: { 'ja/update_label.md': `${JA_PAGE}200\n` } },
  good: { sections: EN_PAGE, others: { 'ja/update_label.md': `${JA_PAGE}204\n` } },
  check(site, report) {
    const byId = new Map<string, Page[]>();
    for (const page of site.pages) byId.set(page.id, [...(byId.get(page.id) ?? []), page]);
    const order = site.profile.languages.map((language) => language.code);
    for (const pages of byId.values()) {
      const sorted = [...pages].sort((a, b) => order.indexOf(a.lang) - order.indexOf(b.lang));
      const [first] = sorted;
      for (const other of sorted.slice(1))
        if (first && other.lang !== first.lang) new Drift(first, other, site, report).run();
    }
  },
};

interface Item {
  span: Span;
  shown: string;
}

class Drift {
  constructor(
    private readonly a: Page,
    private readonly b: Page,
    private readonly site: Site,
    private readonly report: Report,
  ) {}

  run(): void {
    const [one] = this.a.endpoints;
    const [two] = this.b.endpoints;
    if (!one || !two) return;
    this.sets('method', methods(one), methods(two));
    this.sets('URL', urls(one), urls(two));
    for (const place of ['query', 'header'] as const) {
      this.sets(`request ${place}`, parameters(one, place), parameters(two, place));
      this.rows(
        `request ${place}`,
        one.parameters.filter((p) => p.in === place),
        two.parameters.filter((p) => p.in === place),
      );
    }
    this.sets('body field', fields(one), fields(two));
    this.rows(
      'body field',
      bodyRows(one.body)?.byParent.get('root') ?? [],
      bodyRows(two.body)?.byParent.get('root') ?? [],
    );
    this.sets('status', statuses(one), statuses(two));
    this.sets('response header', headers(one), headers(two));
    this.sets('response field', answerFields(one), answerFields(two));
    this.sets('privilege', privileges(one), privileges(two));
    this.sets('command', this.commands(this.a), this.commands(this.b));
  }

  private commands(page: Page): Map<string, Item> {
    return new Map(
      this.site.commandsOf(page).flatMap(({ reading: { meant }, span }): [string, Item][] => {
        const shown = meant ? `${meant.method} ${meant.url}` : '';
        return meant ? [[shown.toLowerCase(), { span, shown }]] : [];
      }),
    );
  }

  /** One finding for each kind: at the first thing that the other language lacks. */
  private sets(kind: string, one: Map<string, Item>, two: Map<string, Item>): void {
    const mine = [...one].flatMap(([key, item]) => (two.has(key) ? [] : [item]));
    const theirs = [...two].flatMap(([key, item]) => (one.has(key) ? [] : [item]));
    const [first] = mine;
    const [other] = theirs;
    if (first && other) {
      const message = `${kind} ${listed(theirs)} here, ${listed(mine)} on the page in "${this.a.lang}"`;
      this.report(this.b, other.span, { message, help: `compare with ${this.a.file}` });
    } else if (first) this.only(kind, this.a, this.b, first, mine);
    else if (other) this.only(kind, this.b, this.a, other, theirs);
  }

  private only(kind: string, has: Page, lacks: Page, first: Item, items: Item[]): void {
    const message = `${kind} ${listed(items)}: only here, not on the page in "${lacks.lang}"`;
    this.report(has, first.span, { message, help: `compare with ${lacks.file}` });
  }

  private rows(kind: string, one: readonly FieldRow[], two: readonly FieldRow[]): void {
    for (const row of one) {
      const same = two.find((other) => other.name.toLowerCase() === row.name.toLowerCase());
      if (!same) continue;
      const difference = this.difference(row, same);
      if (difference)
        this.report(this.b, same.nameSpan, {
          message: `${kind} ${quote(same.written)}: ${difference}`,
          help: `compare with ${this.a.file}`,
        });
    }
  }

  private difference(one: FieldRow, two: FieldRow): string | undefined {
    const word = (row: FieldRow): string =>
      row.required ? 'required' : row.conditional ? 'required under a condition' : 'optional';
    if (one.requiredText !== '' && two.requiredText !== '' && word(one) !== word(two))
      return `${word(two)} here, ${word(one)} in "${this.a.lang}"`;
    const first = this.site.read(one).schema;
    const second = this.site.read(two).schema;
    for (const [key, name] of LIMITS)
      if (first[key] !== second[key] && first[key] !== undefined && second[key] !== undefined)
        return `${name} ${String(second[key])} here, ${String(first[key])} in "${this.a.lang}"`;
    return undefined;
  }
}

const LIMITS = [
  ['minLength', 'at least'],
  ['maxLength', 'length at most'],
  ['minimum', 'minimum'],
  ['maximum', 'maximum'],
] as const;

function listed(items: Item[]): string {
  const shown = items.slice(0, 6).map((item) => quote(item.shown));
  return `${shown.join(', ')}${items.length > 6 ? ` and ${items.length - 6} more` : ''}`;
}

function methods(endpoint: Endpoint): Map<string, Item> {
  return new Map(endpoint.methods.map((m) => [m.value, { span: m.span, shown: m.value }]));
}

function urls(endpoint: Endpoint): Map<string, Item> {
  return new Map(
    endpoint.urls.map((u) => [u.text.replace(/\s+/g, '').replace(/\{[^}]*\}/g, '{}'), { span: u.span, shown: u.text }]),
  );
}

function parameters(endpoint: Endpoint, place: 'query' | 'header'): Map<string, Item> {
  const found = endpoint.parameters
    .filter((p) => p.in === place)
    .map((p): [string, Item] => [p.name.toLowerCase(), { span: p.nameSpan, shown: p.written }]);
  const options =
    place === 'query'
      ? endpoint.options.map((o): [string, Item] => [o.name.toLowerCase(), { span: o.span, shown: o.name }])
      : [];
  return new Map([...found, ...options]);
}

function fields(endpoint: Endpoint): Map<string, Item> {
  const rows = [...(bodyRows(endpoint.body)?.byParent.values() ?? [])].flat();
  return new Map(rows.map((row) => [row.name, { span: row.nameSpan, shown: row.written }]));
}

function privileges(endpoint: Endpoint): Map<string, Item> {
  return new Map(
    endpoint.privileges
      .filter((p) => !p.conditional)
      .map((p) => [p.name.toLowerCase(), { span: p.span, shown: p.name }]),
  );
}

function statuses(endpoint: Endpoint): Map<string, Item> {
  return new Map(endpoint.responses.flatMap((r) => r.statuses).map((s) => [s.code, { span: s.span, shown: s.code }]));
}

function headers(endpoint: Endpoint): Map<string, Item> {
  return new Map(
    endpoint.responses
      .flatMap((r) => r.headers)
      .map((h) => [h.name.toLowerCase(), { span: h.nameSpan, shown: h.written }]),
  );
}

function answerFields(endpoint: Endpoint): Map<string, Item> {
  const rows = endpoint.responses.flatMap((r) => [...(bodyRows(r.body)?.byParent.values() ?? [])].flat());
  return new Map(rows.map((row) => [row.name, { span: row.nameSpan, shown: row.written }]));
}
