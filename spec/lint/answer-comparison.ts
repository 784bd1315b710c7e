// The sample of an answer against the sample of the request that it answers.
import type { JsonValue } from '../contract/api.js';
import type { Endpoint, FieldRow, Page, Sample } from '../extract/page.js';
import { pointerPart } from '../json-pointer.js';
import type { JsonPlace } from '../read/json-text.js';
import { bodyRows } from './body-rows.js';
import type { Report } from './rule.js';
import { isJsonSample, type Site } from './site.js';
import { quote } from './value-problem.js';

/** An answer to "create" that shows another thing than the request made. */
export function compareAnswer(page: Page, endpoint: Endpoint, site: Site, report: Report): void {
  if (endpoint.methods.length !== 1 || endpoint.methods[0]?.value !== 'POST') return;
  const created = endpoint.responses.filter((r) => r.statuses.some((s) => s.code === '201'));
  const sent = objects(endpoint.body.samples, site);
  const answered = created.flatMap((r) => objects(r.body.samples, site));
  const [request] = sent;
  const [answer] = answered;
  if (sent.length !== 1 || answered.length !== 1 || !request || !answer) return;
  const entity = entityOf(answer.value, request.value);
  if (!entity) return;
  const differing = Object.keys(request.value).filter(
    (key) => isPlain(entity.value[key]) && isPlain(request.value[key]) && entity.value[key] !== request.value[key],
  );
  const first = differing[0];
  if (first !== undefined) {
    const at = placeOfKey(request, `/${pointerPart(first)}`);
    report(page, at, {
      message: `the request sample has ${quote(first)} ${JSON.stringify(request.value[first])}, the response sample ${JSON.stringify(entity.value[first])}`,
      help: 'show the answer to the very request that is shown',
    });
    return;
  }
  const rows = bodyRows(endpoint.body)?.byParent.get('root') ?? [];
  const added = Object.keys(entity.value).find((key) => {
    const row = rows.find((r) => r.name === key);
    const value = entity.value[key];
    return row && !(key in request.value) && typeof value === 'string' && value !== '' && !hasDefault(row, site);
  });
  if (added === undefined) return;
  report(page, placeOfKey(answer, `${entity.pointer}/${pointerPart(added)}`), {
    message: `the response sample has ${quote(added)} ${JSON.stringify(entity.value[added])}, the request sample names none`,
    help: 'show the answer to the very request that is shown',
  });
}

function hasDefault(row: FieldRow, site: Site): boolean {
  return (
    site.read(row).schema.default !== undefined ||
    site.profile.wording.tellsOfDefault.test(
      `${row.effective}\n${row.notes}\n${row.overview}`.replace(/default is null/i, ''),
    )
  );
}

interface ObjectSample {
  sample: Sample;
  value: { [key: string]: JsonValue };
  places: Map<string, JsonPlace>;
}

function objects(samples: Sample[], site: Site): ObjectSample[] {
  return samples.flatMap((sample) => {
    if (!isJsonSample(sample)) return [];
    const json = site.looseJsonOf(sample);
    return json.ok && typeof json.value === 'object' && json.value !== null && !Array.isArray(json.value)
      ? [{ sample, value: json.value, places: json.places }]
      : [];
  });
}

/** The object of an answer that shares most keys with the request, three levels down at most. */
function entityOf(
  answer: JsonValue,
  request: { [key: string]: JsonValue },
): { value: { [key: string]: JsonValue }; pointer: string } | undefined {
  let best: { value: { [key: string]: JsonValue }; pointer: string } | undefined;
  let most = 0;
  const visit = (value: JsonValue, pointer: string, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > 4) return;
    if (Array.isArray(value)) {
      if (value[0] !== undefined) visit(value[0], `${pointer}/0`, depth + 1);
      return;
    }
    const shared = Object.keys(request).filter((key) => key in value).length;
    if (shared > most) {
      most = shared;
      best = { value, pointer };
    }
    for (const [key, child] of Object.entries(value)) visit(child, `${pointer}/${pointerPart(key)}`, depth + 1);
  };
  visit(answer, '', 0);
  return best;
}

function placeOfKey({ sample, places }: ObjectSample, pointer: string): { start: number; end: number } {
  const place = places.get(pointer);
  return { start: sample.start + (place?.key ?? 0), end: sample.start + (place?.end ?? 1) };
}

function isPlain(value: JsonValue | undefined): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
