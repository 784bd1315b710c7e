// Stories of an address whose key names more of a thing than tells it apart (`Folder(Name='f',Label='l')`): it leads to the
// one that has all of it, and to nothing else.
import type { Entity } from '../../plan/entities.js';
import { bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { parsePath, type TemplateKey, writeTemplate } from '../../url/key-path.js';
import { baseRequest, withJson } from '../base-request.js';
import { fitsText, plainSide } from '../bodies/schema-sides.js';
import { expectation } from '../documented.js';
import { createdBy, keysAround, pathOf, plainHeaders, Telling } from '../lifecycle/stories.js';
import { documents, refused } from '../refusal.js';

/** Names that nobody else has, and that lead nowhere. */
const OWN = 'urn:x-docproof:1';
const OTHERS = 'urn:x-docproof:2';

export function keyPartGroups(suite: Suite): CaseGroup[] {
  if (!suite.commandsOnly) return [];
  return suite.model.operations.flatMap((operation) => {
    const { judged, segments } = operation;
    const source = segments.slice(0, -1).findLast(({ keys }) => keys);
    const { create } = (judged && source && documents(operation, '404') && ownerOf(suite, source.text)) || {};
    return create && source?.keys ? partsOf(create, source.keys).flatMap((part) => told(suite, operation, part)) : [];
  });
}

function ownerOf({ model }: Suite, name: string): Resource | undefined {
  return model.resources.find(({ item, create }) => create?.judged && item.at(-1)?.text === name);
}

interface Part extends TemplateKey {
  name: string;
  create: Operation;
}

/** Parts of a key that are no key of the resource, but a field that its create takes. */
function partsOf(create: Operation, keys: TemplateKey[]): Part[] {
  const { properties = {}, required = [] } = bodySchema(create) ?? {};
  return keys.flatMap(({ name, variable }) => {
    const field = name !== undefined && !required.includes(name) ? properties[name] : undefined;
    const schema = field && plainSide(create, field);
    const takes = schema && [OWN, OTHERS].every((text) => fitsText(schema, text));
    return name !== undefined && takes ? [{ name, variable, create }] : [];
  });
}

function told(suite: Suite, operation: Operation, { name, variable, create }: Part): CaseGroup[] {
  const base = baseRequest(suite, create);
  const resource = suite.model.resources.find((one) => one.create === create);
  if (!base?.json || !resource || resource.keys.some((key) => key.name === name)) return [];
  const telling = new Telling(`story/${operation.op.id}-by-${name}`);
  const request = { ...withJson(base, { ...base.json, [name]: OWN }), verbatim: [name] };
  telling.add('create', create, request, expectation(create.op, create));
  const [first] = telling.cases;
  const entity = first && createdBy(suite, first, resource);
  if (!entity) return [];
  if (operation.op.method !== 'GET') return written(suite, operation, telling, { variable, name, entity });
  const asking = (value: string) => ({
    method: 'GET',
    path: writeTemplate(operation.segments, new Map([...keysAround(entity), [variable, value]])),
    query: '',
    headers: plainHeaders(base),
  });
  telling.add('its-own', operation, asking(OWN), expectation(operation.op));
  telling.add('another', operation, asking(OTHERS), refused(operation, ['404'], `it has another ${name}`));
  const update = resource.updates.find((u) => u.judged && name in (bodySchema(u)?.properties ?? {}));
  const change = update && baseRequest(suite, update);
  if (!update || !change) return telling.group();
  const other = withJson({ ...change, path: pathOf(entity) }, { ...base.json, [name]: OTHERS });
  telling.add('update', update, { ...other, verbatim: [name] }, expectation(update.op));
  const needs = telling.cases.map(({ id }) => id);
  telling.add('its-new', operation, asking(OTHERS), expectation(operation.op), { needs });
  telling.add('its-former', operation, asking(OWN), refused(operation, ['404'], `it has another ${name} now`), {
    needs,
  });
  return telling.group();
}

/** What is changed through the address of another thing is not changed; through its own it is. */
function written(
  suite: Suite,
  operation: Operation,
  telling: Telling,
  { variable, name, entity }: { variable: string; name: string; entity: Entity },
): CaseGroup[] {
  const base = baseRequest(suite, operation);
  const shown = base && suite.model.match(base.method, parsePath(base.path));
  if (!base || !shown) return [];
  const through = (value: string) => {
    const bindings = new Map([...shown.bindings, ...keysAround(entity), [variable, value]]);
    return { ...base, path: writeTemplate(operation.segments, bindings) };
  };
  const expect = expectation(operation.op, operation);
  telling.add('another', operation, through(OTHERS), refused(operation, ['404'], `it has another ${name}`));
  telling.add('its-own', operation, through(OWN), expect);
  return telling.group();
}
