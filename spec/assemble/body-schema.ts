// The schema of a body: its tables put together, variants ("Box specific response body") apart.
import type { JsonValue, Schema } from '../contract/api.js';
import { straightBody } from '../curl/straight-body.js';
import { wordsOf } from '../extract/body-tables.js';
import { withoutElisions } from '../extract/operations/json-elisions.js';
import type { BodyFacts, BodyTable, FieldRow, Sample, TreeRow } from '../extract/page.js';
import { readJsonText } from '../read/json-text.js';
import { nodeSchema } from '../xml/node-schema.js';
import { nestDotted } from './dotted-names.js';
import { fieldsSchema, type TableReading, treeSchema } from './field-schema.js';
import { refersTo } from './row-references.js';
import { placedBySample } from './unplaced-objects.js';

/** A schema by variant; `undefined` is what applies where no variant does. */
export interface BodySchemas {
  schema?: Schema;
  /** Title (as documented, capitalised) → schema, where several variants apply at once. */
  variants: { name: string; schema: Schema }[];
}

/** What a body is read for. */
interface Circumstances {
  /** An answer: where no variant is documented for the target, all those of the page may come. */
  open: boolean;
  /** Bodies that the page's commands send. */
  sent: readonly string[];
}

/**
 * @param of `target`, what the operation leads to (`box`): its variant applies alone; `targets` of all operations of the page: a
 *   variant that is none of theirs applies to each that has none of its own
 */
export function bodySchemas(
  body: BodyFacts,
  of: { target: string; targets: ReadonlySet<string> },
  reading: TableReading,
  { open, sent }: Circumstances,
): BodySchemas {
  const names = [...new Set(body.tables.flatMap((t) => (t.variant ? [t.variant] : [])))];
  const own = names.filter((name) => same(name, of.target));
  const strays = names.filter((name) => open || ![...of.targets].some((t) => same(name, t)));
  const chosen = own.length > 0 ? own : strays;
  const common = body.tables.filter((t) => t.variant === undefined);
  if (chosen.length <= 1) {
    const tables = body.tables.filter((t) => t.variant === undefined || t.variant === chosen[0]);
    const schema = tablesSchema(tables, body, reading, sent);
    return { ...(schema ? { schema } : {}), variants: [] };
  }
  const variants = chosen.flatMap((name) => {
    const schema = tablesSchema([...common, ...body.tables.filter((t) => t.variant === name)], body, reading, sent);
    return schema ? [{ name, schema }] : [];
  });
  return { variants };
}

/** The samples for a target: its own, those for no target, and those for a target that the page has no operation for. */
export function samplesFor(
  body: BodyFacts,
  { target, targets }: { target: string; targets: ReadonlySet<string> },
): Sample[] {
  return body.samples.filter(
    ({ variant }) => variant === undefined || same(variant, target) || ![...targets].some((t) => same(variant, t)),
  );
}

function same(variant: string, target: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return plain(variant) === plain(target);
}

function tablesSchema(
  tables: BodyTable[],
  body: BodyFacts,
  reading: TableReading,
  sent: readonly string[],
): Schema | undefined {
  const xml = tables.flatMap((t) => (t.kind === 'xml' ? t.rows : []));
  if (xml.length > 0)
    return nodeSchema(
      xml,
      body.namespaces,
      body.explanations.map((fact) => fact.value),
      reading.wording,
      [...body.samples.map((sample) => sample.text), ...sent],
    );
  const tree = tables.flatMap((t): TreeRow[] => (t.kind === 'tree' ? t.rows : []));
  const fields = tables.flatMap((t): FieldRow[] => (t.kind === 'fields' && t.of === undefined ? t.rows : []));
  if (tree.length > 0 && fields.length > 0) {
    if (refersTo(fields, tree))
      return treeSchema([...fields.map((row): TreeRow => ({ ...row, parent: 'root' })), ...tree], reading);
    const sample = body.samples.map(({ text }) => looseValue(text)).find((value) => value !== undefined);
    const placed = placedBySample(tree, sample, (rows) => treeSchema(rows, reading));
    return { allOf: [...(placed ?? [treeSchema(tree, reading)]), fieldsSchema(fields, reading)] };
  }
  if (tree.length > 0) return treeSchema(tree, reading);
  const ofRows = (rows: FieldRow[]): Schema =>
    shaped(withParts(fieldsSchema(rows, reading), rows, tables, reading), tables, body, sent);
  const alternatives = tellApart(tables);
  if (alternatives.length > 0) return { anyOf: alternatives.map(ofRows) };
  if (fields.length > 0) return ofRows(fields);
  const unnamed = tables.find((t) => t.kind === 'unnamed');
  return unnamed?.kind === 'unnamed' ? { description: unnamed.text } : undefined;
}

/** The rows of each body, where tables tell of a field in different words each: only prose says when which of them applies. */
function tellApart(tables: BodyTable[]): FieldRow[][] {
  const all = tables.flatMap((t) => (t.kind === 'fields' && t.of === undefined ? [t.rows] : []));
  const words = (row: FieldRow): string => [row.type, row.effective, row.notes].join('\n');
  const differs = (rows: FieldRow[], others: FieldRow[]): boolean =>
    rows.some((row) => others.some((other) => other.name === row.name && words(other) !== words(row)));
  const apart = all.filter((rows) => all.some((others) => others !== rows && differs(rows, others)));
  const common = all.filter((rows) => !apart.includes(rows)).flat();
  return apart.map((rows) => [...common, ...rows]);
}

/** Tables titled with the name of a field tell what is in it; a row that speaks of an array has them in each member. */
function withParts(schema: Schema, rows: FieldRow[], tables: BodyTable[], reading: TableReading): Schema {
  const properties = { ...schema.properties };
  for (const table of tables) {
    if (table.kind !== 'fields' || table.of === undefined || !rows.includes(table.of)) continue;
    const { name } = table.of;
    const { type: _, ...own } = properties[name] ?? {};
    const part = withParts(fieldsSchema(table.rows, reading), table.rows, tables, reading);
    properties[name] = reading.wording.tellsOfList.test(wordsOf(table.of))
      ? { ...own, type: 'array', items: part }
      : { ...own, ...part };
  }
  return { ...schema, ...(schema.properties ? { properties } : {}) };
}

/** Fields that a page nests by their names (`author.name`, `[].id`); a sample that is a list tells that each member has them. */
function shaped(schema: Schema, tables: BodyTable[], body: BodyFacts, sent: readonly string[]): Schema {
  if (!tables.some((t) => t.kind === 'fields' && t.dotted)) return schema;
  // A form has brackets in the names of its fields.
  const nested = nestDotted(schema, { brackets: !sent.some((text) => /^[^{]/.test(text) && text.includes(']=')) });
  const sample = body.samples.map(({ text }) => sampleValue(text)).find((value) => value !== undefined);
  return Array.isArray(sample) && nested.type === 'object' ? { type: 'array', items: nested } : nested;
}

/** Levels that a sample's value may have: what is nested deeper is kept as text, which nothing has to walk through. */
const MAX_DEPTH = 400;

/** Value of a sample that is valid JSON, parts left out with `...` apart; undefined otherwise. */
export function sampleValue(text: string): JsonValue | undefined {
  const trimmed = text.trim();
  if (!/^[[{"\d-]|^(?:true|false|null)$/.test(trimmed)) return undefined;
  for (const candidate of [trimmed, withoutElisions(trimmed), straightBody(trimmed) ?? trimmed])
    try {
      const value = JSON.parse(candidate) as JsonValue;
      return isDeeper(value, MAX_DEPTH) ? undefined : value;
    } catch {
      // The next reading may do.
    }
  return undefined;
}

/** Value of a sample as a reader takes it: also of one that is no valid JSON. */
export function looseValue(text: string): JsonValue | undefined {
  const strict = sampleValue(text);
  if (strict !== undefined || !/^\s*[[{]/.test(text)) return strict;
  const reading = readJsonText(straightBody(text) ?? text, true);
  return reading.ok ? reading.value : undefined;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
