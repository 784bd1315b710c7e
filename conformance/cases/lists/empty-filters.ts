// Filters of a list that go by something else than a field of that name: `?author=` of things with an `author.username`. By a
// word that nothing has they find nothing.
import type { ApiParameter } from '../../../spec/contract/api.js';
import { typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import type { Operation } from '../../plan/resources.js';
import { says } from '../../told/told.js';
import { isCursor, isSort, isWay } from './list-roles.js';
import { SEARCHES } from './text-options.js';

/** What is chosen by them is how things are shown, not which. */
const SHOWS =
  /^(?:\$.*|(?:include|exclude|hide|show)(?:[-_]?\w+)?|(?:embed|expand|select|columns|properties|attributes)|fields?(?:\[.*)?|lang(?:uage)?|locale|format|view|time_?zone|tz|currency|units?)$/i;

/** Expressions, and ends of ranges: a word is none, and may be passed over. */
const NO_WORD = [
  /^(?:filters?|where|conditions?|date|time|day)$/i,
  /^(?:min|max|from|to|since|until|before|after|start|end|newer|older)(?:$|[-_A-Z])/,
  /[-_](?:date|time|day|at|on|before|after|since|until)$|[a-z](?:Date|Time|Day|At|On|Before|After|Since|Until)$/,
];

/** Names of the options, all of which take any text, or several. */
export function emptyFilters({ api, op }: Operation): string[] {
  const takesAny = ({ schema: raw, mediaType }: ApiParameter): boolean => {
    const whole = mergedSchema(api, raw);
    // One word is a list of one.
    const schema = whole.items ? mergedSchema(api, whole.items) : whole;
    const open = !schema.enum && schema.pattern === undefined && schema.format === undefined;
    return mediaType === undefined && typeOf(schema) === 'string' && open && schema.const === undefined;
  };
  const isFilter = (option: ApiParameter): boolean =>
    ![SHOWS, SEARCHES, ...NO_WORD].some((names) => names.test(option.name)) &&
    !isCursor(option) &&
    !isSort(option) &&
    !isWay(option) &&
    says(option.description, 'filters') &&
    !says(option.description, 'asksForAll');
  const options = op.parameters.filter((option) => option.in === 'query' && !option.required);
  return options.filter((option) => isFilter(option) && takesAny(option)).map(({ name }) => name);
}
