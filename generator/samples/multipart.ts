// Writes forms as multipart bodies (RFC 7578), for what has no words of its own for them.
import type { FormField, SampleRequest } from './sample.js';

/** The sample with its form as a body, of a type that names the boundary. */
export function withWrittenForm(sample: SampleRequest): SampleRequest {
  const { form, ...rest } = sample;
  if (form === undefined) return sample;
  const { type, text } = writtenForm(form, 'multipart/form-data');
  const headers = [...sample.headers, { name: 'Content-Type', value: [{ text: type }] }];
  return { ...rest, headers, body: [{ text }] };
}

/** A text whose parts are the fields, and its type. */
export function writtenForm(form: readonly FormField[], type: string): { type: string; text: string } {
  const boundary = boundaryOf(form);
  const parts = form.map(
    ({ name, value, type: own, fileName }) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"` +
      `${fileName === undefined ? '' : `; filename="${escaped(fileName)}"`}\r\n` +
      `${own === undefined ? '' : `Content-Type: ${own}\r\n`}\r\n${value}\r\n`,
  );
  const plain = type.replace(/;\s*boundary=[^;]*/i, '');
  return { type: `${plain}; boundary=${boundary}`, text: `${parts.join('')}--${boundary}--\r\n` };
}

/** RFC 2046, section 5.1.1: no part may have it. */
function boundaryOf(form: readonly FormField[]): string {
  let boundary = 'form-boundary';
  while (form.some(({ value }) => value.includes(boundary))) boundary += '-';
  return `${boundary}0`;
}

/** As browsers write names (HTML Standard, "Multipart form data"). */
function escaped(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
