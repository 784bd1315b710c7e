// How long the pages of a list are: by the option for it, and by what the documents say of that.
import type { ApiParameter } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import type { PageSize } from '../../plan/question.js';
import type { Operation } from '../../plan/resources.js';
import { toldBy } from '../../told/told.js';
import { CURSOR, OFFSET, PAGE } from './page-options.js';

/** Names that say how long a list may be. */
const AT_MOST = /^(?:\$?top|limit|page_?size|per_?page|max_?results|\$?maxpagesize|page\[(?:size|limit)\])$/i;
/** Such a name where another option names the page, or what it begins behind. */
const SIZE = /^(?:size|count|first)$/i;

export function saysHowMany({ op }: Operation, name: string): boolean {
  const pages = (): boolean =>
    op.parameters.some((p) => p.in === 'query' && [PAGE, OFFSET, CURSOR].some((names) => names.test(p.name)));
  return AT_MOST.test(name) || (SIZE.test(name) && pages());
}

export function pageSizeOf(operation: Operation): PageSize {
  const option = operation.op.parameters.find((p) => p.in === 'query' && saysHowMany(operation, p.name));
  if (!option) return {};
  const { default: given, maximum } = mergedSchema(operation.api, option.schema);
  const standard = typeof given === 'number' ? given : toldSize(operation, option, 'standardSize');
  const most = maximum ?? toldSize(operation, option, 'largestSize');
  return {
    option: option.name,
    ...(standard === undefined ? {} : { standard }),
    ...(most === undefined ? {} : { most }),
  };
}

/** What its own words say of it, or a sentence of the list that names it. */
function toldSize(
  { op }: Operation,
  { name, description }: ApiParameter,
  what: 'standardSize' | 'largestSize',
): number | undefined {
  const about = op.description?.split(/(?<=[.。])\s|\n/).filter((one) => one.includes(name) || /\bpages\b/.test(one));
  for (const text of [description, ...(about ?? [])]) {
    const size = Object.values(toldBy(text?.replace(/`/g, ''), what)).find((one) => one !== undefined);
    if (size !== undefined) return Number(size);
  }
  return undefined;
}
