// Things whose key the server gives and does not tell: neither the answer to their create nor their list has it.
import { describeEntity, type Entity } from '../../plan/entities.js';

export const UNNAMED = 'the answer to its create does not say what it is called';

/** A request would need a key that the target does not tell. */
export class Unnamed extends Error {
  constructor(entity: Entity) {
    super(`${describeEntity(entity)}: ${UNNAMED}`);
  }
}
