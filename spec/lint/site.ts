// All pages of a run as rules see them: by language, with their commands and samples read once.
import type { ReadField } from '../assemble/field-schema.js';
import { type CurlReading, readCurlFence } from '../curl/read-curl.js';
import type { BodyFacts, Endpoint, Page, Sample } from '../extract/page.js';
import type { Profile } from '../profiles/profile.js';
import type { FenceBlock, Span } from '../read/document.js';
import { type JsonReading, readJsonText } from '../read/json-text.js';

export interface PlacedCommand {
  fence: FenceBlock;
  reading: CurlReading;
  /** Of the word `curl`, in the document. */
  span: Span;
}

export interface SiteOptions {
  profile: Profile;
  /** What a row says about its value. */
  read: ReadField;
  /** Whether a page lies at a path (as the pages' `file`s are written) though it is not among the pages; undefined where nobody can tell. */
  exists?: (path: string) => boolean | undefined;
}

export class Site {
  readonly profile: Profile;
  readonly read: ReadField;
  readonly exists: (path: string) => boolean | undefined;
  private readonly commands = new Map<Page, PlacedCommand[]>();
  private readonly json = new Map<Sample, JsonReading>();

  constructor(
    readonly pages: readonly Page[],
    options: SiteOptions,
  ) {
    this.profile = options.profile;
    this.read = options.read;
    this.exists = options.exists ?? (() => undefined);
  }

  /** Every curl command of a page, in order. */
  commandsOf(page: Page): PlacedCommand[] {
    const known = this.commands.get(page);
    if (known) return known;
    const found = page.document.blocks.flatMap((block) =>
      block.kind === 'fence' && block.text.includes('curl')
        ? readCurlFence(block.text).map((reading) => {
            const start = block.start + reading.offset;
            return { fence: block, reading, span: { start, end: start + 4 } };
          })
        : [],
    );
    this.commands.set(page, found);
    return found;
  }

  /** A sample as JSON: its value with places, or where it breaks. */
  jsonOf(sample: Sample): JsonReading {
    const known = this.json.get(sample);
    if (known) return known;
    const reading = readJsonText(sample.text);
    this.json.set(sample, reading);
    return reading;
  }

  /** A sample as JSON the way a reader takes it: broken ones too, as far as they can be understood. */
  looseJsonOf(sample: Sample): JsonReading {
    const strict = this.jsonOf(sample);
    return strict.ok ? strict : readJsonText(sample.text, true);
  }

  /** Pages with an operation. */
  *endpoints(): Generator<{ page: Page; endpoint: Endpoint }> {
    for (const page of this.pages) for (const endpoint of page.endpoints) yield { page, endpoint };
  }
}

/** Bodies of an endpoint: the request's, then those of its responses. */
export function bodiesOf(endpoint: Endpoint): { body: BodyFacts; side: 'request' | 'response' }[] {
  return [
    { body: endpoint.body, side: 'request' },
    ...endpoint.responses.map((r) => ({ body: r.body, side: 'response' as const })),
  ];
}

/** Whether a sample claims to be JSON. */
export function isJsonSample(sample: Sample): boolean {
  return /^(?:json|json5|jsonc|javascript|js)$/.test(sample.language) || /^\s*[{[]/.test(sample.text);
}
