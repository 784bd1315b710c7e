// Fields of which one says what another may be: "For `A` an address of IPv4", "Required for `MX`", where a type is one of those.
import type { Api, JsonValue, Schema } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { isObject } from '../../../spec/is-object.js';
import { sameJson } from '../../assess/entity-in.js';
import type { Operation } from '../../plan/resources.js';
import { sentencesOf, toldBy } from '../../told/told.js';

/** Values that are marked as such in a sentence that says when it holds. */
function conditionsIn(description: string | undefined): string[] {
  return sentencesOf(description).flatMap((sentence) => {
    const { what = '' } = toldBy(sentence, 'dependsOn');
    return [...what.matchAll(/[`"'“「]([^`"'“”「」\s]{1,60})[`"'”」]/g)].map(([, value = '']) => value);
  });
}

/** Whether what is right for one field depends on what another says, or the other's on it. */
export function depends(api: Api, { properties = {} }: Schema, name: string): boolean {
  const own = mergedSchema(api, properties[name] ?? {});
  return Object.entries(properties).some(([other, raw]) => {
    if (other === name) return false;
    const field = mergedSchema(api, raw);
    return speaksOf(own.description, field.enum) || speaksOf(field.description, own.enum);
  });
}

function speaksOf(description: string | undefined, values: readonly JsonValue[] = []): boolean {
  const texts = values.filter((value) => typeof value === 'string');
  return texts.length > 1 && conditionsIn(description).some((value) => texts.includes(value));
}

/** Whether all samples with that value have members that the body has not: `event`, of which `eventId` says which. */
export function needsMore({ op }: Operation, name: string, value: JsonValue, json: object): boolean {
  const shown = (op.body?.content ?? []).flatMap(({ examples }) => examples.map((example) => example.value));
  const others = shown
    .filter(isObject<JsonValue>)
    .filter((sample) => Object.hasOwn(sample, name) && sameJson(sample[name], value));
  return others.length > 0 && others.every((sample) => Object.keys(sample).some((name) => !Object.hasOwn(json, name)));
}
