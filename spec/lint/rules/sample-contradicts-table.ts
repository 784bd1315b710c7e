// sample/sample-contradicts-table: a sample, or the body of a command, with fields, types or values that its table does not allow.
import type { Endpoint, FieldRow, Page, Sample } from '../../extract/page.js';
import { memberName } from '../../json-pointer.js';
import { type JsonPlace, readJsonText } from '../../read/json-text.js';
import { compareAnswer } from '../answer-comparison.js';
import { bodyRows } from '../body-rows.js';
import type { Report, Rule } from '../rule.js';
import { compareSample, type PlaceOf } from '../sample-comparison.js';
import { bodiesOf, isJsonSample, type PlacedCommand, type Site } from '../site.js';

export const sampleContradictsTable: Rule = {
  code: 'sample/sample-contradicts-table',
  severity: 'warning',
  purpose:
    'A sample, or the body of a command, that its table contradicts: a missing or unknown field, another type, an object for an array, a value outside the limits.',
  why: 'Readers copy the sample, generators follow the table. docproof follows the table, marks the place as contested, and accepts both when it certifies.',
  bad: { sections: { 'Request Sample': '```JSON\n{"Title": "urgent"}\n```' } },
  good: { sections: { 'Request Sample': '```JSON\n{"Name": "urgent"}\n```' } },
  check(site, report) {
    for (const { page, endpoint } of site.endpoints()) {
      for (const { body, side } of bodiesOf(endpoint)) {
        const seen = new Set<FieldRow | string>();
        for (const sample of body.samples) {
          const rows = bodyRows(body, sample.variant);
          if (!rows || !isJsonSample(sample)) continue;
          const json = site.looseJsonOf(sample);
          if (json.ok)
            compareSample(
              {
                page,
                site,
                report,
                rows,
                side,
                seen,
                place: placeIn(sample, json.places),
                broken: !site.jsonOf(sample).ok,
              },
              json.value,
            );
        }
        if (side === 'request') commands(page, endpoint, site, report, seen);
      }
      compareAnswer(page, endpoint, site, report);
    }
  },
};

/** Where the members of a sample stand in the page. */
function placeIn(sample: Sample, places: ReadonlyMap<string, JsonPlace>): PlaceOf {
  return (pointer, part) => {
    const place = places.get(pointer);
    const start = sample.start + (place?.[part] ?? 0);
    return { start, end: sample.start + (part === 'start' ? (place?.end ?? 1) : (place?.start ?? 1)) };
  };
}

/** Bodies of commands, held against the same tables. What the sample has been reported for is not repeated. */
function commands(page: Page, endpoint: Endpoint, site: Site, report: Report, seen: Set<FieldRow | string>): void {
  const hasVariants = endpoint.body.tables.some((table) => table.variant !== undefined);
  for (const command of site.commandsOf(page)) {
    const { meant } = command.reading;
    if (!endpoint.commands.some(({ fence }) => fence === command.fence) || !/^\s*[{[]/.test(meant?.body ?? ''))
      continue;
    const target = /\/_([A-Z]\w*)(?:\(|$)/.exec(meant?.url ?? '')?.[1]?.toLowerCase();
    if (hasVariants && target === undefined) continue;
    const rows = bodyRows(endpoint.body, hasVariants ? target : undefined);
    const json = readJsonText(meant?.body ?? '', true);
    if (!rows || !json.ok) continue;
    compareSample(
      {
        page,
        site,
        report,
        rows,
        side: 'request',
        seen,
        place: placeInCommand(command),
        broken: !readJsonText(meant?.body ?? '').ok,
        partial: meant?.method === 'MERGE' || meant?.method === 'PATCH',
      },
      json.value,
    );
  }
}

/** A member is looked for by its name: escapes move everything else. */
function placeInCommand({ fence, reading, span }: PlacedCommand): PlaceOf {
  const text = fence.text.slice(reading.offset, reading.offset + reading.length);
  const opening = /\s(?:-d|--data[\w-]*|--json)[ \t=\\\n]*(?=["'{])/.exec(text);
  return (pointer) => {
    const name = memberName(pointer.split('/').at(-1) ?? '');
    const at = name === '' ? -1 : text.indexOf(`"${name}`, opening?.index ?? 0);
    const escaped = name === '' ? -1 : text.indexOf(`\\"${name}`, opening?.index ?? 0);
    const found = at >= 0 ? at : escaped;
    if (found >= 0) return { start: span.start + found, end: span.start + found + name.length + 2 };
    const start = span.start + (opening ? opening.index + opening[0].length : 0);
    return { start, end: start + 1 };
  };
}
