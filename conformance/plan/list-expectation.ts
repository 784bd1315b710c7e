// What must hold of a list that a query option asks for.
import type { Entity } from './entities.js';

/** A list of entities of the run, as a query option asks for it. */
export interface ListExpectation {
  /** Property that tells the entities apart. */
  property: string;
  /** Those of the run that must be there, in this order where `ordered`; no others. */
  members?: Entity[];
  ordered?: boolean;
  /** How many, whichever they are. */
  size?: number;
  /** The number of hits (`__count`, `@odata.count`); null where there must be none. */
  count?: number | null;
  /** Of the run's entities, those that are among others. */
  includes?: Entity[];
  /** Of the run's entities, those that are there come in this order. */
  inOrder?: Entity[];
  /** A property of which no two have the same value. */
  apart?: string;
  /** Properties that each one has. */
  keeps?: string[];
  /** Properties that were not asked for. */
  lacks?: string[];
  /**
   * Navigation properties, an entity that stands in each, one that does not, and the only one where it stands; `many`
   * where there may be any number of them, `newestBy` the date by which the newest of them comes first.
   */
  expanded?: { name: string; entity: Entity; without?: Entity; of?: Entity; many?: boolean; newestBy?: string }[];
}
