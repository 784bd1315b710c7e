// Every fault, in the order of the report. Ids are unique and stable: reports and baselines quote them.
import type { Fault } from '../fault.js';
import { ACCESS_FAULTS } from './access.js';
import { BODY_FAULTS } from './body.js';
import { ERROR_FAULTS } from './error.js';
import { GRANT_FAULTS } from './grants.js';
import { HEADER_FAULTS } from './header.js';
import { KEY_FAULTS } from './key.js';
import { LIMIT_FAULTS } from './limit.js';
import { LINK_FAULTS } from './link.js';
import { LIST_FAULTS } from './list.js';
import { MOMENT_FAULTS } from './moment.js';
import { SEARCH_FAULTS } from './search.js';
import { STATE_FAULTS } from './state.js';
import { STATUS_FAULTS } from './status.js';
import { TOKEN_FAULTS } from './tokens.js';
import { WIRE_FAULTS } from './wire.js';

export const FAULTS: Fault[] = [
  ...STATUS_FAULTS,
  ...HEADER_FAULTS,
  ...BODY_FAULTS,
  ...STATE_FAULTS,
  ...KEY_FAULTS,
  ...LIMIT_FAULTS,
  ...ACCESS_FAULTS,
  ...TOKEN_FAULTS,
  ...GRANT_FAULTS,
  ...LIST_FAULTS,
  ...SEARCH_FAULTS,
  ...LINK_FAULTS,
  ...MOMENT_FAULTS,
  ...ERROR_FAULTS,
  ...WIRE_FAULTS,
];
