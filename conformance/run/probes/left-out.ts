// Looks whether what a replacement leaves out is gone (RFC 9110, section 9.3.4): absent, null, or another value than it had.
import type { JsonValue } from '../../../spec/contract/api.js';
import { likestObject, sameJson } from '../../assess/entity-in.js';
import type { HttpAnswer } from '../../send/http.js';
import { jsonBody, type Probe } from './probe.js';

/**
 * Where the documents do not say that all is replaced, it is told and not judged.
 *
 * @param sent what the replacement names
 */
export function leftOut(probe: Probe, read: HttpAnswer, sent: Record<string, unknown>): void {
  const { lost, told } = probe.one.replaced ?? {};
  const found = lost && read.status === 200 ? likestObject(jsonBody(read), Object.keys(sent)) : undefined;
  if (!lost || !found) return;
  const had = probe.conversation.world.json(lost) as Record<string, JsonValue>;
  const names = Object.keys(had).filter((name) => !Object.hasOwn(sent, name));
  const kept = names.find((name) => Object.hasOwn(found, name) && sameJson(found[name] ?? null, had[name] ?? null));
  const actual = kept ? `${kept} as before` : 'gone';
  if (names.length > 0)
    probe.add(
      'left-out',
      kept === undefined,
      `nothing of what was left out: ${names.join(', ')}`,
      actual,
      told ? 'MUST' : 'SHOULD',
    );
}
