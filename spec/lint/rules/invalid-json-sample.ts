// sample/invalid-json-sample: a sample, or the body of a command, that is not JSON though it looks like it.
import { withoutElisions } from '../../extract/operations/json-elisions.js';
import { readJsonText } from '../../read/json-text.js';
import type { Rule } from '../rule.js';
import { bodiesOf, isJsonSample } from '../site.js';

export const invalidJsonSample: Rule = {
  code: 'sample/invalid-json-sample',
  severity: 'error',
  purpose: 'A JSON sample, or the JSON body of a command, with a character that breaks it.',
  why: 'Nobody can paste it. docproof keeps such a sample as text and compares nothing with it.',
  bad: { sections: { 'Request Sample': '```JSON\n{"Name": "urgent",}\n```' } },
  good: { sections: { 'Request Sample': '```JSON\n{"Name": "urgent"}\n```' } },
  check(site, report) {
    for (const { page, endpoint } of site.endpoints()) {
      for (const { body } of bodiesOf(endpoint))
        for (const sample of body.samples) {
          if (!isJsonSample(sample)) continue;
          const json = site.jsonOf(sample);
          if (json.ok || (site.profile.infer.samples && readJsonText(withoutElisions(sample.text)).ok)) continue;
          const at = sample.start + Math.min(json.offset, Math.max(0, sample.text.trimEnd().length - 1));
          report(
            page,
            { start: at, end: at + 1 },
            { message: `not JSON: ${json.message}`, ...(json.help ? { help: json.help } : {}) },
          );
        }
    }
    for (const page of site.pages)
      for (const { reading, span } of site.commandsOf(page)) {
        const body = reading.writtenBody ?? reading.meant?.body;
        if (body === undefined || !claimsJson(body, reading.meant?.headers ?? {})) continue;
        // Without quotes around it the body loses its own to the shell: that is reported, and the rest follows from it.
        const command = page.document.text.slice(span.start, span.start + reading.length);
        if (/\s(?:-d|--data(?:-raw|-binary)?|--json)[ \t=]+[^\s'"$@\\]/.test(command)) continue;
        const json = readJsonText(body);
        if (json.ok) continue;
        const at = bodyOffset(page.document.text, span.start, span.start + reading.length, body, json.offset);
        report(
          page,
          { start: at, end: at + 1 },
          {
            message: `the body of the command is not JSON: ${json.message}`,
            ...(json.help ? { help: json.help } : {}),
          },
        );
      }
  },
};

/** A body that looks like JSON, or whose header says so; `{…}` without a colon stands for a body. */
function claimsJson(body: string, headers: Record<string, string>): boolean {
  if (/^\s*(?:\{\s*["}]|\[\s*[[{\]"])/.test(body)) return true;
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  if (type !== undefined && !/json/i.test(type)) return false;
  if (/^\s*\{\s*["'“”‘’]?[\w.$-]+["'“”‘’]?\s*[:=：]/.test(body)) return true;
  return type !== undefined && /^\s*"?[\w.$-]+"?\s*:/.test(body);
}

/** Where a character of the body stands in the command; the body's start where escapes make that unclear. */
function bodyOffset(text: string, from: number, to: number, body: string, offset: number): number {
  const command = text.slice(from, to);
  for (const length of [12, 6, 3]) {
    const around = body.slice(Math.max(0, offset - length), offset);
    const at = around ? command.lastIndexOf(around) : -1;
    if (at >= 0 && command.indexOf(around) === at) return from + at + around.length;
  }
  const start = command.search(/['"]\s*[[{]/);
  return from + Math.max(0, start);
}
