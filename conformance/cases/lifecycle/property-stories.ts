// Stories of WebDAV (RFC 4918): a property that is set is shown, as another value and no more once it is removed; a collection
// that is made is one, and gone once it is deleted.
import type { WantedElement } from '../../assess/element.js';
import { makesCollection } from '../../plan/makes-at-address.js';
import { isMarkup } from '../../plan/markup-names.js';
import type { Operation } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { refused } from '../refusal.js';
import { Telling } from './stories.js';

export function propertyGroups(suite: Suite): CaseGroup[] {
  return suite.model.operations.flatMap((operation) => {
    if (!operation.judged || operation.op.docs.aliasOf) return [];
    if (operation.op.method === 'PROPPATCH') return marked(suite, operation);
    return makesCollection(operation) ? collected(suite, operation) : [];
  });
}

function marked(suite: Suite, operation: Operation): CaseGroup[] {
  const bodies = operation.op.docs.cases?.map(({ request }) => request.body ?? '') ?? [];
  const base = baseRequest(suite, operation);
  const update = [...bodies, base?.body ?? ''].map(updateIn).find((one) => one !== undefined);
  const look = base && lookAt(suite, operation, base);
  if (!base || !update || !look) return [];
  const telling = new Telling(`story/${operation.op.id}-marked`);
  const change = (step: string, body: string, wanted: WantedElement): void => {
    const needs = telling.cases.slice(-1).map(({ id }) => id);
    const expect = { ...expectation(operation.op), response: false };
    telling.add(step, operation, { ...base, body }, expect, { needs });
    const [last] = telling.cases.slice(-1);
    const shown = { ...expectation(look.operation.op), response: false, element: wanted };
    telling.add(`${step}-shown`, look.operation, look.base, shown, { needs: last ? [last.id] : [] });
  };
  const { name, value } = update;
  change('set', update.set(value), { name, text: value });
  change('set-again', update.set(`${value}2`), { name, text: `${value}2` });
  change('removed', update.removed, { name, absent: true });
  return telling.group();
}

function collected(suite: Suite, operation: Operation): CaseGroup[] {
  const base = baseRequest(suite, operation);
  const look = base && lookAt(suite, operation, base);
  if (!base || !look) return [];
  const { target } = subjectOf(suite, plainCase(look.operation, look.base));
  const telling = new Telling(`story/${operation.op.id}-collected`);
  telling.add('make', operation, base, { ...expectation(operation.op, operation), response: false });
  const shown = { ...expectation(look.operation.op), response: false, element: { name: 'collection' } };
  telling.add('shown', look.operation, look.base, shown);
  // RFC 4918, section 9.3.1, has 405 for what is there; documents may have another status.
  const twice = { ...refused(operation, [], 'it is there already'), response: false };
  if (target) telling.add('make-again', operation, base, twice, { exists: [target] });
  const remove = target?.resource.remove;
  if (!target || !remove?.judged) return telling.group();
  const { body: _, ...request } = { ...look.base, method: 'DELETE', headers: headersOf(suite, remove) };
  telling.add('delete', remove, request, { ...expectation(remove.op, remove), response: false });
  const [deletion] = telling.cases.slice(-1);
  const gone = { ...refused(look.operation, ['404', '410'], 'it was deleted'), response: false };
  const needs = deletion ? [deletion.id] : [];
  telling.add('gone', look.operation, look.base, gone, { absent: [target], needs });
  return telling.group();
}

function headersOf(suite: Suite, operation: Operation): BaseRequest['headers'] {
  return baseRequest(suite, operation)?.headers ?? {};
}

/** What shows the properties of the very thing that a request goes to, whatever its own command names. */
function lookAt(
  suite: Suite,
  { signature }: Operation,
  { path }: BaseRequest,
): { operation: Operation; base: BaseRequest } | undefined {
  for (const operation of suite.model.at('PROPFIND', signature)) {
    const base = operation.judged && !operation.op.docs.aliasOf ? baseRequest(suite, operation) : undefined;
    if (base) return { operation, base: { ...base, path } };
  }
  return undefined;
}

function plainCase(operation: Operation, request: BaseRequest): Case {
  const { id } = operation.op;
  const expect = expectation(operation.op);
  return { id, kind: 'story', title: id, level: 'MUST', operation, request, expect, relaxations: [] };
}

/** How a documented update sets one property, and how it takes one away: only then may any property be set. */
function updateIn(
  body: string,
): { name: string; value: string; set(value: string): string; removed: string } | undefined {
  const setting = SET.exec(body);
  const removing = REMOVE.exec(body);
  if (!isMarkup(body) || !setting || !removing) return undefined;
  const [whole, open = '', tag = '', value = '', close = ''] = setting;
  const [taking, before = '', , after = ''] = removing;
  const written = (one: string): string => `${open}<${tag}>${one}</${tag}>${close}`;
  return {
    name: tag.replace(/^.*:/, ''),
    value: value.trim(),
    set: (one) => body.replace(taking, '').replace(whole, () => written(one)),
    removed: body.replace(whole, '').replace(taking, () => `${before}<${tag}/>${after}`),
  };
}

const SET =
  /(<(?:[\w-]{1,40}:)?set>\s{0,40}<(?:[\w-]{1,40}:)?prop>\s{0,40})<([\w.:-]{1,80})>([^<>&]{1,200})<\/\2>(\s{0,40}<\/(?:[\w-]{1,40}:)?prop>\s{0,40}<\/(?:[\w-]{1,40}:)?set>)/;
const REMOVE =
  /(<(?:[\w-]{1,40}:)?remove>\s{0,40}<(?:[\w-]{1,40}:)?prop>\s{0,40})<([\w.:-]{1,80})\s?\/>(\s{0,40}<\/(?:[\w-]{1,40}:)?prop>\s{0,40}<\/(?:[\w-]{1,40}:)?remove>)/;
