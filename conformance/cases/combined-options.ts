// What query options make of each other, and of the properties that are not the name: a condition, an order and a search look
// at the entity, whatever is selected of it.
import type { Entity } from '../plan/entities.js';
import { itemSchema } from '../plan/item-schema.js';
import type { Operation } from '../plan/resources.js';
import { type Asked, NOWHERE, type Others } from './list-options.js';

/** "A property that the entities do not have is passed over." */
const PASSED_OVER = /\bpropert(?:y|ies)\b[^.]{0,60}\bnot have\b[^.]{0,30}\b(?:passed over|ignored|skipped)\b/i;
/** "that contain the given words in any of their values" */
const ANY_VALUE = /\bin any of (?:their|its) values\b/i;

/** @param names documented names of the three, in their order */
export function combined(
  list: Operation,
  property: string,
  names: string[],
  three: Entity[],
  { all, nulls, texts, defaults }: Others,
): Asked[] {
  const [a, b, c] = three;
  const [same] = defaults;
  if (!a || !b || !c) return [];
  const described = (option: string): string => list.op.parameters.find((p) => p.name === option)?.description ?? '';
  const is = (i: number): string => `${property} eq '${(names[i] ?? '').replaceAll("'", "''")}'`;
  const downwards = { members: [c, b, a], ordered: true };
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
  // Nothing begins with nothing, and is no reason to fail.
  if (nothing !== undefined) {
    const query: Asked['query'] = [['$filter', `startswith(${nothing},'docproof')`]];
    found.push({ what: 'filter-startswith-null', query, list: { members: [] }, shown: [/\bstartswith\(/] });
  }
  if (PASSED_OVER.test(described('$select')))
    found.push({
      what: 'select-unknown',
      query: [['$select', `docproof,${property}`]],
      list: { members: three, lacks: all },
    });
  if (PASSED_OVER.test(described('$orderby')))
    found.push({ what: 'orderby-unknown', query: [['$orderby', `docproof,${property} desc`]], list: downwards });
  const called = all.find(
    (name) => /^[A-Za-z]{5,}$/.test(name) && !names.some((n) => n.toLowerCase().includes(name.toLowerCase())),
  );
  const searched = ANY_VALUE.test(described('q'));
  if (searched && called !== undefined)
    found.push({ what: 'q-property', query: [['q', called]], list: { members: [] } });
  if (!same) return found;
  const [name, value] = same;
  const lacks = all.filter((other) => other !== name);
  // By its address, where it has one, an entry is known without its name.
  const addressed = Object.hasOwn(itemSchema(list)?.properties ?? {}, '__metadata');
  return [
    ...found,
    ...(searched ? [{ what: 'q-other', query: [['q', value]], list: { includes: three } } satisfies Asked] : []),
    {
      what: 'select-filter',
      query: [
        ['$select', property],
        ['$filter', `${name} eq '${value}'`],
      ],
      list: { members: three, lacks: all },
    },
    ...(addressed
      ? [
          {
            what: 'select-orderby',
            query: [
              ['$select', name],
              ['$orderby', `${property} desc`],
            ],
            list: { ...downwards, lacks },
          } satisfies Asked,
        ]
      : []),
  ];
}
