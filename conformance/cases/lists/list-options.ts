// What each system query option asks of a list of three: OData's meaning of it (URI conventions, section 4).
import { typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import type { Entity } from '../../plan/entities.js';
import { itemSchema } from '../../plan/item-schema.js';
import type { ListExpectation } from '../../plan/list-expectation.js';
import { NOWHERE } from '../../plan/nowhere.js';
import type { Direction, Order } from '../../plan/order.js';
import { bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import type { Level } from '../../plan/story.js';
import { says, sentencesOf } from '../../told/told.js';
import type { BaseRequest } from '../base-request.js';
import { listsError } from '../refusal.js';
import { dated } from './date-filters.js';
import { filters } from './list-filters.js';

export interface Asked {
  /** Last part of the case's id. */
  what: string;
  query: [option: string, value: string][];
  /** An option that the documents have, though it is not asked for. */
  needs?: string;
  list: Omit<ListExpectation, 'property'>;
  /** The order by what the server itself gives its members. */
  order?: Order;
  /**
   * How documents show the operators and functions, which they need not offer: where no example of the option has each
   * of them, refusing it is no failure, a wrong answer is.
   */
  shown?: RegExp[];
  /** Why it is answered with 400. */
  refused?: string;
  level?: Level;
}

/** What a list shows besides the name: of it what the create leaves out and is null then, what has a value, what is text. */
export interface Others {
  all: string[];
  nulls: string[];
  given: string[];
  texts: string[];
  /** What is not sent, and the text that it has then. */
  defaults: [name: string, value: string][];
}

export function otherProperties({ create }: Resource, property: string, { json }: BaseRequest): Others {
  const properties = Object.entries((create && bodySchema(create)?.properties) ?? {})
    .filter(([name]) => name !== property)
    .map(([name, raw]) => {
      const schema = create ? mergedSchema(create.api, raw) : {};
      const standard = json?.[name] === undefined ? schema.default : undefined;
      return { name, types: [schema.type].flat(), value: json?.[name] ?? schema.default ?? null, standard };
    });
  const nulls = properties.filter(({ types, value }) => types.includes('null') && value === null);
  return {
    all: properties.map(({ name }) => name),
    nulls: nulls.map(({ name }) => name),
    given: properties.filter(({ value }) => value !== null).map(({ name }) => name),
    texts: properties.filter(({ types }) => types.includes('string')).map(({ name }) => name),
    defaults: properties.flatMap(({ name, standard }) => (typeof standard === 'string' ? [[name, standard]] : [])),
  };
}

/**
 * What an answer shows of an entity whatever is selected: the entry's own data are no property of it (OData JSON format), and
 * what the documents of the option say is always there.
 *
 * @param shown what the documented answer shows
 */
export function alwaysShown({ op }: Operation, shown: readonly string[]): string[] {
  const option = op.parameters.find((p) => p.in === 'query' && p.name === '$select');
  const said = new Set(saidOf(sentencesOf(option?.description)).flatMap((text) => text.match(/[\w.@$-]+/g) ?? []));
  return shown.filter((name) => name === '__metadata' || said.has(name));
}

/** The sentences that say it of something, and the items of a list behind one. */
function saidOf(sentences: string[]): string[] {
  let listed = false;
  return sentences.filter((sentence) => {
    const said = says(sentence, 'always');
    if (!sentence.startsWith('* ')) listed = said;
    return said || listed;
  });
}

/**
 * @param names documented names of the three, in their order
 * @param list the operation that is asked
 */
export function options(list: Operation, property: string, names: string[], three: Entity[], others: Others): Asked[] {
  const [a, b, c] = three as [Entity, Entity, Entity];
  const by = ['$orderby', property] as [string, string];
  const inOrder = (members: Entity[]) => ({ members, ordered: true });
  return [
    { what: 'orderby', query: [by], list: inOrder([a, b, c]) },
    { what: 'orderby-desc', query: [['$orderby', `${property} desc`]], list: inOrder([c, b, a]) },
    { what: 'orderby-asc', query: [['$orderby', `${property} asc`]], list: inOrder([a, b, c]) },
    ...tied(property, others.all, three),
    ...decided(list, property, three),
    ...moments(list),
    { what: 'top', query: [['$top', '2']], list: { size: 2 } },
    { what: 'top-none', query: [['$top', '0']], list: { size: 0 } },
    ...longest(list, three),
    { what: 'skip', query: [['$skip', '1'], by], list: inOrder([b, c]) },
    { what: 'skip-none', query: [['$skip', '0']], list: { members: [a, b, c] } },
    { what: 'page', query: [['$top', '1'], ['$skip', '1'], by], list: inOrder([b]) },
    { what: 'page-last', query: [['$top', '1'], ['$skip', '2'], by], list: inOrder([c]) },
    { what: 'skip-all', query: [['$skip', '3']], list: { size: 0 } },
    ...filters(property, names, three, others),
    ...dated(list, three),
    ...counts(property, names, b),
    ...together(property, names, three, others),
    ...selections(list, property, three, others),
    ...words(list, names, three),
    ...unreadable(list, property),
  ];
}

/** By what all have the same, then by the name: one of the two is not the order in which they come by themselves. */
function tied(property: string, others: string[], [a, b, c]: Entity[]): Asked[] {
  const same = others.find((name) => !name.includes('.'));
  if (same === undefined || !a || !b || !c) return [];
  return [
    { what: 'orderby-then', query: [['$orderby', `${same},${property}`]], list: { members: [a, b, c], ordered: true } },
    {
      what: 'orderby-then-desc',
      query: [['$orderby', `${same},${property} desc`]],
      list: { members: [c, b, a], ordered: true },
    },
  ];
}

const MOMENT = /^_*(?:updated|modified|published|created)(?:_?(?:at|on))?$/i;

/** By each of its moments, both ways: one of the two is not the order in which they come by themselves. */
function moments(list: Operation): Asked[] {
  const found = Object.keys(itemSchema(list)?.properties ?? {}).filter((name) => MOMENT.test(name));
  const ways: Direction[] = ['asc', 'desc'];
  return found.flatMap((orderedBy) =>
    ways.map((direction) => ({
      what: `orderby-${orderedBy.replace(/^_+/, '')}-${direction}`,
      query: [['$orderby', `${orderedBy} ${direction}`]],
      list: { size: 3 },
      order: { orderedBy, direction },
      shown: [new RegExp(`\\b${orderedBy}\\b`)],
    })),
  );
}

/** The name decides; when each was made, which is the other way round, has nothing left to decide. */
function decided(list: Operation, property: string, [a, b, c]: Entity[]): Asked[] {
  const moment = Object.keys(itemSchema(list)?.properties ?? {}).find((name) => MOMENT.test(name));
  if (moment === undefined || !a || !b || !c) return [];
  return [
    {
      what: 'orderby-first',
      query: [['$orderby', `${property} desc,${moment}`]],
      list: { members: [c, b, a], ordered: true },
      shown: [/,/, new RegExp(`\\b${moment}\\b`)],
    },
  ];
}

/** The largest number of its range: the list is as long as there is something to list. */
function longest({ op }: Operation, members: Entity[]): Asked[] {
  const most = op.parameters.find((p) => p.in === 'query' && p.name === '$top')?.schema.maximum;
  return Number.isSafeInteger(most) ? [{ what: 'top-most', query: [['$top', String(most)]], list: { members } }] : [];
}

export function counts(property: string, names: string[], second: Entity): Asked[] {
  const all: [string, string] = ['$inlinecount', 'allpages'];
  const condition = `${property} eq '${(names[1] ?? '').replaceAll("'", "''")}'`;
  return [
    { what: 'count', query: [all, ['$top', '1']], list: { size: 1, count: 3 } },
    { what: 'count-skipped', query: [all, ['$skip', '1']], list: { size: 2, count: 3 } },
    { what: 'count-filtered', query: [all, ['$filter', condition]], list: { members: [second], count: 1 } },
    { what: 'count-of-nothing', query: [all, ['$top', '0']], list: { size: 0, count: 3 } },
    {
      what: 'count-true',
      query: [
        ['$count', 'true'],
        ['$top', '1'],
      ],
      list: { size: 1, count: 3 },
    },
    { what: 'count-none', query: [['$inlinecount', 'none']], list: { count: null } },
    { what: 'count-unasked', query: [], needs: '$inlinecount', list: { count: null } },
  ];
}

/** Each option does what it does beside the others, too: of two hits the second, the last name first. */
function together(property: string, names: string[], [a, , c]: Entity[], { all }: Others): Asked[] {
  if (!a || !c) return [];
  const is = (i: number): string => `${property} eq '${(names[i] ?? '').replaceAll("'", "''")}'`;
  const query: Asked['query'] = [
    ['$filter', `${is(0)} or ${is(2)}`],
    ['$orderby', `${property} desc`],
    ['$top', '1'],
    ['$inlinecount', 'allpages'],
  ];
  const shown = [/ or /];
  const first = { members: [c], count: 2, lacks: all };
  return [
    { what: 'together', query: [...query, ['$select', property]], list: first, shown },
    { what: 'together-next', query: [...query, ['$skip', '1']], list: { members: [a], count: 2 }, shown },
  ];
}

function selections(list: Operation, property: string, members: Entity[], { all, given }: Others): Asked[] {
  const select = (what: string, chosen: string[], keeps: string[]): Asked => ({
    what,
    query: [['$select', chosen.join(',')]],
    list: { members, keeps, lacks: all.filter((name) => !chosen.includes(name)) },
  });
  const always = alwaysShown(list, Object.keys(itemSchema(list)?.properties ?? {}));
  const whole = { members, keeps: [...always, property, ...given], lacks: [] };
  return [
    { what: 'select-all', query: [['$select', '*']], list: whole, shown: [/^\*$/] },
    ...(all.length > 0 ? [select('select', [property], always)] : []),
    ...given.slice(0, 1).map((other) => select('select-two', [property, other], [...always, other])),
  ];
}

/** Words that are looked for in all values: a name is found, what stands nowhere is not, nor is half of what is asked for. */
function words({ op }: Operation, names: string[], three: Entity[]): Asked[] {
  const [, name = ''] = names;
  const includes = three.slice(1, 2);
  const option = op.parameters.find((p) => p.in === 'query' && p.name === 'q');
  const nothing: [string, string] = ['q', NOWHERE];
  return [
    { what: 'q', query: [['q', name]], list: { includes } },
    ...(says(option?.description, 'caseIsNothing')
      ? [{ what: 'q-other-case', query: [['q', name.toUpperCase()]] as Asked['query'], list: { includes } }]
      : []),
    { what: 'q-none', query: [nothing], list: { members: [] } },
    { what: 'q-letters', query: [['q', `${NOWHERE}\u00fc\u6771`]], list: { members: [] } },
    { what: 'q-none-count', query: [nothing, ['$inlinecount', 'allpages']], list: { members: [], count: 0 } },
    // Whether all words are meant or any of them, only the prose of documents says.
    {
      what: 'q-and-none',
      query: [['q', `${name} ${NOWHERE}`]],
      list: { members: [] },
      level: says(option?.description, 'everyWord') ? 'MUST' : 'SHOULD',
    },
  ];
}

/** What says nothing: a number that is none, and words where the error list has a message for what cannot be read. */
function unreadable(list: Operation, property: string): Asked[] {
  const numbers = ['$top', '$skip'].filter((option) => {
    const schema = list.op.parameters.find((p) => p.in === 'query' && p.name === option)?.schema;
    return schema && typeOf(mergedSchema(list.api, schema)) === 'integer';
  });
  const refused = (what: string, option: string, value: string, because: string): Asked => ({
    what,
    query: [[option, value]],
    list: {},
    refused: because,
  });
  const listed = 'the error list has a message for it';
  const expand = list.op.parameters.find((p) => p.name === '$expand');
  const hasMessage = (about: RegExp): boolean => listsError(list, 400, /pars|invalid|syntax|unsupported/i, about);
  return [
    ...numbers.flatMap((option) => [
      refused(`${option.slice(1)}-fraction`, option, '1.5', `${option} is an integer`),
      refused(`${option.slice(1)}-words`, option, 'docproof', `${option} is an integer`),
    ]),
    ...numbers
      .filter((option) => says(list.op.parameters.find((p) => p.name === option)?.description, 'noInteger'))
      .map((option) => refused(`${option.slice(1)}-empty`, option, '', 'the documents refuse what is no integer')),
    ...(hasMessage(/\$orderby\b/) ? [refused('orderby-sideways', '$orderby', `${property} sideways`, listed)] : []),
    ...(hasMessage(/\$expand\b/) || says(expand?.description, 'noNavigation')
      ? [refused('expand-nothing', '$expand', '_docproof', listed)]
      : []),
    // One bracket that has no other may be passed over, and is not tried.
    ...(hasMessage(/\$filter\b/)
      ? [
          refused('filter-more', '$filter', `${property} eq 'a' 'b'`, listed),
          refused('filter-unclosed', '$filter', `${property} eq 'a`, listed),
        ]
      : []),
    ...(hasMessage(/\boperator\b/)
      ? [refused('filter-unknown-operator', '$filter', `${property} docproof 'a'`, listed)]
      : []),
    ...(hasMessage(/\bfunction\b/)
      ? [refused('filter-unknown-function', '$filter', `docproof(${property},'a')`, listed)]
      : []),
  ];
}
