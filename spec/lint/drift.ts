// One page in two languages, structurally: what one says and the other does not.
import { jsonType } from '../assemble/field-schema.js';
import type { Endpoint, FieldRow, Page } from '../extract/page.js';
import { memberName } from '../json-pointer.js';
import type { Span } from '../read/document.js';
import { bodyRows } from './body-rows.js';
import type { Report } from './rule.js';
import { bodiesOf, isJsonSample, type Site } from './site.js';
import { quote } from './value-problem.js';

interface Item {
  span: Span;
  shown: string;
}

/** Reports at the page of the one language or the other what only one of them says. */
export function compareTranslations(one: Page, other: Page, site: Site, report: Report): void {
  new Drift(one, other, site, report).run();
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
    this.responseRows(one, two);
    this.sets('command', this.commands(this.a), this.commands(this.b));
    this.commandParts();
    this.sets('field of the samples,', sampleNames(one, this.site), sampleNames(two, this.site));
  }

  /** Types and fixed values of the fields of an answer, and what they belong to. */
  private responseRows(one: Endpoint, two: Endpoint): void {
    const rows = answerRows(two);
    for (const row of answerRows(one)) {
      const same = rows.filter((other) => other.name === row.name);
      const [only] = same;
      if (!only || same.length > 1) continue;
      const types = [row.type, only.type].map((type) => jsonType(type, this.site.profile.wording));
      const fixed = [row.notes.trim(), only.notes.trim()];
      const difference =
        types[0] !== undefined && types[1] !== undefined && types[0] !== types[1]
          ? `${types[1]} here, ${types[0]}`
          : fixed.every((text) => /^[A-Za-z]\w*\.[A-Za-z]\w*$/.test(text)) && fixed[0] !== fixed[1]
            ? `${quote(fixed[1] ?? '')} here, ${quote(fixed[0] ?? '')}`
            : undefined;
      if (difference)
        this.report(this.b, only.nameSpan, {
          message: `response field ${quote(only.written)}: ${difference} in "${this.a.lang}"`,
          help: `compare with ${this.a.file}`,
        });
    }
  }

  /** Headers and bodies of commands that call the same. Words of a language are no difference. */
  private commandParts(): void {
    const mine = this.site.commandsOf(this.a);
    const theirs = this.site.commandsOf(this.b);
    if (mine.length !== theirs.length) return;
    for (const [i, { reading, span }] of theirs.entries()) {
      const [here, there] = [reading.meant, mine[i]?.reading.meant];
      if (!here || !there || here.method !== there.method || here.url !== there.url) continue;
      const names = new Set([...Object.keys(here.headers), ...Object.keys(there.headers)]);
      const header = [...names].find((name) => !sameText(here.headers[name], there.headers[name]));
      const what =
        header !== undefined ? `header ${quote(header)}` : sameText(here.body, there.body) ? undefined : 'body';
      if (what)
        this.report(this.b, span, {
          message: `the command has another ${what} than on the page in "${this.a.lang}"`,
          help: `compare with ${this.a.file}`,
        });
    }
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
    const named = (rows: readonly FieldRow[], row: FieldRow): FieldRow[] =>
      rows.filter((other) => other.name.toLowerCase() === row.name.toLowerCase());
    for (const row of one) {
      // Each target of a page may list the same name: the second is compared with the second.
      const same = named(two, row)[named(one, row).indexOf(row)];
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
    if (first.default !== undefined && second.default !== undefined && first.default !== second.default)
      return `default ${JSON.stringify(second.default)} here, ${JSON.stringify(first.default)} in "${this.a.lang}"`;
    if (first.pattern !== undefined && second.pattern !== undefined && first.pattern !== second.pattern)
      return `other characters here than in "${this.a.lang}"`;
    const values = [one.effective.trim(), two.effective.trim()];
    if (values.every((text) => /^[\x21-\x7e]+$/.test(text)) && values[0] !== values[1])
      return `${quote(values[1] ?? '')} here, ${quote(values[0] ?? '')} in "${this.a.lang}"`;
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
    endpoint.urls.map((u) => [
      u.text.replace(/\s+/g, '').replace(/\{[^{}]*\}/g, '{}'),
      { span: u.span, shown: u.text },
    ]),
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
  return new Map(answerRows(endpoint).map((row) => [row.name, { span: row.nameSpan, shown: row.written }]));
}

function answerRows(endpoint: Endpoint): FieldRow[] {
  return endpoint.responses.flatMap((r) => [...(bodyRows(r.body)?.byParent.values() ?? [])].flat());
}

/** Names of members in the samples of an operation. */
function sampleNames(endpoint: Endpoint, site: Site): Map<string, Item> {
  const out = new Map<string, Item>();
  for (const { body } of bodiesOf(endpoint))
    for (const sample of body.samples) {
      if (!isJsonSample(sample)) continue;
      const json = site.looseJsonOf(sample);
      if (!json.ok) continue;
      for (const [pointer, place] of json.places) {
        const name = pointer.split('/').at(-1) ?? '';
        if (name === '' || /^\d+$/.test(name) || out.has(name)) continue;
        out.set(name, {
          span: { start: sample.start + place.key, end: sample.start + place.start },
          shown: memberName(name),
        });
      }
    }
  return out;
}

/** Blanks and what is left out or translated (`...(snip)...`) do not count. */
function sameText(one: string | undefined, two: string | undefined): boolean {
  if (one === undefined || two === undefined) return one === two;
  const plain = (text: string): string => text.replace(/\s+/g, '');
  return plain(one) === plain(two) || [one, two].some((text) => /[^\x00-\x7f]|\.{3}/.test(text));
}
