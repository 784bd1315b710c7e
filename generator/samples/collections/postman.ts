// A Postman collection, format 2.1.0.
import { slug } from '../names.js';
import type { FormField, SampleRequest } from '../sample.js';
import { allVariables, braced, bracesEncoded, type Collection } from './collection.js';

export const postman: Collection = {
  file: 'postman.json',
  title: 'Postman',
  hasForms: true,
  text(api, samples) {
    const collection = {
      info: {
        name: api.title,
        version: api.version,
        schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
      },
      variable: allVariables(samples).map(({ name, value, about }) => ({ key: name, value, description: about })),
      item: samples.map(item),
    };
    return `${JSON.stringify(collection, null, 2)}\n`;
  },
};

function item(sample: SampleRequest): object {
  const type = sample.headers.find((h) => h.name.toLowerCase() === 'content-type');
  const isJson = type !== undefined && /json/i.test(braced(type.value));
  return {
    name: sample.title,
    id: slug(sample.slug),
    request: {
      method: sample.method,
      header: sample.headers.map((h) => ({ key: h.name, value: braced(h.value) })),
      // A text, which Postman takes apart itself: of an object it would send the parts and not `raw`.
      url: braced(sample.url, bracesEncoded),
      ...(sample.body
        ? {
            body: {
              mode: 'raw',
              raw: braced(sample.body),
              ...(isJson ? { options: { raw: { language: 'json' } } } : {}),
            },
          }
        : {}),
      ...(sample.form ? { body: { mode: 'formdata', formdata: sample.form.map(field) } } : {}),
    },
    response: [],
  };
}

function field({ name, value, type, fileName }: FormField): object {
  const contentType = type === undefined ? {} : { contentType: type };
  return fileName === undefined
    ? { key: name, type: 'text', value, ...contentType }
    : { key: name, type: 'file', src: fileName, ...contentType };
}
