// A Bruno collection in one file, as Bruno exports and imports it.
import type { FormField, SampleRequest } from '../sample.js';
import { allVariables, braced, bracesEncoded, type Collection } from './collection.js';

export const bruno: Collection = {
  file: 'bruno.json',
  title: 'Bruno',
  hasForms: true,
  text(api, samples) {
    const variables = allVariables(samples).map(({ name, value }) => ({
      name,
      value,
      enabled: true,
      secret: false,
      type: 'text',
    }));
    const collection = {
      name: api.title,
      version: '1',
      items: samples.map(item),
      environments: [{ name: 'documented', variables }],
    };
    return `${JSON.stringify(collection, null, 2)}\n`;
  },
};

function item(sample: SampleRequest, index: number): object {
  const url = braced(sample.url, bracesEncoded);
  return {
    type: 'http-request',
    name: sample.title,
    seq: index + 1,
    request: {
      method: sample.method,
      url,
      params: queryOf(url),
      headers: sample.headers.map((h) => ({ name: h.name, value: braced(h.value), enabled: true })),
      auth: { mode: 'none' },
      body: body(sample),
    },
  };
}

/** Bruno keeps the query a second time, for its table of parameters, and refuses a request without that list. */
function queryOf(url: string): object[] {
  const [, query = ''] = url.split(/\?(.*)/s);
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      return { name, value, type: 'query', enabled: true };
    });
}

function body(sample: SampleRequest): object {
  if (sample.form) return { mode: 'multipartForm', multipartForm: sample.form.map(field) };
  if (!sample.body) return { mode: 'none' };
  const type = braced(sample.headers.find((h) => h.name.toLowerCase() === 'content-type')?.value ?? []);
  const mode = /json/i.test(type) ? 'json' : /xml/i.test(type) ? 'xml' : 'text';
  return { mode, [mode]: braced(sample.body) };
}

function field({ name, value, type, fileName }: FormField): object {
  const content = fileName === undefined ? { type: 'text', value } : { type: 'file', value: [fileName] };
  return { name, ...content, contentType: type ?? '', enabled: true };
}
