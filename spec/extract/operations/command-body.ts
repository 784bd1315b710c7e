// What a command tells of the body that it sends, where the page does not say it.
import { readCurlFence } from '../../curl/read-curl.js';
import type { Endpoint } from '../page.js';
import { sentType } from './sent-type.js';

export function addBodyOfCommand(endpoint: Endpoint): void {
  addSample(endpoint);
  addMediaType(endpoint);
}

function addSample({ body, commands: [command] }: Endpoint): void {
  const sent = command ? readCurlFence(command.fence.text)[0]?.meant?.body : undefined;
  if (!command || sent === undefined || sent === '' || body.samples.length > 0 || !/^\s*[[{]/.test(sent)) return;
  const { fence } = command;
  body.samples.push({ text: sent, language: 'json', span: fence.span, start: fence.start, fence });
  body.span ??= fence.span;
}

function addMediaType({ body, commands: [command], span }: Endpoint): void {
  if (body.format || (body.tables.length === 0 && body.samples.length === 0)) return;
  const file = body.tables.some(
    (t) => t.kind === 'fields' && t.rows.some((row) => /^(?:file|binary)$/i.test(row.type)),
  );
  const type = command ? sentType(command.fence.text) : undefined;
  const value = type ?? (file ? 'multipart/form-data' : undefined);
  if (value) body.format = { value, span: body.span ?? span };
}
