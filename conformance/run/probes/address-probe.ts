// Looks whether an address that a server gives leads to the entity that it is given for.
import type { JsonValue } from '../../../spec/contract/api.js';
import { isObject } from '../../../spec/is-object.js';
import { type JsonObject, metadata, objectsWith, sameJson } from '../../assess/entity-in.js';
import { describeEntity, type Entity } from '../../plan/entities.js';
import { requiredQuery } from '../../plan/prerequisite.js';
import { headerOf } from '../../send/header.js';
import type { HttpAnswer } from '../../send/http.js';
import { writeTemplate } from '../../url/key-path.js';
import { entityAt, ownAddress } from '../own-address.js';
import { jsonBody, type Probe } from './probe.js';

export class AddressProbe {
  constructor(private readonly probe: Probe) {}

  /** @param what the address is called */
  async leads(id: string, what: string, address: string, entity: Entity, level = this.probe.one.level): Promise<void> {
    const add = (ok: boolean, actual: string, wanted = expected): void => this.probe.add(id, ok, wanted, actual, level);
    const { retrieve } = entity.resource;
    if (!retrieve?.judged) return;
    const { session, world } = this.probe.conversation;
    const { target } = session;
    const expected = `the URL of ${describeEntity(entity)}`;
    const own = ownAddress(session, address);
    if (!URL.canParse(own, `${target}/`)) return add(false, address);
    const url = new URL(own, `${target}/`);
    if (url.origin !== new URL(target).origin) return add(false, address, `a URL below ${target}`);
    if (url.pathname === new URL(target + world.itemPath(entity)).pathname) return add(true, address);
    if (url.search === '') url.search = requiredQuery(retrieve);
    const found = await this.probe.get(url.href, retrieve, `read the ${what} of ${describeEntity(entity)}`);
    const keys = entity.resource.keys.map(({ property }, i) => [property, i] as const);
    const [[first] = []] = keys;
    const [read] = found && first !== undefined ? objectsWith(jsonBody(found), [first]) : [];
    const actual = world.keys(entity);
    const other = keys.some(
      ([name, i]) => name !== undefined && read?.[name] !== undefined && !sameText(read[name], actual[i]),
    );
    const leads = other ? 'leads to another' : `answers ${found?.status}`;
    add(found?.status === 200 && !other, `${address}, which ${leads}`);
  }

  /** A Location leads to what was created (RFC 9110, section 15.3.2): told, and judged where documents promise one. */
  async ofCreated(entity: Entity, answer: HttpAnswer): Promise<void> {
    const location = headerOf(answer.headers, 'location');
    const documented = this.probe.one.operation.op.responses.some((r) =>
      r.headers.some((h) => h.name.toLowerCase() === 'location'),
    );
    if (location === undefined) return;
    const level = documented ? this.probe.one.level : 'SHOULD';
    const { retrieve, list } = entity.resource;
    const { session, world } = this.probe.conversation;
    const collection = list && session.target + writeTemplate(list.segments, world.bindings(entity));
    if (
      retrieve?.judged &&
      collection &&
      URL.canParse(location, collection) &&
      new URL(ownAddress(session, location), collection).href === collection
    ) {
      const expected = `the URL of ${describeEntity(entity)}`;
      this.probe.add('location', false, expected, `${location}, where all of them are`, level);
      return;
    }
    await this.leads('location', 'Location', location, entity, level);
  }

  /** What an entry says of itself is its own address (OData JSON format: `uri` of `__metadata`). */
  async ofEntry(entity: Entity, entry: JsonObject): Promise<void> {
    const uri = metadata(entry, 'uri');
    if (uri !== undefined) await this.leads('metadata-uri', 'uri', uri, entity);
    this.deferred(entity, entry);
  }

  /** Where what an entry leads to is put off, that stands below its own address (OData JSON format: `__deferred`). */
  private deferred(entity: Entity, entry: JsonObject): void {
    const { session, world } = this.probe.conversation;
    for (const [name, value] of Object.entries(entry)) {
      const uri = isObject<JsonValue>(value) ? inside(value, '__deferred', 'uri') : undefined;
      if (typeof uri !== 'string') continue;
      const found = entityAt(session, uri.slice(0, uri.lastIndexOf('/')));
      if (found?.resource !== entity.resource) continue;
      const own = sameJson(found.keys, world.keys(entity));
      this.probe.add('deferred-uri', own, `${name} below the URL of ${describeEntity(entity)}`, uri);
    }
  }
}

function inside(value: JsonObject, ...names: string[]): JsonValue | undefined {
  return names.reduce<JsonValue | undefined>((at, name) => (isObject<JsonValue>(at) ? at[name] : undefined), value);
}

/** A key and the value of its property: texts, numbers, or null for a part that is not there. */
export function sameText(value: unknown, key: string | null | undefined): boolean {
  return (value === null ? null : String(value)) === (key ?? null);
}
