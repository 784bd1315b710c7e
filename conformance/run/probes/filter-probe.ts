// A thing whose name has characters that a condition must write otherwise, looked for by that name.
import { objectsWith } from '../../assess/entity-in.js';
import { describeEntity, type Entity } from '../../plan/entities.js';
import { requiredQuery } from '../../plan/prerequisite.js';
import { writeTemplate } from '../../url/key-path.js';
import { jsonBody, type Probe } from './probe.js';

/**
 * `$filter=Name eq 'o''neil'` finds what is called so: a quote inside a string is written twice (OData 2.0, URI
 * conventions, section 4.5). Whether such a condition is taken at all is left open.
 */
export async function foundByFilter(probe: Probe, entity: Entity): Promise<void> {
  const { list, keys } = entity.resource;
  const property = keys[0]?.property;
  if (!list?.judged || property === undefined) return;
  if (!list.op.parameters.some((p) => p.in === 'query' && p.name === '$filter')) return;
  const { world, session } = probe.conversation;
  const key = world.keys(entity)[0] ?? '';
  const condition = encodeURIComponent(`${property} eq '${key.replaceAll("'", "''")}'`);
  const required = requiredQuery(list);
  const address = writeTemplate(list.segments, world.bindings(entity));
  const url = `${session.target}${address}${required}${required ? '&' : '?'}$filter=${condition}`;
  const answer = await probe.get(url, list, `look for ${describeEntity(entity)}`);
  if (answer?.status !== 200) return;
  const found = objectsWith(jsonBody(answer), [property]).map((one) => String(one[property]));
  const right = found.length === 1 && found[0] === key;
  probe.add('filter-quote', right, `${key} alone`, found.join(', ') || 'nothing');
}
