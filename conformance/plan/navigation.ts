// Lists that lead from one entity to others (OData navigation properties): `GET …/Tag('t')/_Page`.
import { rememberedFor } from '../../spec/remember.js';
import { signature } from '../url/key-path.js';
import type { Entity } from './entities.js';
import { type Model, type Operation, type Resource, systemSegment } from './resources.js';

/** A judged operation that reads a list, and what its last segment is called. */
interface List {
  operation: Operation;
  name: string;
}

/** Lists by what stands in front of their name: of entities, and of links. */
interface Lists {
  entities: Map<string, List[]>;
  links: Map<string, List[]>;
}

const listsOf = rememberedFor((model: Model): Lists => {
  const lists: Lists = { entities: new Map(), links: new Map() };
  for (const operation of model.operations) {
    const { segments } = operation;
    const last = segments.at(-1);
    if (!operation.judged || operation.op.method !== 'GET' || operation.op.docs.aliasOf) continue;
    if (!last || last.keys || last.variable !== undefined) continue;
    const system = systemSegment(segments);
    if (system >= 0 && system !== segments.length - 2) continue;
    const among = system < 0 ? lists.entities : lists.links;
    const owner = signature(segments.slice(0, system < 0 ? -1 : system));
    among.set(owner, [...(among.get(owner) ?? []), { operation, name: last.text }]);
  }
  return lists;
});

/** The judged operation that lists the entities of one kind that another entity leads to. */
export function navigationList(model: Model, from: Entity, to: Entity): Operation | undefined {
  const lists = listsOf(model).entities.get(from.resource.signature);
  return lists?.find(({ name }) => model.named(name, from.resource.scope) === to.resource)?.operation;
}

/** What the lists are called that an entity of a kind leads to. */
export function navigations(model: Model, { signature: owner }: Resource): string[] {
  return (listsOf(model).entities.get(owner) ?? []).map(({ name }) => name);
}

/** The judged operation that lists the links of an entity to those of another's kind. */
export function linkList(model: Model, from: Entity, to: Entity): Operation | undefined {
  const lists = listsOf(model).links.get(from.resource.signature);
  return lists?.find(({ name }) => model.named(name, to.resource.scope) === to.resource)?.operation;
}
