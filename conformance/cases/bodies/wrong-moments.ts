// Dates and times on the side of now where documents let none lie: "Must not be in the future".
import type { JsonValue, Schema } from '../../../spec/contract/api.js';
import { says } from '../../told/told.js';
import type { WrongValue } from './wrong-values.js';

const PAST = '1990-01-02';
const FUTURE = '2999-12-30';

/** @param sample shows whether it is a day or a time, where the schema does not */
export function wrongMoments({ format, description }: Schema, sample: JsonValue | undefined): WrongValue[] {
  const shown = typeof sample === 'string' ? sample : '';
  const isTime = format === 'date-time' || /^\d{4}-\d\d-\d\dT/.test(shown);
  if (!isTime && format !== 'date' && !/^\d{4}-\d\d-\d\d$/.test(shown)) return [];
  const moment = (day: string): string => (isTime ? `${day}T12:00:00Z` : day);
  const found: WrongValue[] = [];
  if (says(description, 'liesAhead'))
    found.push({
      what: 'in-the-past',
      title: PAST,
      value: moment(PAST),
      because: 'the documents want one in the future',
    });
  if (says(description, 'liesBehind'))
    found.push({
      what: 'in-the-future',
      title: FUTURE,
      value: moment(FUTURE),
      because: 'the documents want none in the future',
    });
  return found;
}
