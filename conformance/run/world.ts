// What one story knows of the target: the real keys of the documents' entities. Turns planned requests into real ones.
import { isNumeric } from '../../spec/fitting/fitting-value.js';
import { isObject } from '../../spec/is-object.js';
import { parseBody, writeForm } from '../plan/body.js';
import { type Entity, entityOf, type Reference } from '../plan/entities.js';
import { keySchema } from '../plan/key-schema.js';
import { isMarkup, markupWithNames } from '../plan/markup-names.js';
import { scopedName } from '../plan/names.js';
import type { Creation } from '../plan/prerequisite.js';
import { aroundInside, sameKind, withReferences } from '../plan/references-inside.js';
import type { Resource, ResourceKey } from '../plan/resources.js';
import { shownValue } from '../plan/shown-keys.js';
import { isMark } from '../plan/spoken.js';
import type { Case, PlannedRequest } from '../plan/story.js';
import { type Suite, subjectOf } from '../plan/subject.js';
import { parsePath, writeTemplate } from '../url/key-path.js';
import { withDatesAhead } from './dates-ahead.js';
import type { Known } from './known.js';
import { Labels } from './labels.js';
import { withOtherCase } from './other-case.js';
import { namingTarget } from './probes/naming-target.js';
import { withNearKey } from './probes/near-key.js';
import { Unnamed } from './probes/unnamed.js';
import { withNamesOf } from './query-names.js';
import { writtenSegment } from './written-segment.js';

export class World {
  private readonly known = new Map<string, Known>();
  private readonly unnamed = new Set<string>();
  readonly labels: Labels;
  /** Keys and paths that follow from what is known so far. */
  private readonly derived = new Map<string, (string | null)[]>();
  private readonly paths = new Map<string, string>();

  /**
   * @param suffix the run's id and the story's number: stands in every name that the story makes
   * @param target base URL of the target, without a trailing slash
   */
  constructor(
    readonly suite: Suite,
    readonly suffix: string,
    readonly target: string,
  ) {
    this.labels = new Labels(suffix);
  }

  /** Keys that an entity has on the target. @throws Unnamed */
  keys(entity: Entity): (string | null)[] {
    if (this.unnamed.has(entity.id)) throw new Unnamed(entity);
    return this.lastKeys(entity);
  }

  private lastKeys(entity: Entity): (string | null)[] {
    const keys = this.known.get(entity.id)?.keys ?? this.derived.get(entity.id);
    if (keys) return keys;
    const found = this.derive(entity);
    this.derived.set(entity.id, found);
    return found;
  }

  private derive(entity: Entity): (string | null)[] {
    const references = this.suite.locator.references(entity);
    return entity.resource.keys.map((key, i) => {
      const value = entity.keys[i] ?? null;
      if (value === null) return null;
      const referred = this.byReference(references, key.name ?? key.variable);
      // A mere word in something of the run's, of whose form no table tells: the documents' own is as good as any.
      const bare = key.inPath && entity.parents.length > 0 && !entity.resource.create?.op.body;
      if (bare) return value;
      return referred === undefined ? this.ownKey(entity.resource, i, value) : referred;
    });
  }

  /** What the target answered of an entity so far. */
  told(entity: Entity): Readonly<Known> | undefined {
    return this.known.get(entity.id);
  }

  /** What an entity was made of. */
  written(entity: Entity): Record<string, unknown> | undefined {
    const body = parseBody(this.known.get(entity.id)?.body);
    return body.kind === 'json' && isObject(body.value) ? body.value : undefined;
  }

  /** It is there, under a key that nobody has told: what needs that throws. */
  cannotName(entity: Entity): void {
    this.unnamed.add(entity.id);
    this.derived.clear();
    this.paths.clear();
  }

  /** @param found an `etag` of null: it has another version now, which nobody has told */
  learn(
    entity: Entity,
    found: Partial<Pick<Known, 'keys' | 'made' | 'changed'>> & {
      etag?: string | null | undefined;
      body?: string | undefined;
    },
  ): void {
    const before = this.known.get(entity.id);
    const etag = found.etag === null ? undefined : (found.etag ?? before?.etag);
    const former = etag === before?.etag ? before?.former : (before?.etag ?? before?.former);
    const body = found.body !== undefined && /^\s*\{/.test(found.body) ? found.body : before?.body;
    const made = found.made ?? before?.made;
    const changed = found.changed ?? (found.made ? undefined : before?.changed);
    const madeBefore = found.made ? before?.made : before?.madeBefore;
    this.known.set(entity.id, {
      keys: found.keys ?? this.lastKeys(entity),
      ...(etag ? { etag } : {}),
      ...(former ? { former } : {}),
      ...(body === undefined ? {} : { body }),
      ...(made === undefined ? {} : { made }),
      ...(changed ? { changed } : {}),
      ...(madeBefore === undefined ? {} : { madeBefore }),
    });
    if (!found.keys) return;
    this.unnamed.delete(entity.id);
    this.derived.clear();
    this.paths.clear();
  }

  private byReference(references: Reference[], part: string): string | null | undefined {
    for (const { entity, parts } of references) {
      const index = parts.get(part);
      if (index !== undefined) return this.keys(entity)[index] ?? null;
    }
    return undefined;
  }

  private ownKey(resource: Resource, index: number, value: string): string {
    if (isMark(value)) return value;
    const asUrl = this.urlValue(value);
    if (asUrl !== undefined) return asUrl;
    if (/^[a-z][a-z0-9+.-]*:/i.test(value)) return value;
    const key = resource.keys[index] as ResourceKey;
    return scopedName(value, this.suffix, keySchema(resource, key), shownValue(resource, key));
  }

  private urlValue(value: string): string | undefined {
    if (!value.includes('://')) return undefined;
    const url = this.suite.urls.read(value);
    return url ? this.target + this.path(url.path, true) + this.text(url.query) : undefined;
  }

  /** A documented path with the names of the target; what is no entity stays as it is written. */
  path(documented: string, inText = false): string {
    const path = parsePath(documented);
    if (path.length === 0) return documented || '/';
    const { locator } = this.suite;
    const inPath = inText ? locator.locateInText(path) : locator.locate(path);
    const located = new Map(inPath.map((l) => [l.segment, l.entity]));
    const written = path.map((segment, i) => {
      const entity = located.get(i);
      return entity ? writtenSegment(segment, entity.resource, this.keys(entity)) : segment.raw;
    });
    return `/${written.join('/')}${documented.endsWith('/') ? '/' : ''}`;
  }

  /** Path of an entity by the resource's fullest form. */
  itemPath(entity: Entity): string {
    const path = this.paths.get(entity.id) ?? writeTemplate(entity.resource.item, this.bindings(entity));
    this.paths.set(entity.id, path);
    return path;
  }

  /** Real values of all path variables that an entity and its parents bind. */
  bindings(entity: Entity): Map<string, string | null> {
    const values = new Map<string, string | null>();
    for (const one of [...entity.parents, entity]) {
      const keys = this.keys(one);
      for (const [i, key] of one.resource.keys.entries()) values.set(key.variable, keys[i] ?? null);
    }
    return values;
  }

  /** Replaces the addresses in a text. */
  text(text: string): string {
    if (!text.includes('://')) return text;
    return this.suite.urls.replace(text, (url) => this.target + this.path(url.path, true) + url.query);
  }

  /** A planned request as it is sent, placeholders not yet filled. */
  request(planned: Case): { method: string; url: string; headers: Record<string, string>; body?: string } {
    const { request } = planned;
    const body = request.body === undefined ? undefined : this.body(planned, request);
    const headers: Record<string, string> = {};
    for (const name in request.headers) headers[name] = this.text(request.headers[name] as string);
    return {
      method: request.method,
      url:
        this.target +
        withNearKey(this.path(request.path), planned) +
        withNamesOf(this.text(request.query), planned.exists ?? [], (one) => this.keys(one)),
      headers,
      ...(body === undefined ? {} : { body }),
    };
  }

  private body(planned: Case, request: PlannedRequest): string {
    const parsed = parseBody(request.body);
    const subject = subjectOf(this.suite, planned);
    const verbatim = new Set(request.verbatim ?? []);
    if (parsed.kind === 'json' && isObject(parsed.value)) {
      const values = new Map(Object.entries(parsed.value));
      const parents = subject.shared ?? [];
      const references = this.suite.locator.referencesIn(values, subject.bodyResource, parents);
      const names = this.bodyNames(subject.bodyResource, subject.after, values, references);
      if (!subject.bodyResource)
        for (const [name, own] of this.labels.alone(planned.operation, values)) names.set(name, own);
      const { keyInBody } = planned.meant ?? planned.operation;
      if (keyInBody && subject.target)
        names.set(keyInBody.property, sameKind(this.keys(subject.target)[0] ?? null, values.get(keyInBody.property)));
      const value = Object.fromEntries(
        Object.entries(parsed.value).map(([name, v]) => [
          name,
          verbatim.has(name) ? v : names.has(name) ? names.get(name) : this.inner(name, v, parents, references),
        ]),
      );
      // What is about a value inside is sent as it is.
      const labelled = verbatim.size > 0 ? value : this.labels.inside(subject.bodyResource, subject.after, value);
      const makes = subject.bodyResource?.create === planned.operation;
      const wrapped = makes ? this.labels.keyed(subject.bodyResource, subject.after, labelled) : labelled;
      const named = namingTarget(planned.operation, subject.target, (one) => this.keys(one), wrapped);
      const ahead = withDatesAhead(planned.meant ?? planned.operation, named, verbatim, Date.now());
      return JSON.stringify(withOtherCase(ahead, request.otherCase));
    }
    if (parsed.kind === 'json') return JSON.stringify(this.json(parsed.value));
    if (parsed.kind === 'form') {
      const account = this.suite.account;
      const parents = subject.located.map((l) => l.entity);
      const values = new Map(parsed.fields);
      const named = this.suite.locator.referencesIn(values, subject.bodyResource, subject.after?.parents ?? []);
      const names = this.bodyNames(subject.bodyResource, subject.after, values, subject.bodyResource ? named : []);
      const written = (name: string, value: string): string => {
        if (verbatim.has(name)) return value;
        if (name === 'username' && account) return this.keys(entityOf(account, [value], parents))[0] ?? value;
        const known = names.get(name);
        return typeof known === 'string' ? known : this.text(value);
      };
      return writeForm(parsed.fields.map(([name, value]) => [name, written(name, value)]));
    }
    const text = this.text(request.body ?? '');
    const names = subject.referred.map((one): [string, string] => [one.keys[0] ?? '', this.keys(one)[0] ?? '']);
    return isMarkup(text) ? markupWithNames(text, new Map(names)) : text;
  }

  /** Real values of the body's key and reference properties. */
  bodyNames(
    resource: Resource | undefined,
    after: Entity | undefined,
    values: ReadonlyMap<string, unknown>,
    references: Reference[],
  ): Map<string, unknown> {
    const names = new Map<string, unknown>();
    for (const { entity, parts } of references) {
      const keys = this.keys(entity);
      for (const [name, index] of parts) {
        const written = values.get(name);
        if (typeof written === 'string' || typeof written === 'number')
          names.set(name, sameKind(keys[index] ?? null, written));
      }
    }
    for (const [i, key] of (resource?.keys ?? []).entries()) {
      const property = key.property ?? key.repeated;
      const value = property === undefined ? undefined : values.get(property);
      if (property === undefined || names.has(property)) continue;
      if (typeof value !== 'string' && typeof value !== 'number') continue;
      const actual = after ? (this.keys(after)[i] ?? value) : value;
      names.set(property, isNumeric(keySchema(resource as Resource, key) ?? {}) ? Number(actual) : actual);
    }
    for (const [name, label] of this.labels.of(resource, after, values)) if (!names.has(name)) names.set(name, label);
    return names;
  }

  /** A body that creates an entity: its documented values with the names of the run. */
  creation(entity: Entity, { values, references }: Creation): Record<string, unknown> {
    const names = this.bodyNames(entity.resource, entity, values, references);
    const body: Record<string, unknown> = {};
    for (const [name, value] of values)
      body[name] = names.has(name) ? names.get(name) : this.inner(name, value, entity.parents, references);
    const ahead = entity.resource.create ? withDatesAhead(entity.resource.create, body, new Set(), Date.now()) : body;
    return this.labels.keyed(entity.resource, entity, this.labels.inside(entity.resource, entity, ahead));
  }

  /** A member of a body with the addresses and keys inside it replaced. */
  private inner(name: string, value: unknown, parents: Entity[], beside: readonly Reference[]): unknown {
    if (typeof value !== 'object' || value === null) return this.json(value);
    const key = (entity: Entity, index: number): string | null => this.keys(entity)[index] ?? null;
    const written = withReferences(this.suite.locator, { [name]: value }, aroundInside(parents, beside), key);
    return this.json((written as Record<string, unknown>)[name]);
  }

  /** A JSON value with the addresses inside it replaced. */
  json(value: unknown): unknown {
    if (typeof value === 'string') return this.urlValue(value) ?? this.text(value);
    if (Array.isArray(value)) return value.map((v) => this.json(v));
    if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, this.json(v)]));
    return value;
  }
}
