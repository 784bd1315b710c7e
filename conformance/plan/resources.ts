// What a spec offers: its resources with their keys, how each is created, read, changed, removed, listed and linked.
// Read from paths, schemas and naming conventions of OData and REST alone; no name of any API is known here.
import type { Api, ApiMedia, ApiOperation, JsonValue, Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { type Bindings, type ConcretePath, signature, type TemplateSegment } from '../url/key-path.js';
import type { BodyVersion } from './body-version.js';
import type { Bulk } from './bulk.js';
import type { BulkRemoval } from './bulk-removal.js';
import { itemSchema } from './item-schema.js';
import { nameProperties } from './key-properties.js';
import { actedUpon, attachElsewhere, collectionsElsewhere, onlyInside, startsAnother } from './made-elsewhere.js';
import { makesByPut, makesCollection } from './makes-at-address.js';
import { membershipsOf } from './memberships.js';
import { changeOtherwise } from './other-updates.js';
import { withShownValues } from './shown-values.js';
import { stem } from './stem.js';
import { showsWindow } from './time-window.js';

/** What carries the credential of a request. */
export interface Carrier {
  name: string;
  /** Stands before the token: `Bearer `, the name of a cookie. */
  scheme: string;
  /** Absent: in a header. */
  in?: 'query';
}

/** An operation with its path taken apart. `judged` is false for those of a `--setup` spec. */
export interface Operation {
  api: Api;
  op: ApiOperation;
  judged: boolean;
  segments: TemplateSegment[];
  signature: string;
  /** A POST to a collection whose items have addresses: what it answers with success is there from then on. */
  creates?: boolean;
  /** Only whom a thing is for may do it, not who made it. */
  forAddressee?: boolean;
  /** What it makes is an account that its owner can end. */
  enrols?: boolean;
  /** Its answer that it is accepted (202) can be asked for from then on. */
  starts?: boolean;
  /** A POST to an item that takes what its create takes: it changes what it names and leaves the rest. */
  changes?: boolean;
  /** Makes many at once. */
  bulk?: Bulk;
  /** Removes many at once. */
  removesMany?: BulkRemoval;
  /** It puts what is there by itself into something else, or takes it out. */
  membership?: 'joins' | 'parts';
  /** Its address names two things that are there by themselves: `/stores/{store}/stock/{product}`. It speaks of neither alone. */
  ofTwo?: true;
  /** Its body names the version that it changes. */
  version?: BodyVersion;
  /** It changes what there is one of, which this reads: `PUT /settings`. */
  single?: Operation;
  /** At the address of a list, it changes that one whose key its body has. */
  keyInBody?: { resource: Resource; property: string };
  /** Found when first wanted, as are the samples. */
  credential?: Carrier;
  sampleHeaders?: Readonly<Record<string, string>>;
  sampleBody?: Readonly<{ [key: string]: JsonValue }> | null;
  bodySchema?: Schema | null;
  /** Properties of the body that are required, or that a documented command shows. */
  kept?: ReadonlySet<string>;
}

export interface ResourceKey {
  /** Name inside the URL's key list; absent in the short form and in plain paths. */
  name?: string;
  variable: string;
  /** Property of the create body that carries it; absent where the server gives it. */
  property?: string;
  /** Property of the create body that is called like it, though the server gives it. */
  given?: string;
  /** The create's own address carries it: a PUT to what is not there yet. */
  inPath?: boolean;
  /** Property of the body that says it once more. */
  repeated?: string;
  /** What its values must fit; found when first wanted. */
  schema?: Schema | null;
  /** One that the documents show; found when first wanted. */
  shown?: string | null;
}

export interface Resource {
  /** Of the item: `/{}/ctl/Tag()`. */
  signature: string;
  /** `Tag`, `projects`. */
  name: string;
  /** Signature in front of the last segment(s). */
  scope: string;
  /** Of the item form with the most keys. */
  item: TemplateSegment[];
  keys: ResourceKey[];
  create?: Operation;
  list?: Operation;
  retrieve?: Operation;
  /** A MKCOL at its own address (RFC 4918, section 9.3): what it makes can have something in it. */
  collects?: Operation;
  /** PUT, PATCH, MERGE. */
  updates: Operation[];
  remove?: Operation;
  /** Where it cannot be asked for itself: an operation at an address inside of its own. */
  within?: Operation;
  /** A DELETE on the resource's own address that takes everything in it along. */
  removeAll?: Operation;
  /** A mere word in the addresses of what clients name: it is there as soon as it is said. */
  free?: true;
  /** Of its create's body, the property that says whom it is for. */
  addressee?: string;
  /** Where its own address does not show what it is made in: the variables of the collection that it is made in. */
  madeIn?: string[];
}

export interface Model {
  operations: Operation[];
  resources: Resource[];
  /** The operations of a method and a shape of path, in the order of the spec, those of `--setup` last. */
  at(method: string, signature: string): readonly Operation[];
  /** The operation that an operation is another form of; itself where it is none. */
  main(operation: Operation): Operation;
  /** What stands at a place in something else, by the signature of that place. */
  members: ReadonlyMap<string, Resource>;
  /** The resource whose key a path variable is. */
  owner(variable: string): Resource | undefined;
  /** The resource that a navigation segment, a dotted key or a property such as `_Box.Name`, `projectId` speaks of. */
  named(word: string, scope?: string): Resource | undefined;
  /** The resource whose item this path is; the longest match. */
  match(method: string, path: ConcretePath, among?: (operation: Operation) => boolean): Match | undefined;
}

export interface Match {
  operation: Operation;
  bindings: Bindings;
}

/** `/rooms/{id}`: no key list as OData has it. */
export function isPlain({ item }: Resource): boolean {
  return item.at(-1)?.keys === undefined;
}

/** Statuses a success of this operation is documented with; derived ones only when there are no others. */
export function successes(op: ApiOperation): string[] {
  const good = op.responses.filter((r) => /^[23]/.test(r.status));
  const own = good.filter((r) => !r.docs.derived);
  return (own.length > 0 ? own : good).map((r) => r.status);
}

/** Whether a success may be an ordinary one (2xx): as it is documented, or where none is. */
function maySucceed(op: ApiOperation): boolean {
  const documented = successes(op);
  return documented.length === 0 || documented.some((status) => /^2/.test(status));
}

/** The JSON (or first) form of an operation's body. */
export function bodyMedia(operation: Operation): ApiMedia | undefined {
  const content = operation.op.body?.content ?? [];
  return content.find((m) => /json/i.test(m.type)) ?? content[0];
}

/** The schema of that form, reference resolved. */
export function bodySchema(operation: Operation): Schema | undefined {
  if (operation.bodySchema === undefined) {
    const media = bodyMedia(operation);
    operation.bodySchema = media ? withShownValues(operation, mergedSchema(operation.api, media.schema)) : null;
  }
  return operation.bodySchema ?? undefined;
}

/** A path with a system segment (`$links`, `$ref`, `$batch`) speaks of links, not of an item. */
export function systemSegment(segments: TemplateSegment[]): number {
  return segments.findIndex((s) => s.text.startsWith('$'));
}

export const UPDATES = new Set(['PUT', 'PATCH', 'MERGE']);

export function resourcesOf(operations: Operation[]): Resource[] {
  const members = membershipsOf(operations);
  const resources = new Map<string, Resource>();
  const collections = new Set(operations.filter((o) => o.op.method === 'POST').map((o) => o.signature));
  const elsewhere = collectionsElsewhere(operations);
  const lists = new Set(operations.filter((o) => o.op.method === 'GET' && itemSchema(o)).map((o) => o.signature));
  const puts = new Set(operations.filter((o) => makesByPut(o) || makesCollection(o)).map((o) => o.signature));
  for (const operation of operations) {
    const last = operation.segments.at(-1);
    if (!last || systemSegment(operation.segments) >= 0 || members.has(operation.signature)) continue;
    const { collection, plain } = collectionOf(operation.segments);
    const makes = collections.has(collection) || puts.has(operation.signature) || elsewhere.has(collection);
    if (!last.keys && (last.variable === undefined || !(makes || lists.has(collection)))) continue;
    const known = resources.get(operation.signature);
    const keys = (last.keys ?? [{ variable: last.variable ?? '' }]).map((key) => ({ ...key }));
    const resource: Resource = known ?? {
      signature: operation.signature,
      name: plain ? (nameBehind(operation.segments) ?? '') : last.text,
      scope: signature(operation.segments.slice(0, plain ? -2 : -1)),
      item: operation.segments,
      keys,
      updates: [],
    };
    if (isFuller(keys, resource.keys)) Object.assign(resource, { item: operation.segments, keys });
    resources.set(operation.signature, resource);
    attachItem(resource, operation);
  }
  const byCollection = new Map([...resources.values()].map((r) => [collectionOf(r.item).collection, r]));
  for (const operation of operations) {
    const resource = byCollection.get(operation.signature) ?? onlyInside(operations, operation);
    if (!resource) continue;
    resources.set(resource.signature, resource);
    byCollection.set(operation.signature, resource);
    attachCollection(resource, operation);
  }
  for (const [collection, made] of elsewhere) {
    const resource = byCollection.get(collection) ?? actedUpon(operations, collection);
    if (resource) resources.set(resource.signature, resource);
    attachElsewhere(resource, made);
  }
  for (const resource of resources.values()) {
    const put = resource.create ? undefined : (resource.updates.find(makesByPut) ?? resource.collects);
    if (put && resource.item.at(-1)?.variable !== undefined) {
      resource.create = put;
      const properties = Object.keys(bodySchema(put)?.properties ?? {});
      for (const key of resource.keys) {
        key.inPath = true;
        const repeated = properties.find((p) => stem(p) === stem(key.variable));
        if (repeated !== undefined) key.repeated = repeated;
      }
    } else nameProperties(resource);
    changeOtherwise(resource, operations);
  }
  return [...resources.values()];
}

/** Of what stands right behind something else, the documents have only a word for its key: `{CollectionName}`. */
function nameBehind(segments: TemplateSegment[]): string | undefined {
  const [before, last] = segments.slice(-2);
  if (before?.variable === undefined) return before?.text;
  const word = last?.variable?.replace(/[-_]?(?:name|path|id|key)$/i, '') ?? '';
  return word.length > 2 ? word : before.text;
}

function isFuller(keys: ResourceKey[], than: ResourceKey[]): boolean {
  return keys.length > than.length || (keys.length === than.length && !than[0]?.name && keys[0]?.name !== undefined);
}

export function collectionOf(segments: TemplateSegment[]): { collection: string; plain: boolean } {
  const last = segments.at(-1) as TemplateSegment;
  if (last.keys) return { collection: signature([...segments.slice(0, -1), { text: last.text }]), plain: false };
  return { collection: signature(segments.slice(0, -1)), plain: true };
}

/** Keeps the first judged operation, else the first: main forms before their aliases. */
function prefer(current: Operation | undefined, next: Operation): Operation {
  if (!current) return next;
  const rank = (o: Operation): number => (o.judged ? 2 : 0) + (o.op.docs.aliasOf ? 0 : 1);
  return rank(next) > rank(current) ? next : current;
}

function attachItem(resource: Resource, operation: Operation): void {
  const { method } = operation.op;
  if (method === 'GET') resource.retrieve = prefer(resource.retrieve, operation);
  if (method === 'DELETE') resource.remove = prefer(resource.remove, operation);
  if (makesCollection(operation)) resource.collects = prefer(resource.collects, operation);
  if (UPDATES.has(method)) {
    const same = resource.updates.findIndex((u) => u.op.method === method);
    if (same < 0) resource.updates.push(operation);
    else resource.updates[same] = prefer(resource.updates[same], operation);
  }
}

function attachCollection(resource: Resource, operation: Operation): void {
  if (operation.op.method === 'GET' && !showsWindow(operation)) resource.list = prefer(resource.list, operation);
  if (operation.op.method !== 'POST' || !maySucceed(operation.op) || startsAnother(operation, resource.retrieve))
    return;
  resource.create = prefer(resource.create, operation);
  operation.creates = true;
}
