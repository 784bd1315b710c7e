// Whose sample it is: pages copied from one another show an entity of another kind than theirs.
import type { JsonValue, Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { bodySchema, type Resource, systemSegment } from '../plan/resources.js';
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

/** Fields of a resource whose members are anybody's: of type object, without a list of what is in it. */
export function freeFields(suite: Suite, one: Case): ReadonlySet<string> {
  const resource = answeredResource(suite, one);
  const writes = [resource?.create, ...(resource?.updates ?? [])].filter((o) => o !== undefined);
  return new Set(
    writes.flatMap((operation) =>
      Object.entries(bodySchema(operation)?.properties ?? {}).flatMap(([name, raw]) =>
        isFreeObject(mergedSchema(operation.api, raw)) ? [name] : [],
      ),
    ),
  );
}

function isFreeObject({ type, properties, allOf, oneOf, anyOf }: Schema): boolean {
  return [type].flat().includes('object') && !properties && !allOf && !oneOf && !anyOf;
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
