// What query options make of each other, and of the properties that are not the name: a condition, an order and a search look
// at the entity, whatever is selected of it.
import { type JsonObject, objectsWith } from '../../assess/entity-in.js';
import type { Entity } from '../../plan/entities.js';
import { itemSchema } from '../../plan/item-schema.js';
import { NOWHERE } from '../../plan/nowhere.js';
import type { Operation } from '../../plan/resources.js';
import { says, toldBy } from '../../told/told.js';
import type { Asked, Others } from './list-options.js';

/** @param names documented names of the three, in their order */
export function combined(list: Operation, property: string, names: string[], three: Entity[], others: Others): Asked[] {
  if (three.length < 3) return [];
  const described = (option: string): string | undefined =>
    list.op.parameters.find((p) => p.name === option)?.description;
  return [
    ...filtered(property, names, three, others),
    ...passedOver(described, property, three, others),
    ...searched(described('q'), names, three, others),
    ...notSearched(list, described('q'), names),
    ...selected(list, property, three, others),
  ];
}

function filtered(property: string, names: string[], three: Entity[], { nulls, texts }: Others): Asked[] {
  const is = (i: number): string => `${property} eq '${(names[i] ?? '').replaceAll("'", "''")}'`;
  const found: Asked[] = [
    {
      what: 'filter-three',
      query: [['$filter', `${is(0)} or ${is(1)} or ${is(2)}`]],
      list: { members: three },
      shown: [/ or /],
    },
    {
      what: 'q-filter',
      query: [
        ['q', NOWHERE],
        ['$filter', is(0)],
      ],
      list: { members: [] },
    },
  ];
  const nothing = nulls.find((name) => texts.includes(name));
  if (nothing === undefined) return found;
  // Nothing begins with nothing, and is no reason to fail.
  const query: Asked['query'] = [['$filter', `startswith(${nothing},'docproof')`]];
  return [...found, { what: 'filter-startswith-null', query, list: { members: [] }, shown: [/\bstartswith\(/] }];
}

function passedOver(
  described: (option: string) => string | undefined,
  property: string,
  three: Entity[],
  { all }: Others,
): Asked[] {
  const asked: [option: string, one: Asked][] = [
    [
      '$select',
      {
        what: 'select-unknown',
        query: [['$select', `docproof,${property}`]],
        list: { members: three, lacks: all },
      },
    ],
    [
      '$orderby',
      { what: 'orderby-unknown', query: [['$orderby', `docproof,${property} desc`]], list: downwards(three) },
    ],
  ];
  return asked.flatMap(([option, one]) => (says(described(option), 'passedOver') ? [one] : []));
}

/** The values of all properties are searched, and not their names. */
function searched(
  description: string | undefined,
  names: string[],
  three: Entity[],
  { all, nulls, defaults }: Others,
): Asked[] {
  if (!says(description, 'anyValue')) return [];
  const called = all.find(
    (name) => /^[A-Za-z]{5,}$/.test(name) && !names.some((n) => n.toLowerCase().includes(name.toLowerCase())),
  );
  const [same] = defaults;
  return [
    ...(called === undefined
      ? []
      : [{ what: 'q-property', query: [['q', called]], list: { members: [] } } satisfies Asked]),
    ...(nulls.length > 0 ? [{ what: 'q-null', query: [['q', 'null']], list: { members: [] } } satisfies Asked] : []),
    ...(same ? values(same[1], names, three) : []),
  ];
}

/** Where the documents leave a part of the entities out, a word that their samples have there finds nothing. */
function notSearched(list: Operation, description: string | undefined, names: string[]): Asked[] {
  const part = bare(toldBy(description, 'notSearched').part ?? '');
  if (part === '') return [];
  const parts = answersOf(list).flatMap((one) =>
    Object.entries(one).flatMap(([name, value]) => (bare(name) === part ? objectsWith(value, []).slice(0, 1) : [])),
  );
  const words = parts.flatMap((one) => Object.values(one).flatMap((text) => FIRST_WORD.exec(String(text))?.[0] ?? []));
  const elsewhere = (one: string): boolean => !names.some((name) => name.toLowerCase().includes(one.toLowerCase()));
  const word = words.find(elsewhere);
  // What all addresses lead through.
  const way = list.segments.flatMap(({ text, variable }) => (variable === undefined && text.length > 3 ? [text] : []));
  const shown = parts.flatMap((one) => Object.values(one).map(String));
  const step = way.find((one) => elsewhere(one) && shown.some((text) => text.includes(`/${one}/`)));
  return [
    ...(word === undefined ? [] : [nowhere('q-not-searched', word)]),
    ...(step === undefined ? [] : [nowhere('q-not-in-address', step)]),
  ];
}

function nowhere(what: string, word: string): Asked {
  return { what, query: [['q', word]], list: { members: [] } };
}

/** The word in front of what has several, and is no address. */
const FIRST_WORD = /^[A-Za-z]{5,40}(?=\.[A-Za-z]{1,40}$)/;

const bare = (name: string): string => name.replace(/[`_]/g, '');

/** The objects that the documents show in answers. */
function answersOf({ op }: Operation): JsonObject[] {
  const shown = op.responses.filter(({ status }) => status.startsWith('2')).flatMap(({ content }) => content);
  return shown.flatMap(({ examples }) => examples.flatMap(({ value }) => objectsWith(value, [])));
}

function values(value: string, [name]: string[], three: Entity[]): Asked[] {
  return [
    { what: 'q-other', query: [['q', value]], list: { includes: three } },
    // Each of the words stands in another value; whether all are wanted or any, it is found.
    { what: 'q-two-values', query: [['q', `${value} ${name}`]], list: { includes: three.slice(0, 1) } },
  ];
}

/** What is not selected is looked at all the same. */
function selected(list: Operation, property: string, three: Entity[], { all, defaults }: Others): Asked[] {
  const [same] = defaults;
  if (!same) return [];
  const [name, value] = same;
  const found: Asked[] = [
    {
      what: 'select-filter',
      query: [
        ['$select', property],
        ['$filter', `${name} eq '${value}'`],
      ],
      list: { members: three, lacks: all },
    },
  ];
  // By its address, where it has one, an entry is known without its name.
  if (Object.hasOwn(itemSchema(list)?.properties ?? {}, '__metadata'))
    found.push({
      what: 'select-orderby',
      query: [
        ['$select', name],
        ['$orderby', `${property} desc`],
      ],
      list: { ...downwards(three), lacks: all.filter((other) => other !== name) },
    });
  return found;
}

function downwards(three: Entity[]): Asked['list'] {
  return { members: three.toReversed(), ordered: true };
}
