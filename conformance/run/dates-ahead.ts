// Dates that documents let lie ahead alone ("Must be in the future"): those of their samples may be over by now.
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { rememberedFor } from '../../spec/remember.js';
import { bodySchema, type Operation } from '../plan/resources.js';
import { says, sentencesOf } from '../told/told.js';

const DAY = 86_400_000;
const WEEK = 7 * DAY;
const MOMENT = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d.*)?$/;

/**
 * A body with all its dates as many weeks later as the first of those is over that have to lie ahead: how far they are from
 * one another stays.
 *
 * @param fixed names of members that are sent as they are
 * @param now milliseconds since 1970
 */
export function withDatesAhead(
  operation: Operation,
  body: Record<string, unknown>,
  fixed: ReadonlySet<string>,
  now: number,
): Record<string, unknown> {
  const ahead = [...aheadIn(operation)].filter((name) => !fixed.has(name));
  const first = Math.min(...ahead.flatMap((name) => timeOf(body[name]) ?? []));
  if (!Number.isFinite(first) || first > now + DAY) return body;
  const weeks = Math.ceil((now + DAY - first) / WEEK);
  const moved = Object.entries(body).map(([name, value]): [string, unknown] => [
    name,
    fixed.has(name) ? value : later(value, weeks * WEEK),
  ]);
  return Object.fromEntries(moved);
}

/** Fields of which their own words, or a sentence of the operation that names them, say so. */
const aheadIn = rememberedFor((operation: Operation): ReadonlySet<string> => {
  const { api, op } = operation;
  const told = sentencesOf(op.description).filter((sentence) => says(sentence, 'liesAhead'));
  const fields = Object.entries(bodySchema(operation)?.properties ?? {});
  const found = fields.filter(([name, raw]) => {
    const named = told.some((sentence) => sentence.split(/[^\w-]+/).includes(name));
    return named || says(mergedSchema(api, raw).description, 'liesAhead');
  });
  return new Set(found.map(([name]) => name));
});

function timeOf(value: unknown): number | undefined {
  const time = typeof value === 'string' && MOMENT.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** A day stays a day, and the time of a day as it was written. */
function later(value: unknown, by: number): unknown {
  const [, day, rest = ''] = typeof value === 'string' ? (MOMENT.exec(value) ?? []) : [];
  const time = day === undefined ? Number.NaN : Date.parse(day);
  return Number.isNaN(time) ? value : new Date(time + by).toISOString().slice(0, 10) + rest;
}
