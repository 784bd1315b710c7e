// Media types of bodies: from the documented headers, the tables, the samples, the format line, in this order of trust.
import { readingsOf } from '../extract/command-readings.js';
import type { BodyFacts, BodyTable, CommandFence, FieldRow } from '../extract/page.js';
import { formatKey } from '../profiles/format-key.js';
import type { Profile } from '../profiles/profile.js';

const MIME =
  /\b((?:application|text|multipart|image|audio|video|font|model)\s?\/\s?[A-Za-z0-9](?:[\w.+-]*\w)?|message\/[a-z](?:[\w.+-]*\w)?|\*\s?\/\s?\*)/g;

/** Media types named in a text, without blanks that a translation put around the slash; parameters apart. */
export function mediaTypesIn(text: string): string[] {
  return [...new Set([...text.matchAll(MIME)].map((m) => (m[1] ?? '').replace(/\s|\.+$/g, '').toLowerCase()))];
}

/**
 * @param header the documented Content-Type row
 * @param commands of the page: where nothing else tells the type, the form that they send does
 */
export function requestMedia(
  body: BodyFacts,
  header: FieldRow | undefined,
  profile: Profile,
  commands: readonly CommandFence[] = [],
): string[] {
  const xml = body.tables.some((t) => t.kind === 'xml');
  const named = header ? mediaTypesIn(`${header.effective}\n${header.type}`) : [];
  if (xml) return [named.find((type) => type.includes('xml')) ?? 'application/xml'];
  // What the sender's own Content-Type says: types that the page names are examples.
  if (named.length > 0) return body.tables.some(isOfAnyType) ? [...new Set([...named, ANY])] : named;
  const hints = header ? mediaTypesIn(header.notes) : [];
  return bodyMedia(
    body,
    profile,
    hints.length === 0 && body.samples.length === 0 && sendForms(commands) ? [FORM] : hints,
  );
}

const ANY = '*/*';

/** A whole body in "the format that Content-Type tells". */
function isOfAnyType(table: BodyTable): boolean {
  return table.kind === 'unnamed' && /content-?type/i.test(table.text);
}

const FORM = 'application/x-www-form-urlencoded';

/**
 * Types of the files that commands send as whole bodies (`--data-binary @photo.jpg`), by their own Content-Type, else by the
 * documented one.
 */
export function sentFileMedia(
  commands: readonly CommandFence[],
  header: FieldRow | undefined,
  profile: Profile,
): string[] {
  const sent = commands
    .flatMap(readingsOf)
    .flatMap(({ meant }) => (meant?.files && meant.body === undefined && TAKES_BODY.has(meant.method) ? [meant] : []));
  const types = sent.flatMap(({ headers }) =>
    Object.entries(headers).flatMap(([name, value]) => (/^content-type$/i.test(name) ? mediaTypesIn(value) : [])),
  );
  const named = header ? mediaTypesIn(`${header.overview}\n${header.effective}\n${header.notes}`) : [];
  // The command has one of those that the header may have.
  if (types.length > 0) return [...new Set([...types, ...(named.includes(types[0] ?? '') ? named : [])])];
  if (sent.length === 0) return [];
  return named.length > 0 ? named : [binaryOf(profile)];
}

const TAKES_BODY = new Set(['PUT', 'POST', 'PATCH']);

/** curl's own type for `-d` is a form; pages leave it out for JSON too, so the text must look like one. */
function sendForms(commands: readonly CommandFence[]): boolean {
  const requests = commands.flatMap(readingsOf).flatMap(({ meant }) => (meant?.body === undefined ? [] : [meant]));
  return (
    requests.length > 0 &&
    requests.every(
      ({ body, headers }) =>
        /^[\w.~[\]-]+=[^\s{<]/.test(body ?? '') &&
        !Object.keys(headers).some((name) => name.toLowerCase() === 'content-type'),
    )
  );
}

/** @param header the documented Content-Type row of the answer */
export function responseMedia(
  body: BodyFacts,
  header: FieldRow | undefined,
  accept: FieldRow | undefined,
  profile: Profile,
): string[] {
  if (body.tables.some((t) => t.kind === 'xml')) return ['application/xml'];
  const named = header ? mediaTypesIn(`${header.overview}\n${header.effective}\n${header.notes}`) : [];
  if (named.length > 0) return named;
  const accepted = accept ? mediaTypesIn(`${accept.effective}\n${accept.notes}`) : [];
  const found = bodyMedia(body, profile, body.tables.length > 0 || body.samples.length > 0 ? [] : accepted);
  // A header whose row names no type has one of its own each time: "as it was uploaded".
  const untold = header !== undefined && !body.format && accepted.length === 0;
  return untold && found.every((type) => type === binaryOf(profile)) ? [ANY] : found;
}

function binaryOf({ media }: Profile): string {
  return media.formats['binary'] ?? 'application/octet-stream';
}

function bodyMedia(body: BodyFacts, profile: Profile, hints: string[]): string[] {
  if (body.format) {
    const key = formatKey(body.format.value, profile);
    return [profile.media.formats[key] ?? key];
  }
  const language = body.samples[0]?.language;
  if (language === 'xml' || language === 'html') return [language === 'xml' ? 'application/xml' : 'text/html'];
  if (language === 'form') return [FORM];
  if (language?.includes('/')) return [language];
  if (hints.length > 0) return hints;
  if (body.tables.some((t) => t.kind === 'unnamed')) return [binaryOf(profile)];
  if (body.tables.length === 0 && body.samples.length === 0) return [proseMedia(body, profile)];
  return [profile.media.default];
}

function proseMedia(body: BodyFacts, profile: Profile): string {
  const prose = body.prose.map((fact) => fact.value).join('\n');
  if (/\bHTML\b/i.test(prose)) return 'text/html';
  if (/\bXML\b/i.test(prose)) return 'application/xml';
  if (/\bJSON\b/i.test(prose)) return 'application/json';
  return profile.wording.tellsOfFile.test(prose) ? binaryOf(profile) : ANY;
}
