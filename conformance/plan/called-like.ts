// Words that are called like something whose key they hold: a variable `{product}`, a property `customer`.
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { says } from '../told/told.js';
import { bodySchema, isPlain, type Model, type Resource } from './resources.js';
import { stem } from './stem.js';

/** The resource that a variable is called like: `{product}` or `{productId}` beside `/products/{id}`. */
export function calledLike(named: Model['named'], variable: string, scope?: string): Resource | undefined {
  const found = named(variable.replace(/_?id$/i, ''), scope);
  return found && found.keys.length === 1 && isPlain(found) ? found : undefined;
}

/**
 * The resource whose key a property is called like, and of which its documents speak: `plate`, "of the vehicle"; or that
 * it is called like itself, where it holds a key: `customer`, "the id of a customer".
 */
export function keyedLike({ resources }: Model, property: string, owner: Resource | undefined): Resource | undefined {
  const { create } = owner ?? {};
  const raw = create && bodySchema(create)?.properties?.[property];
  if (!owner || !raw || owner.keys.some((key) => key.property === property)) return undefined;
  const { description } = mergedSchema(create.api, raw);
  return resources.find((resource) => {
    const [key, more] = resource.keys;
    if (!key || more || !isPlain(resource)) return false;
    const called = stem(resource.name) === stem(property) && says(description, 'holdsKey');
    const alike = called || stem(key.variable) === stem(property);
    return alike && resource !== owner && resource.create?.api === create.api && speaksOf(description, resource);
  });
}

/** Whether a text speaks of one or more of a resource. */
function speaksOf(text = '', { name }: Resource): boolean {
  return text.split(/[^\p{L}\p{N}_]+/u).some((word) => word !== '' && stem(word) === stem(name));
}
