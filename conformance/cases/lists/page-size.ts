// How long the pages of a list are: by the option for it, and by what the documents say of that.
import type { ApiParameter } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import type { PageSize } from '../../plan/question.js';
import type { Operation } from '../../plan/resources.js';
import { toldBy } from '../../told/told.js';
import { isSize } from './list-roles.js';

export function pageSizeOf(operation: Operation): PageSize {
  const option = operation.op.parameters.find((p) => p.in === 'query' && isSize(operation, p));
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
