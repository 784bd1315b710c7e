// What a list is asked for: what an option means for the members of the list, as its name and the documents' words tell it.
import type { JsonValue } from '../../spec/contract/api.js';
import type { Entity } from './entities.js';
import type { Direction, Order } from './order.js';

/** Which end of a range an option names. */
export type Side = 'least' | 'most';

export interface Filter {
  option: string;
  property: string;
}

/** The option that takes a page's number, how many to pass over, or what the answer before has for it. */
export interface Turning {
  option: string;
  by: 'page' | 'offset' | 'cursor';
  /** The key of the last entry will do for the cursor. */
  keyed?: true;
  /** The number of the first page. */
  first?: number;
}

/** An option that takes several values finds what has any of them: the option is written for each, or once with commas. */
export type Several = 'each' | 'commas';

export type Question =
  /** Members that have a value of a property, or have it among those of one (`tag` of `tags`); of a flag, what may be asked. */
  | { kind: 'same'; option: string; property: string; flags: readonly JsonValue[]; several?: Several }
  /** Members in a state, which may change by itself; `others`: states that none of them may be in. */
  | { kind: 'state'; option: string; property: string; others: readonly string[]; several?: Several }
  /** Members on one side of a value; `included`: whether one that has it belongs to them, where that is told. */
  | { kind: 'bound'; option: string; property: string; side: Side; included?: boolean }
  /** Members with a text: somewhere in a property, at its beginning, or as one of its words; in one of several; in any, where none is told. */
  | { kind: 'text'; option: string; properties: readonly string[]; by: 'part' | 'beginning' | 'word'; anyCase?: true }
  /** Members in an order that options ask for. */
  | { kind: 'order'; query: [option: string, value: string][]; order: Order }
  /** Members in the order in which they were made, or the reverse. */
  | { kind: 'as-made'; direction: Direction }
  /**
   * All members, a page after the other, alone and with a filter that the way to the next page has to keep. `asks`: how the
   * documents ask for what comes behind a page, beside what its answer says of that; `endTold`: they say that the last page
   * says that it is the last; `nextTold`: they show where a page says that there is more; `startTold`: that the first leads to none
   * before it; `linked`: to which pages they say that each leads.
   */
  | {
      kind: 'pages';
      filters: Filter[];
      asks?: Turning;
      endTold: boolean;
      nextTold: boolean;
      startTold?: boolean;
      linked?: readonly string[];
    }
  /** All that there are, of a list without pages. */
  | { kind: 'all' }
  /** As many as a page has where nobody asks for a number. */
  | { kind: 'page-size'; size: number }
  /** Some properties of each, and those that are always there; none of the others. */
  | { kind: 'fields'; option: string; asked: string[]; always: string[]; others: string[] }
  /** What belongs to each inside it; `reference`: the property that has its key. */
  | { kind: 'embedded'; option: string; property: string; reference?: string };

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
