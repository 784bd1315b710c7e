// Rows of tables → JSON Schemas: flat fields, and fields that nest by reference (`{1}`, `{2}`).
import { conditionalSchema, ofProperty } from '../constraints/conditional-schema.js';
import type { Condition } from '../constraints/requirement.js';
import type { Wording } from '../constraints/wording.js';
import type { Schema } from '../contract/api.js';
import { isInWords } from '../extract/names-in-words.js';
import type { FieldRow, TreeRow } from '../extract/page.js';
import { nothingYet } from '../nothing-yet.js';
import { dropNames, eitherFields } from './either-fields.js';
import { references, refersToList, titled } from './row-references.js';

/** What a row's words say about its value; see spec/constraints. */
export interface FieldReading {
  schema: Schema;
  conditions: readonly Condition[];
  /** What the effective values say beyond the schema. */
  remarks: readonly string[];
  /** What seems to limit the value and was not understood. */
  unread?: readonly string[];
  /** Keywords that follow from no word of the row. */
  inferred: readonly string[];
  /** A list in one text, with commas between its members. */
  commas?: true;
}

export type ReadField = (row: FieldRow) => FieldReading;

/** What tables are read with: their rows, and the words between them. */
export interface TableReading {
  read: ReadField;
  wording: Wording;
  /** Sentences beside the table of what is sent. */
  said?: readonly string[];
}

/** JSON type of a word in a type column; other words (`JSON Web Token`, `UNIX time`) are strings. */
export function jsonType(text: string, { jsonTypes, tellsOfList, tellsOfObject }: Wording): string | undefined {
  const words = text.split('\n')[0]?.trim().toLowerCase() ?? '';
  if (words === '' || words === '-') return undefined;
  const [, member = '', list = ''] = /^(\w+) (\S+)$/.exec(words) ?? [];
  if (words.endsWith('[]') || (jsonTypes.has(member) && jsonTypes.get(list) === 'array')) return 'array';
  const word = /^[a-z0-9]+/.exec(words)?.[0] ?? words;
  return (
    jsonTypes.get(words) ??
    jsonTypes.get(word) ??
    (tellsOfList.test(words) ? 'array' : tellsOfObject.test(words) ? 'object' : 'string')
  );
}

/** A name that can be a key of a body (`_{NP name}` stands for one); others are sentences about any key, as is `上記以外`. */
function isFieldName(name: string, { othersName }: Wording): boolean {
  return !othersName.test(name) && !isInWords(name) && name.length <= 80;
}

/** The schema of a body whose table lists its fields. */
export function fieldsSchema(rows: FieldRow[], { read, wording, said = [] }: TableReading): Schema {
  const paths = asPaths(rows);
  if (paths) return pathsSchema(paths, { read, wording });
  const properties = nothingYet<Schema>();
  const required: string[] = [];
  const conditional: { name: string; conditions: readonly Condition[]; text: string }[] = [];
  const others: string[] = [];
  const sent = rows.some(({ requiredText }) => requiredText !== '');
  const readRow = readBeside(rows, read);
  for (const row of rows) {
    if (!isFieldName(row.name, wording)) {
      const says = [row.overview, row.effective, row.notes].filter(Boolean).join('; ').replaceAll('\n', ' ');
      others.push(says ? `${row.name}: ${says}` : row.name);
      continue;
    }
    const reading = readRow(row);
    const { conditions } = reading;
    const told = sent ? reading.schema : withoutGuess(reading);
    properties[row.name] = describe(row.nullInAnswers ? withoutNull(told) : told, reading, row, wording);
    if (row.required && !required.includes(row.name)) required.push(row.name);
    if (conditions.length > 0) conditional.push({ name: row.name, conditions, text: row.requiredText.trim() });
  }
  for (const { name, conditions, text } of conditional)
    if (!conditions.some((condition) => condition.kind === 'footnote' || ofProperty(condition, properties)))
      properties[name] = withWords(properties[name] ?? {}, withValues(text, properties));
  const stated = conditional.map(({ conditions, ...one }) => ({
    ...one,
    conditions: conditions.map((condition) => ofValue(condition, properties)),
  }));
  const either = eitherFields(sent ? rows : [], said, { properties, required }, wording);
  for (const { names } of either) for (const name of names) dropNames(properties, name, names);
  return {
    type: 'object',
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(required.length > 0 ? { required } : {}),
    ...conditionalSchema([...stated, ...either], properties),
    ...(others.length > 0 ? { additionalProperties: true, description: others.join('\n') } : {}),
  };
}

/** "for choice", where just one other field lists `choice`: it has that value. */
function ofValue(condition: Condition, properties: Readonly<Record<string, Schema>>): Condition {
  const [, value = ''] = condition.kind === 'prose' ? (/^(?:\S{1,12} )?([\w-]{2,40})$/.exec(condition.text) ?? []) : [];
  const fields = Object.entries(properties).filter(([, { enum: listed = [] }]) => listed.includes(value));
  const [[field] = [], another] = fields;
  return field === undefined || another ? condition : { kind: 'equals', field, value };
}

/** "for choice", where another field lists `choice`: words of cells come without their code marks. */
function withValues(text: string, properties: Readonly<Record<string, Schema>>): string {
  const values = new Set(Object.values(properties).flatMap(({ enum: listed = [] }) => listed));
  return text.includes('`') ? text : text.replace(/[\w-]{2,40}/g, (word) => (values.has(word) ? `\`${word}\`` : word));
}

/** "Null at first" of an answer says nothing of what comes later: its samples may show any type. */
function withoutGuess({ schema, inferred }: FieldReading): Schema {
  const { type, ...rest } = schema;
  return inferred.includes('type') && [type].flat().includes('null') && Object.keys(rest).length === 0 ? rest : schema;
}

function withoutNull({ type, enum: values, ...rest }: Schema): Schema {
  const types = [type ?? []].flat().filter((one) => one !== 'null');
  return {
    ...(types.length > 0 ? { type: types.length === 1 ? (types[0] as string) : types } : {}),
    ...(values ? { enum: values.filter((value) => value !== null) } : {}),
    ...rest,
  };
}

/**
 * "One of To and ToRelation", of To: fields of the body, one of which is the row's own, are none of its values. The row is read
 * without the lines that name it so.
 */
function readBeside(rows: readonly FieldRow[], read: ReadField): ReadField {
  return (row) => {
    const reading = read(row);
    const { enum: values = [], pattern = '' } = reading.schema;
    const told = new Set([...values, ...(pattern.match(/[\w.-]+/g) ?? [])]);
    if (!told.has(row.name) || !rows.some(({ name }) => name !== row.name && told.has(name))) return reading;
    const others = (text: string): string =>
      text
        .split('\n')
        .filter((line) => !line.match(/[A-Za-z_][\w.-]*/g)?.includes(row.name))
        .join('\n');
    const again = read({ ...row, effective: others(row.effective), notes: others(row.notes) });
    const { type } = reading.schema;
    return type === undefined ? again : { ...again, schema: { ...again.schema, type } };
  };
}

/** A condition that no keyword states is told in the description. */
function withWords(schema: Schema, text: string): Schema {
  const { description = '' } = schema;
  if (text === '' || description.includes(text)) return schema;
  return { ...schema, description: [description, text].filter(Boolean).join('\n') };
}

/** Rows whose names are paths (`d / results / Name`): every one but the first starts with the path of an earlier one. */
function asPaths(rows: FieldRow[]): { path: string[]; row: FieldRow }[] | undefined {
  const paths = rows.map((row) => ({ path: row.name.split('/').map((part) => part.trim()), row }));
  const known = new Set(paths.map(({ path }) => path.join('/')));
  const nested = paths.filter(({ path }) => path.length > 1);
  const all = nested.length > 0 && nested.every(({ path }) => path[0] !== '' && known.has(path.slice(0, -1).join('/')));
  return all ? paths : undefined;
}

function pathsSchema(paths: { path: string[]; row: FieldRow }[], reading: TableReading): Schema {
  const build = (prefix: string): Schema => {
    const own = paths.filter(({ path }) => path.slice(0, -1).join('/') === prefix);
    const schema = fieldsSchema(
      own.map(({ path, row }) => ({ ...row, name: path.at(-1) as string })),
      reading,
    );
    const properties = { ...schema.properties };
    for (const { path } of own) {
      const inside = path.join('/');
      if (!paths.some((other) => other.path.slice(0, -1).join('/') === inside)) continue;
      const name = path.at(-1) as string;
      const { type, ...told } = properties[name] ?? {};
      properties[name] = type === 'array' ? { ...told, type, items: build(inside) } : { ...told, ...build(inside) };
    }
    return { ...schema, properties };
  };
  return build('');
}

function describe(schema: Schema, { remarks }: FieldReading, row: FieldRow, { toTable }: Wording): Schema {
  const more = remarks.filter(
    (line) => !row.overview.includes(line) && !row.notes.includes(line) && line.replace(toTable, '') !== '',
  );
  const text = [row.overview, ...more, row.notes].filter(Boolean).join('\n');
  return text && !schema.description ? { ...schema, description: text } : schema;
}

/** The schema of a body whose rows name the object that they belong to. */
export function treeSchema(rows: TreeRow[], reading: TableReading): Schema {
  return new TreeBuilder(rows, reading).build();
}

class TreeBuilder {
  private readonly byParent = new Map<string, TreeRow[]>();
  /** Where rows say what is required, the table is of what is sent: its limits count. */
  private readonly sent: boolean;
  private readonly reading: TableReading;

  constructor(
    private readonly rows: TreeRow[],
    { read, wording }: TableReading,
  ) {
    this.reading = { read: readBeside(rows, read), wording };
    for (const row of rows) this.byParent.set(row.parent, [...(this.byParent.get(row.parent) ?? []), row]);
    this.sent = rows.some((row) => row.requiredText !== '');
  }

  build(): Schema {
    const roots = this.roots();
    const [whole, ...others] = this.byParent.get('root') ?? [];
    return whole?.name === '' && others.length === 0 ? this.node(whole, roots) : this.object(roots, roots);
  }

  private roots(): string[] {
    if (this.byParent.has('root')) return ['root'];
    const referenced = new Set(
      this.rows.flatMap((row) => [row.name, ...references(row)].filter((name) => name !== row.parent)),
    );
    return [...this.byParent.keys()].filter((parent) => !referenced.has(parent)).slice(0, 1);
  }

  /** @param path parents that are open: schemas must end */
  private object(parents: string[], path: string[]): Schema {
    const { read, wording } = this.reading;
    const own = parents.flatMap((parent) => this.byParent.get(parent) ?? []);
    const fields = own.filter((row) => isFieldName(row.name, wording) && row.name !== '-' && row.name !== '');
    const properties = nothingYet<Schema>();
    for (const row of fields) properties[row.name] ??= this.sent ? this.limited(row, path) : this.node(row, path);
    const required = [...new Set(fields.filter((row) => row.required).map((row) => row.name))];
    const conditional = this.sent ? fields.map((row) => ({ name: row.name, conditions: read(row).conditions })) : [];
    return {
      type: 'object',
      ...(Object.keys(properties).length > 0 ? { properties } : {}),
      ...(this.sent && required.length > 0 ? { required } : {}),
      ...conditionalSchema(
        conditional.filter(({ conditions }) => conditions.length > 0),
        properties,
      ),
    };
  }

  private limited(row: TreeRow, path: string[]): Schema {
    const { read, wording } = this.reading;
    const reading = read(row);
    const { description: _, ...nested } = this.node(row, path);
    if (nested.properties === undefined && nested.items === undefined)
      return describe(reading.schema, reading, row, wording);
    const isList = nested.type === 'array' || reading.schema.type === 'array';
    const schema = isList ? { ...reading.schema, type: 'array', items: nested.items ?? nested } : nested;
    return describe(schema, reading, row, wording);
  }

  private node(row: TreeRow, path: string[]): Schema {
    const { read, wording } = this.reading;
    const child = this.child(row, path);
    const type = jsonType(row.type, wording) ?? (child ? (refersToList(row, wording) ? 'array' : 'object') : undefined);
    const description = [row.overview, row.notes].filter(Boolean).join('\n').replace(wording.toTable, '');
    const about = description ? { description } : {};
    if (type === 'array') return { type, items: child ?? read(row).schema.items ?? {}, ...about };
    // The type column says otherwise although the row nests: both are documented.
    const types = [type ?? []].flat();
    if (child && type !== 'object') types.push('object');
    if (types.length > 0 && [read(row).schema.type ?? []].flat().includes('null')) types.push('null');
    return { ...child, ...(types.length > 0 ? { type: types.length > 1 ? types : types[0] } : {}), ...about };
  }

  /** What the rows of the object that a row refers to, or that has its name, make of it. */
  private child(row: TreeRow, path: string[]): Schema | undefined {
    const referred = references(row);
    const named = referred.length === 0 ? titled(row, this.byParent.keys(), this.reading.wording) : [];
    const parents = [...new Set([...referred, ...named, row.name])].filter(
      (parent) => this.byParent.has(parent) && !path.includes(parent),
    );
    return parents.length > 0 ? this.object(parents, [...path, ...parents]) : undefined;
  }
}
