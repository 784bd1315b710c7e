// A .http file, as the editors of JetBrains and the REST client of VS Code run it.
import { type Part, type SampleRequest, spell } from '../sample.js';
import { allVariables, braced, bracesEncoded, type Collection } from './collection.js';

export const httpFile: Collection = {
  file: 'requests.http',
  title: 'REST clients of editors (.http)',
  text: (_, samples) =>
    `${[
      allVariables(samples)
        .map(({ name, value }) => `@${name} = ${value}`)
        .join('\n'),
      ...samples.map(request),
    ].join('\n\n')}\n`,
};

function request(sample: SampleRequest): string {
  const lines = [
    `### ${sample.title}`,
    `${sample.method} ${braced(sample.url, bracesEncoded)}`,
    ...sample.headers.map((h) => `${h.name}: ${braced(h.value)}`),
  ];
  if (!sample.body) return lines.join('\n');
  const text = body(sample.body);
  // The tools end the lines of a multipart body as they must end.
  const isForm = sample.headers.some((h) => /^multipart\//i.test(spell(h.value, () => '')));
  return `${lines.join('\n')}\n\n${isForm ? text.replaceAll('\r\n', '\n') : text}`;
}

/** A line of a body that begins like a separator, a file to include or a script gets a blank before it: JSON and forms don't mind. */
function body(parts: Part[]): string {
  const text = braced(parts);
  return spell([{ text }], () => '').replace(/^(?=###|<(?:@\w*)?[ \t]|<>|>)/gm, ' ');
}
