// A Hurl file: requests with the statuses that the contract promises.
import type { FormField, SampleRequest } from '../sample.js';
import { allVariables, braced, bracesEncoded, type Collection } from './collection.js';

export const hurl: Collection = {
  file: 'requests.hurl',
  title: 'Hurl',
  hasForms: true,
  text(_, samples) {
    const variables = allVariables(samples).map(
      ({ name, value }) => `# --variable '${name}=${value.replaceAll("'", "'\\''")}'`,
    );
    return `${['# Run with hurl --test, and these variables:', ...variables, '', ...samples.map(entry)].join('\n')}\n`;
  },
};

function entry(sample: SampleRequest): string {
  const lines = [
    `# ${sample.title}`,
    `${sample.method} ${braced(sample.url, (text) => bracesEncoded(text).replace(/[#\\]/g, '\\$&'))}`,
    ...sample.headers.map((h) => `${h.name}: ${braced(h.value, escaped)}`),
    ...(sample.form ? ['[MultipartFormData]', ...sample.form.map(field)] : []),
    ...(sample.body ? [oneLine(sample)] : []),
    // Hurl checks one status; where several are promised, any is taken.
    `HTTP ${sample.expected.length === 1 ? sample.expected[0] : '*'}`,
    '',
  ];
  return lines.join('\n');
}

/** Hurl grammar, "key-string" and "value-string": `#` begins a comment. */
function escaped(text: string): string {
  return text.replace(/[#\\]/g, '\\$&').replaceAll('\n', '\\n');
}

/** Hurl grammar, "multipart-form-data-section": only files have a type. */
function field({ name, value, type, fileName }: FormField): string {
  const key = escaped(name).replace(/[:\s]/g, (sign) => `\\u{${sign.charCodeAt(0).toString(16)}}`);
  return `${key}: ${fileName === undefined ? escaped(value) : `file,${fileName};${type === undefined ? '' : ` ${type}`}`}`;
}

/** Hurl grammar, "oneline-string": in backquotes. */
function oneLine(sample: SampleRequest): string {
  const text = braced(sample.body ?? [], (literal) =>
    literal
      .replace(/[\\`#]/g, '\\$&')
      .replaceAll('{{', '\\u{7b}\\u{7b}')
      .replaceAll('\n', '\\n')
      .replaceAll('\r', '\\r')
      .replaceAll('\t', '\\t'),
  );
  return `\`${text}\``;
}
