// Lists of a part of time where nobody asks for another one: "From this day on. Defaults to today."
import type { ApiParameter } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { says } from '../told/told.js';
import type { Operation } from './resources.js';

/** Whether what was just made may be missing from it, as it is of another time. */
export function showsWindow({ api, op }: Operation): boolean {
  const bounds = ({ schema: raw, description }: ApiParameter): boolean => {
    const { format, default: usual } = mergedSchema(api, raw);
    const given = typeof usual === 'string' || (says(description, 'usually') && !says(description, 'usuallyAll'));
    return (format === 'date' || format === 'date-time') && given;
  };
  return op.parameters.some((option) => option.in === 'query' && !option.required && bounds(option));
}
