// Follows the link to the result of a job that is done.
import type { JsonValue } from '../../../spec/contract/api.js';
import { objectsWith } from '../../assess/entity-in.js';
import type { Probe } from './probe.js';

/** @param value the answer that says that it is done */
export async function resultThere(probe: Probe, name: string, value: JsonValue | undefined): Promise<void> {
  const { session } = probe.conversation;
  const link = objectsWith(value, [name])[0]?.[name];
  const given = typeof link === 'string' && link !== '';
  probe.addAtCase('result-link', given, `${name} with an address`, JSON.stringify(link) ?? 'absent');
  const url = given && URL.canParse(link, session.target) ? new URL(link, session.target) : undefined;
  // What lies elsewhere is asked in its own way.
  if (!url || url.origin !== new URL(session.target).origin) return;
  const answer = await probe.get(url.href, probe.one.operation, 'read the result');
  // A result of another type than the job's is none that was asked for (RFC 9110, section 15.5.7).
  if (!answer || answer.status === 406) return;
  probe.add('result-there', answer.status < 400, `a result at ${name}`, String(answer.status));
}
