// A thing looked for by conditions that it fulfils: by a name with characters that a condition must write otherwise, and by
// when it was made.
import { instant } from '../../assess/dates.js';
import { describedAs } from '../../assess/described-as.js';
import { type JsonObject, objectsWith } from '../../assess/entity-in.js';
import { fulfilled } from '../../plan/date-literals.js';
import { describeEntity, type Entity } from '../../plan/entities.js';
import { requiredQuery } from '../../plan/prerequisite.js';
import { writeTemplate } from '../../url/key-path.js';
import { jsonBody, type Probe } from './probe.js';

/**
 * `$filter=Name eq 'o''neil'` finds what is called so: a quote inside a string is written twice (OData 2.0, URI
 * conventions, section 4.5). Whether such a condition is taken at all is left open.
 */
export async function foundByFilter(probe: Probe, entity: Entity): Promise<void> {
  const key = probe.conversation.world.keys(entity)[0] ?? '';
  const property = entity.resource.keys[0]?.property;
  const found = await keysFound(probe, entity, `${property} eq '${key.replaceAll("'", "''")}'`);
  if (!found) return;
  const right = found.length === 1 && found[0] === key;
  probe.add('filter-quote', right, `${key} alone`, found.join(', ') || 'nothing');
}

/**
 * What was made at a moment is found by conditions of that moment, where the documents show how those are written.
 *
 * @param entry of the entity, as a list shows it
 */
export async function foundByMoment(probe: Probe, entity: Entity, entry: JsonObject): Promise<void> {
  const { list } = entity.resource;
  const [made] = list ? describedAs(list, 'madeAt') : [];
  const moment = made === undefined ? undefined : instant(entry[made]);
  // Among what others make at the moment, on no first page.
  if (!list || made === undefined || !moment || entity.parents.length === 0) return;
  const key = probe.conversation.world.keys(entity)[0] ?? '';
  for (const condition of fulfilled(list, made, moment.at, moment.unsure > 0)) {
    const found = await keysFound(probe, entity, condition);
    const expected = `${key}, of ${entry[made]}, by ${condition}`;
    if (found) probe.add('filter-moment', found.includes(key), expected, found.join(', ') || 'nothing');
  }
}

/** The keys of what a condition leaves in the list where an entity is; undefined where it is not taken. */
async function keysFound(probe: Probe, entity: Entity, condition: string): Promise<string[] | undefined> {
  const { list, keys } = entity.resource;
  const property = keys[0]?.property;
  if (!list?.judged || property === undefined) return undefined;
  if (!list.op.parameters.some((p) => p.in === 'query' && p.name === '$filter')) return undefined;
  const { world, session } = probe.conversation;
  const required = requiredQuery(list);
  const address = writeTemplate(list.segments, world.bindings(entity));
  const asked = `${required}${required ? '&' : '?'}$filter=${encodeURIComponent(condition)}`;
  const answer = await probe.get(`${session.target}${address}${asked}`, list, `look for ${describeEntity(entity)}`);
  if (answer?.status !== 200) return undefined;
  return objectsWith(jsonBody(answer), [property]).map((one) => String(one[property]));
}
