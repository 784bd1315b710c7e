// Pages that operations of other pages may depend on, as they tell something of all of them.

import type { Page } from '../extract/page.js';
import type { Profile } from '../profiles/profile.js';
import { tellsOfHeaders } from './common-headers.js';
import { tellsOfOptions } from './common-options.js';
import { tellsOfRefusals } from './common-refusals.js';
import { tellsOfErrors } from './error-format.js';
import { tellsOfObjects } from './object-tables.js';
import { tellsOfTimes } from './shown-times.js';
import { tellsOfSecurity } from './told-security.js';

const PARTS = [
  tellsOfErrors,
  tellsOfHeaders,
  tellsOfObjects,
  tellsOfOptions,
  tellsOfRefusals,
  tellsOfSecurity,
  tellsOfTimes,
];

export function tellsOfAll(page: Page, profile: Profile): boolean {
  return PARTS.some((tells) => tells(page, profile));
}
