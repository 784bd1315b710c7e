// A story of media types, where the documents say that the headers which name them change nothing.
import type { Operation } from '../../plan/resources.js';
import type { Level } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import type { Sentence } from '../../told/sentences.js';
import { says } from '../../told/told.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { Telling } from '../lifecycle/stories.js';
import { asking } from '../lists/query-cases.js';

/** How a server reads bodies and writes answers is decided once: the first that the documents tell it of stands for all. */
export function mediaGroups(suite: Suite): CaseGroup[] {
  const { resources } = suite.model;
  const told = resources.filter(({ create, list }) => create?.judged && list?.judged && create.segments[0]?.variable);
  const making = told.find(({ create }) => create && takesAnyType(create));
  const lists = [...(making ? [making] : []), ...resources].flatMap(({ list }) => (list?.judged ? [list] : []));
  const items = told.flatMap(({ retrieve }) => (retrieve?.judged ? [retrieve] : []));
  const asked = (what: Sentence, needs: string[] = [], among = lists): Operation | undefined =>
    among.find(
      ({ op }) => says(op.description, what) && needs.every((need) => op.parameters.some(({ name }) => name === need)),
    );
  const [byAccept, byFormat] = [asked('ignoresAccept'), asked('ignoresFormat', [FORMAT])];
  const first = making?.create ?? byAccept ?? byFormat;
  if (!first) return [];
  const telling = new Telling(`story/${first.op.id}-media`);
  if (making?.create) otherType(suite, telling, making.create);
  otherAnswer(suite, telling, 'other-accept', byAccept, (base) => withHeader(base, 'Accept', OTHERS));
  // A format of the standard that the documents have (OData v2, URI conventions, section 4.7).
  otherAnswer(suite, telling, 'other-format', byFormat, (base) => asking(base, FORMAT, 'atom'));
  const item = asked('ignoresFormat', [FORMAT], items);
  const ofOne = new Telling(`story/${(item ?? first).op.id}-media-of-one`);
  otherAnswer(suite, ofOne, 'other-format', item, (base) => asking(base, FORMAT, 'atom'));
  return [telling, ofOne].flatMap(({ story, cases }) => (cases.length > 0 ? [{ id: story, cases }] : []));
}

const FORMAT = '$format';
const OTHERS = 'application/atom+xml,application/xml;q=0.9';

function otherType(suite: Suite, telling: Telling, create: Operation): void {
  const base = baseRequest(suite, create);
  const level = takesAnyType(create) ?? 'SHOULD';
  const request = base?.json && withHeader(base, 'Content-Type', 'text/plain');
  if (request) telling.add('other-content-type', create, request, expectation(create.op), { level });
}

function otherAnswer(
  suite: Suite,
  telling: Telling,
  step: string,
  list: Operation | undefined,
  change: (base: BaseRequest) => BaseRequest,
): void {
  const base = list && baseRequest(suite, list);
  if (list && base) telling.add(step, list, change(base), expectation(list.op), { needs: [] });
}

/** Whether a body is read as what it is wanted to be, whatever it is called: MUST where that is said in so many words. */
export function takesAnyType({ op }: Operation): Level | undefined {
  if (says(op.description, 'anyContentType')) return 'MUST';
  return says(op.description, 'treatsContentType') ? 'SHOULD' : undefined;
}

export function withHeader(base: BaseRequest, name: string, value: string): BaseRequest {
  const others = Object.entries(base.headers).filter(([given]) => given.toLowerCase() !== name.toLowerCase());
  return { ...base, headers: { ...Object.fromEntries(others), [name]: value } };
}
