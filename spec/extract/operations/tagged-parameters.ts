// Parameters and fields in tags of components → the rows of a table: `<ParamField body="size" type="integer" required>How large.</ParamField>`.
import type { Field, Profile } from '../../profiles/profile.js';
import type { ComponentTag } from '../../read/component-tags.js';
import type { Inline, Row, TableBlock } from '../../read/document.js';

export interface TaggedParameter {
  tag: ComponentTag;
  /** With the names of those that it stands in: `owner.name`, `lines[].price`. */
  name: string;
  /** As the tag or one around it says: `query`. */
  place: string;
  description: Inline[];
}

const COLUMNS = ['name', 'in', 'type', 'required', 'default', 'overview'] as const satisfies readonly Field[];

/** What names a parameter, and where it goes: `name="size" in="body"`, or `body="size"`. */
export function namedBy(
  { attributes, kind }: ComponentTag,
  profile: Profile,
): { name: string; place: string } | undefined {
  if (kind === 'closes') return undefined;
  for (const [key, name] of attributes)
    if (name !== '' && profile.places.match(key)?.exact) return { name, place: key };
  const name = attributes.get('name');
  return name ? { name, place: attributes.get('in') ?? '' } : undefined;
}

/** A table with a row for each, under titles of the profile. */
export function parameterTable(parameters: readonly TaggedParameter[], profile: Profile): TableBlock {
  const titles = COLUMNS.map((column) => profile.columns.phrases.find(({ value }) => value === column)?.text ?? column);
  const rows = parameters.map((parameter) => rowOf(parameter, profile));
  const [first] = rows;
  const last = rows.at(-1);
  const span = { start: first?.span.start ?? 0, end: last?.span.end ?? 0 };
  const top = { start: span.start, end: span.start };
  return {
    kind: 'table',
    header: { kind: 'row', cells: titles.map((text) => ({ text, span: top, links: [] })), span: top, closed: true },
    rows,
    span,
  };
}

function rowOf({ tag, name, place, description }: TaggedParameter, profile: Profile): Row {
  const { attributes } = tag;
  const span = { start: tag.start, end: description.at(-1)?.span.end ?? tag.end };
  const told: Inline = {
    text: description.map(({ text }) => text).join('\n'),
    span: { start: description[0]?.span.start ?? tag.end, end: span.end },
    links: description.flatMap(({ links }) => links),
  };
  const needed = attributes.get('required');
  const mark = profile.words[needed === undefined || needed === 'false' ? 'no' : 'yes'].phrases[0]?.text ?? '';
  const texts = [name, place, attributes.get('type') ?? '', mark, attributes.get('default') ?? ''];
  const cells = texts.map((text): Inline => ({ text, span: { start: tag.start, end: tag.end }, links: [] }));
  return { kind: 'row', cells: [...cells, told], span, closed: true };
}
