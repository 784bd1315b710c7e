// What a list is asked for: what an option means for the members of the list, as its name and the documents' words tell it.
import type { JsonValue } from '../../spec/contract/api.js';
import type { Entity } from './entities.js';
import type { Direction, Order } from './order.js';

/** Which end of a range an option names. */
export type Side = 'least' | 'most';

export type Question =
  /** Members that have a value of a property, or have it among those of one (`tag` of `tags`); of a flag, what may be asked. */
  | { kind: 'same'; option: string; property: string; flags: readonly JsonValue[] }
  /** Members on one side of a value; `included`: whether one that has it belongs to them, where that is told. */
  | { kind: 'bound'; option: string; property: string; side: Side; included?: boolean }
  /** Members with a text: somewhere in a property, at its beginning, or as one of its words; of any of them, where none is told. */
  | { kind: 'text'; option: string; property?: string; by: 'part' | 'beginning' | 'word'; anyCase?: true }
  /** Members in an order that options ask for. */
  | { kind: 'order'; query: [option: string, value: string][]; order: Order }
  /** Members in the order in which they were made, or the reverse. */
  | { kind: 'as-made'; direction: Direction }
  /** All members, a page after the other; with a filter that the way to the next page has to keep. */
  | { kind: 'pages'; filter?: { option: string; property: string }; saysEnd: boolean; saysNext: boolean }
  /** As many as a page has where nobody asks for a number. */
  | { kind: 'page-size'; size: number }
  /** Members with some of their properties, and those that are always there. */
  | { kind: 'fields'; option: string; properties: [string, string]; always: string[]; others: string[] }
  /** Members with what they refer to inside. */
  | { kind: 'embedded'; option: string; value: string; property: string; key?: string }
  /** Members in a state that the list leaves out unless an option asks for them. */
  | { kind: 'left-out'; option: string; value: JsonValue; property: string; hidden: JsonValue };

/** How long a list's pages are. */
export interface PageSize {
  option?: string;
  /** Where nobody asks for a number. */
  standard?: number;
  most?: number;
}

export interface Asks {
  question: Question;
  page: PageSize;
}

/** One of those among which a list is asked, with what tells it from the others. */
export interface AmongOthers {
  entity: Entity;
  /** Members of the body that makes it. */
  with?: { [property: string]: JsonValue };
  /** Letters that texts of its body begin with, so that their order is not that in which they are made. */
  lead?: { [property: string]: string };
  /** It is made so much later than the one before it that any clock tells the two apart. */
  apart?: true;
}
