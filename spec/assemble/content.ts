// Media Type Objects: their examples, and what pages that document one body say of it together.
import type { Sample } from '../extract/page.js';
import { straightAttributes } from '../xml/straight-attributes.js';
import { sampleValue } from './body-schema.js';
import type { Json } from './components.js';

/** Samples as examples: JSON as its value, anything else (also JSON that is none) as text. */
export function examplesOf(samples: Sample[], media: string): Json | undefined {
  if (samples.length === 0) return undefined;
  return Object.fromEntries(
    samples.map((sample, i) => {
      const value = media.includes('json') ? sampleValue(sample.text) : undefined;
      const summary = sample.caption ? { summary: sample.caption } : {};
      return [
        `sample${i + 1}`,
        { ...summary, ...(value === undefined ? { serializedValue: written(sample.text, media) } : { value }) },
      ];
    }),
  );
}

/** A form that a page wraps in front of or behind its `&` is one line where it is sent; attributes of XML have plain quotes. */
function written(text: string, media: string): string {
  if (media.includes('xml')) return straightAttributes(text);
  if (media !== 'application/x-www-form-urlencoded') return text;
  const lines = text.split('\n').map((line) => line.trim());
  return lines.reduce((form, line) => form + (line.startsWith('&') || form.endsWith('&') ? line : `\n${line}`));
}

/**
 * The content of an earlier page with the media types and samples that a later one adds.
 *
 * @param both what becomes of the schemas where both pages have one; the earlier one stands where absent
 */
export function merged(before: Json, added: Json, both = (known: Json, _added: Json): Json => known): Json {
  const out: Json = { ...before };
  for (const [media, made] of Object.entries(added)) {
    const known = out[media] as Json | undefined;
    if (!known) out[media] = made;
    else {
      const examples = Object.values((known['examples'] ?? {}) as Json);
      const seen = new Set(examples.map((one) => JSON.stringify(one)));
      const more = Object.values(((made as Json)['examples'] ?? {}) as Json).filter(
        (one) => !seen.has(JSON.stringify(one)),
      );
      const all = [...examples, ...more].map((one, i) => [`sample${i + 1}`, one]);
      const schema = (made as Json)['schema'] as Json | undefined;
      out[media] = {
        ...(made as Json),
        ...known,
        ...(known['schema'] && schema ? { schema: both(known['schema'] as Json, schema) } : {}),
        ...(all.length > 0 ? { examples: Object.fromEntries(all) } : {}),
      };
    }
  }
  return out;
}
