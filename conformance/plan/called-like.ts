// Words that are called like something whose key they hold: a variable `{product}`, a property `customer`.
import type { Api, Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { rememberedFor, rememberedText } from '../../spec/remember.js';
import { says, toldBy } from '../told/told.js';
import { variableSchema } from './key-schema.js';
import { bodySchema, isPlain, type Model, type Resource } from './resources.js';
import { isOneOrMore, stem } from './stem.js';

/** The resource that a variable is called like: `{product}` or `{productId}` beside `/products/{id}`. */
export function calledLike(named: Model['named'], variable: string, scope?: string): Resource | undefined {
  const found = named(variable.replace(/_?id$/i, ''), scope);
  return found && found.keys.length === 1 && isPlain(found) ? found : undefined;
}

/**
 * The resource whose key a property is called like, and of which its documents speak: `plate`, "of the vehicle"; or that
 * it is called like itself, where it holds a key: `customer`, "the id of a customer"; or whose id it holds by its first
 * words: `sender`, "Id of an address".
 */
export function keyedLike(model: Model, property: string, owner: Resource | undefined): Resource | undefined {
  return owner ? keyedOf(model)(owner)(property) : keyedInside(model).get(property);
}

const keyedOf = rememberedFor((model: Model) =>
  rememberedFor((owner: Resource) => rememberedText((property) => keyedBy(model, property, owner))),
);

function keyedBy({ resources }: Model, property: string, owner: Resource): Resource | undefined {
  const { create, keys } = owner;
  const raw = create && bodySchema(create)?.properties?.[property];
  if (!raw || keys.some((key) => key.property === property)) return undefined;
  const schema = mergedSchema(create.api, raw);
  const { description } = schema;
  const others = resources.filter((resource) => resource !== owner);
  const alike = others.find((resource) => {
    const [key] = resource.keys;
    const called = isCalled(resource, property, description) || (key && stem(key.variable) === stem(property));
    return (called && isOneOf(resource, create.api, description)) || isWithKey(resource, property, create.api);
  });
  const held = alike ?? keyOf(others, create.api, description);
  return held ?? (description ? undefined : others.find((one) => holdsKeyOf(one, create.api, property, schema)));
}

/**
 * Whether a property of which nothing is told holds a key all the same: `author`, any whole number or UUID, beside
 * `/authors/{id}`, whose id is one, too.
 */
function holdsKeyOf(resource: Resource, api: Api, property: string, schema: Schema): boolean {
  const { name, keys, create } = resource;
  const [key, more] = keys;
  if (!key || more || create?.api !== api || !isPlain(resource) || !isOneOrMore(stem(name), stem(property)))
    return false;
  const form = keyForm(schema);
  if (form === 'integer' && MEASURES.test(property)) return false;
  return form !== undefined && form === keyForm(variableSchema(resource, key.variable) ?? {});
}

/** Words for what is counted or measured, whatever else an API calls so: the `order` of a menu is no order. */
const MEASURES =
  /^(?:order|position|place|rank|index|level|version|page|number|count|size|score|rating|priority|amount|total|price|cost|year|month|week|day|hour|minute|weight|height|width|length|age|quantity|limit|step|stage|round|seat|floor|row|column|points?|stock|balance|rate)s?$/i;

/** What all that a schema takes looks like, where keys look so; undefined where it is closer than that. */
function keyForm(schema: Schema): 'integer' | 'uuid' | undefined {
  if (CLOSER.some((keyword) => schema[keyword] !== undefined)) return undefined;
  if (schema.format === 'uuid') return 'uuid';
  return [schema.type].flat().some((type) => type === 'integer') ? 'integer' : undefined;
}

const CLOSER = ['enum', 'const', 'default', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'];

/** The one resource whose id a description begins with. */
function keyOf(resources: readonly Resource[], api: Api, description: string | undefined): Resource | undefined {
  const { thing } = toldBy(description, 'isKeyOf');
  const [found, ...more] = resources.filter((one) => thing !== undefined && isOneOf(one, api, thing));
  return more.length === 0 ? found : undefined;
}

/**
 * What properties deeper in bodies are called like and hold the key of: `lines[].product`, "the id of a product"; and
 * lists of nothing but keys.
 */
const keyedInside = rememberedFor(({ operations, resources }: Model): ReadonlyMap<string, Resource> => {
  const found = new Map<string, Resource>();
  const look = (api: Api, raw: Schema, depth: number): void => {
    const schema = mergedSchema(api, raw);
    if (schema.items && depth < DEEPEST) look(api, schema.items, depth + 1);
    for (const [name, inner] of Object.entries(schema.properties ?? {})) {
      const { description, items } = mergedSchema(api, inner);
      const list = items !== undefined && !mergedSchema(api, items).properties;
      const resource = resources.find((one) => isCalled(one, name, description) && isOneOf(one, api, description));
      if (resource && (depth > 0 || list)) found.set(name, resource);
      if (depth < DEEPEST) look(api, inner, depth + 1);
    }
  };
  for (const operation of operations) look(operation.api, bodySchema(operation) ?? {}, 0);
  return found;
});

const DEEPEST = 4;

function isCalled(resource: Resource, property: string, description: string | undefined): boolean {
  if (!isOneOrMore(stem(resource.name), stem(property))) return false;
  return says(description, 'holdsKey') || namesKeyOf(resource, description);
}

/** "Slug of the restaurant", where that is what addresses have of it: `/restaurants/{slug}`. */
function namesKeyOf({ keys: [key] }: Resource, description = ''): boolean {
  const names = [key?.property, key?.variable].flatMap((name) => (name && !/^name$/i.test(name) ? [stem(name)] : []));
  return wordsOf(description).some((word) => names.includes(stem(word)));
}

/** `restaurant_slug`, `courseCode`: the name of something, and what its key is called. */
function isWithKey(resource: Resource, property: string, api: Api): boolean {
  const [key, more] = resource.keys;
  const called = key?.property ?? key?.variable;
  if (!called || more || !isPlain(resource) || resource.create?.api !== api) return false;
  const [last = '', ...before] = property.split(/[_-]|(?<=[a-z0-9])(?=[A-Z])/).reverse();
  return stem(last) === stem(called) && isOneOrMore(stem(resource.name), stem(before.reverse().join('')));
}

/** Whether a text speaks of a plain resource with one key that the API makes. */
export function isOneOf(resource: Resource, api: Api, description: string | undefined): boolean {
  const { keys, create } = resource;
  return keys.length === 1 && isPlain(resource) && create?.api === api && speaksOf(description, resource);
}

/** Whether a text speaks of one or more of a resource. */
export function speaksOf(text = '', { name }: Resource): boolean {
  const thing = stem(name);
  const words = wordsOf(text);
  // What is `content-types` in addresses is two words in a text.
  const pairs = words.slice(1).map((word, i) => `${words[i]}${word}`);
  // Behind some words, the genitive of German has an e more: "des Bootes".
  return [...words, ...pairs]
    .map((word) => stem(word))
    .some((word) => word !== '' && (isOneOrMore(thing, word) || isOneOrMore(thing, word.replace(/e$/, ''))));
}

/** In the letters that names of an API have: "Kürzel" is `kuerzel`. */
function wordsOf(text: string): string[] {
  const plain = text.replace(/[äöüß]/gi, (letter) => LETTERS[letter.toLowerCase()] ?? letter);
  return plain
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}_]+/u);
}

const LETTERS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
