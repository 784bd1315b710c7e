// A story of media types, where the documents say that the headers which name them change nothing.
import type { Operation } from '../../plan/resources.js';
import type { Level } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { says } from '../../told/told.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { Telling } from '../lifecycle/stories.js';
import { asking } from '../lists/query-cases.js';

/** How a server reads bodies is decided once: the first that is made inside of a container stands for all. */
export function mediaGroups(suite: Suite): CaseGroup[] {
  const resource = suite.model.resources.find(
    ({ create, list }) => create?.judged && list?.judged && create.segments[0]?.variable && takesAnyType(create),
  );
  const { create, list } = resource ?? {};
  const making = create && baseRequest(suite, create);
  const listing = list && baseRequest(suite, list);
  if (!create || !list || !making?.json || !listing) return [];
  const level = takesAnyType(create) ?? 'SHOULD';
  const telling = new Telling(`story/${create.op.id}-media`);
  telling.add('other-content-type', create, withHeader(making, 'Content-Type', 'text/plain'), expectation(create.op), {
    level,
  });
  if (says(list.op.description, 'ignoresAccept'))
    telling.add(
      'other-accept',
      list,
      withHeader(listing, 'Accept', 'application/atom+xml,application/xml;q=0.9'),
      expectation(list.op),
      {
        needs: [],
      },
    );
  // A format of the standard that the documents have (OData v2, URI conventions, section 4.7).
  if (says(list.op.description, 'ignoresFormat') && list.op.parameters.some(({ name }) => name === '$format'))
    telling.add('other-format', list, asking(listing, '$format', 'atom'), expectation(list.op), { needs: [] });
  return [{ id: telling.story, cases: telling.cases }];
}

/** Whether a body is read as what it is wanted to be, whatever it is called: MUST where that is said in so many words. */
function takesAnyType({ op }: Operation): Level | undefined {
  if (says(op.description, 'anyContentType')) return 'MUST';
  return says(op.description, 'treatsContentType') ? 'SHOULD' : undefined;
}

function withHeader(base: BaseRequest, name: string, value: string): BaseRequest {
  const others = Object.entries(base.headers).filter(([given]) => given.toLowerCase() !== name.toLowerCase());
  return { ...base, headers: { ...Object.fromEntries(others), [name]: value } };
}
