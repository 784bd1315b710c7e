// The message itself (RFC 9112), with the variables' own values in place.
import type { Language } from '../language.js';
import { type Part, type SampleRequest, spell } from '../sample.js';

export const httpMessage: Language = {
  name: 'http',
  title: 'HTTP',
  file: (sample) => `${sample.slug}.txt`,
  view(sample) {
    const text = (parts: Part[]): string => spell(parts, (name) => documented(sample, name));
    const url = /^https?:\/\/([^/?#]+)([^#]*)/.exec(text(sample.url));
    if (!url) return { unsupported: 'its URL names no host' };
    const body = sample.body && text(sample.body);
    const target = url[2]?.startsWith('/') ? url[2] : `/${url[2] ?? ''}`;
    const headers = [
      ['Host', url[1] ?? ''],
      ...sample.headers.map((h) => [h.name, text(h.value)]),
      ...(body === undefined ? [] : [['Content-Length', String(new TextEncoder().encode(body).length)]]),
    ];
    if (headers.flat().some((word) => /[\r\n]/.test(word ?? ''))) return { unsupported: 'a header has a line break' };
    return {
      view: {
        start: `${sample.method} ${target} HTTP/1.1`,
        headers: headers.map(([name, value]) => `${name}: ${value}`),
        body: body ?? '',
      },
    };
  },
};

function documented(sample: SampleRequest, name: string): string {
  return sample.variables.find((v) => v.name === name)?.value ?? '';
}
