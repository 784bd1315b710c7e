// Headers that no table or list describes: those of sentences, and of messages that a page shows. Where one is described, that counts.
import { mentions } from '../../profiles/mentions.js';
import type { Profile } from '../../profiles/profile.js';
import type { Inline } from '../../read/document.js';
import { emptyResponse } from '../empty-page.js';
import { isOfTransport } from '../header-names.js';
import type { Endpoint, FieldRow, ResponseFacts, StatusFact } from '../page.js';
import { answersIn } from './answers.js';
import { type Attribute, bullet } from './attributes.js';
import { pathVariables, readsMany } from './shown-requests.js';
import { type SpokenHeader, spokenHeaders } from './spoken-headers.js';
import { scopeOf } from './told-scope.js';

interface Aside {
  field: Attribute;
  side: SpokenHeader['side'];
  /** Statuses that it comes with; none: those of success. */
  codes: string[];
  /** The sentence that names it. */
  sentence: string;
  /** The sentence speaks of all operations. */
  ofAll: boolean;
}

export class HeaderAsides {
  private readonly found: Aside[] = [];

  constructor(private readonly profile: Profile) {}

  /**
   * @param line a paragraph, an item or a cell with its code marks
   * @param side of the section that it stands in
   * @param statuses that it is about
   */
  told(line: Inline, side: SpokenHeader['side'] | undefined, statuses?: readonly StatusFact[]): void {
    for (const { name, required, maybe, sentence, value, rest, ...spoken } of spokenHeaders(
      line.text,
      side,
      this.profile,
    )) {
      const about = statuses ?? answersIn({ ...line, text: sentence }, this.profile, false);
      const codes = about.map(({ code }) => code);
      const field = this.field(name, line, sentence);
      field.required = required;
      field.requiredText = required ? 'required' : '';
      if (maybe) field.maybe = true;
      if (value !== undefined) field.shown = value;
      if (rest !== '') field.rest = rest;
      this.found.push({ field, codes, sentence, side: spoken.side, ofAll: spoken.ofAll });
    }
  }

  shown(names: readonly string[], { code, span }: StatusFact): void {
    for (const name of names)
      if (!isOfTransport(name)) {
        const field: Attribute = { ...this.field(name, { text: '', span, links: [] }, ''), maybe: true };
        this.found.push({ field, side: 'response', codes: [code], sentence: '', ofAll: false });
      }
  }

  /** @param success the answer that stands for all of success */
  settle({ parameters }: Endpoint, success: ResponseFacts, failures: readonly ResponseFacts[]): void {
    // What a sentence says counts more than that a sample shows it.
    const told = [...this.found].sort((a, b) => Number(a.field.maybe ?? false) - Number(b.field.maybe ?? false));
    for (const { field, side, codes } of told) {
      if (side === 'request') {
        if (!parameters.some((p) => p.in === 'header' && isNamed(p, field.name)))
          parameters.push({ ...field, in: 'header' });
        continue;
      }
      const named = failures.filter(({ statuses }) => statuses.some(({ code }) => codes.includes(code)));
      const failed = codes.length > 0 && codes.every((code) => /^[45]/.test(code));
      for (const { headers } of failed ? named : [success])
        if (!headers.some((header) => isNamed(header, field.name))) headers.push(field);
    }
  }

  /** Of sentences that stand beside the operations of a page, those that speak of all of them are theirs. */
  settleInAll(endpoints: readonly Endpoint[]): void {
    const versioned = this.found.filter(({ field, ofAll }) => !ofAll && field.name.toLowerCase() === IF_MATCH);
    const shows = endpoints.some(showsVersion);
    const common = this.found.filter(
      // Which operations a sentence leaves out, only all pages together tell.
      ({ ofAll, sentence, field }) =>
        ofAll &&
        !isCredential(field.name, sentence, this.profile) &&
        scopeOf(sentence, this.profile).except === undefined,
    );
    for (const endpoint of endpoints) {
      const own = new HeaderAsides(this.profile);
      own.found.push(...common.filter(({ sentence }) => isAbout(sentence, endpoint)));
      own.found.push(...versioned.filter(({ sentence }) => isVersioned(endpoint, sentence, shows)));
      if (isList(endpoint))
        own.found.push(...this.found.filter(({ field }) => COUNTS_ALL.test(field.name)).map(unsure));
      const isSuccess = ({ statuses }: ResponseFacts): boolean => statuses.every(({ code }) => code < '400');
      const [success, ...others] = [...endpoint.responses].sort((a, b) => Number(isSuccess(b)) - Number(isSuccess(a)));
      own.settle(endpoint, success ?? emptyResponse(false), others);
    }
  }

  private field(name: string, { span, links }: Inline, notes: string): Attribute {
    return bullet({ kind: 'item', indent: 0, text: notes, span, links }, name, '', notes, this.profile);
  }
}

/** How many a list has in all: told of lists once, of whichever it holds. */
const COUNTS_ALL = /^x-total|-total$|total-count$/i;

/** A read of many, by its address and what it shows. */
function isList(endpoint: Endpoint): boolean {
  const samples = endpoint.responses.flatMap(({ body }) => body.samples);
  return readsMany(endpoint) && samples.some(({ text }) => /^\s*\[|:\s*\[\s*\{/.test(text));
}

const IF_MATCH = 'if-match';
const CHANGES: ReadonlySet<string> = new Set(['PUT', 'PATCH', 'DELETE']);

/** "`PUT` and `DELETE` on a boat need `If-Match`": of changes of the thing itself; where commands show the header, of those. */
function isVersioned(endpoint: Endpoint, sentence: string, shows: boolean): boolean {
  const { methods, urls } = endpoint;
  if (!methods.some(({ value }) => CHANGES.has(value)) || !isAbout(sentence, endpoint)) return false;
  if (shows) return showsVersion(endpoint);
  const path = urls[0]?.text.split('?', 1)[0] ?? '';
  const [, place = ''] = /([^/]+)\/[^/]+\/?$/.exec(path) ?? [];
  const isNamed = sentence.toLowerCase().includes(place.toLowerCase().replace(/e?s$/, ''));
  return place !== '' && isNamed && pathVariables(path.slice(path.lastIndexOf('/', path.length - 2))).length > 0;
}

/** Whether a command of the operation sends the version. */
function showsVersion({ commands }: Endpoint): boolean {
  return commands.some(({ fence }) => /-H\s{0,3}["']If-Match:/i.test(fence.text));
}

function unsure(aside: Aside): Aside {
  return { ...aside, side: 'response', field: { ...aside.field, maybe: true } };
}

/** "All POST requests": a sentence with methods is about these. */
function isAbout(sentence: string, { methods }: Endpoint): boolean {
  const named = sentence.match(/\b(?:GET|PUT|POST|PATCH|DELETE)\b/g);
  return named === null || methods.some(({ value }) => named.includes(value as (typeof named)[number]));
}

/** What a client proves itself with is a security scheme (`assemble/told-security.ts`). */
export function isCredential(name: string, sentence: string, profile: Profile): boolean {
  return /(?:key|token|auth)$/i.test(name) && mentions(sentence, 'credential', profile);
}

function isNamed(field: FieldRow, name: string): boolean {
  return field.name.toLowerCase() === name.toLowerCase();
}
