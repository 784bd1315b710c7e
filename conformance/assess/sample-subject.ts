// Whose sample it is: pages copied from one another show an entity of another kind than theirs.
import type { JsonValue } from '../../spec/contract/api.js';
import { type Resource, systemSegment } from '../plan/resources.js';
import type { Case } from '../plan/story.js';
import { type Suite, subjectOf } from '../plan/subject.js';
import { parsePath } from '../url/key-path.js';

/** Whether the addresses in a sample lead to entities, and to none of the kind that the case's answer is about. */
export function showsAnother(suite: Suite, one: Case, sample: JsonValue): boolean {
  const resource = answeredResource(suite, one);
  if (!resource) return false;
  const shown = addressesIn(sample).flatMap((url) => {
    const path = parsePath(suite.urls.read(url)?.path ?? '');
    const last = suite.locator.locate(path).at(-1);
    return last && path.length > 1 && last.segment === path.length - 1 ? [last.entity.resource] : [];
  });
  return shown.length > 0 && !shown.includes(resource);
}

function answeredResource(suite: Suite, one: Case): Resource | undefined {
  const { segments } = one.meant ?? one.operation;
  const { target, bodyResource } = subjectOf(suite, one);
  const last = segments.at(-1);
  if (systemSegment(segments) < 0 && (last?.keys || last?.variable !== undefined)) return target?.resource;
  return bodyResource ?? suite.model.named(last?.text ?? '', target?.resource.scope);
}

function addressesIn(value: JsonValue): string[] {
  if (typeof value === 'string') return /^https?:\/\//.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(addressesIn);
}
