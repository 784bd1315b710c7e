// Looks whether a HEAD says what a GET does (RFC 9110, section 9.3.2).
import { headerOf } from '../../send/header.js';
import type { HttpAnswer, HttpRequest } from '../../send/http.js';
import { etagOf } from '../etag.js';
import type { Probe } from './probe.js';

/** Of one thing, whose GET is documented; lists may change in between. */
export async function sameAsRead(probe: Probe, request: HttpRequest, head: HttpAnswer): Promise<void> {
  const { operation } = probe.one;
  const [read] = probe.conversation.session.suite.model.at('GET', operation.signature);
  const item = operation.segments.at(-1)?.variable !== undefined;
  if (!read?.judged || !item || head.status < 200 || head.status >= 300) return;
  const answer = await probe.get(request.url, read, 'read it');
  if (answer?.status !== 200) return;
  const [told, shown] = [head, answer].map(etagOf);
  if (told !== undefined && shown !== undefined)
    probe.add('head/etag', told === shown, `${shown}, as a GET has it (RFC 9110, 9.3.2)`, told);
  const [type, other] = [head, answer].map(({ headers }) => headerOf(headers, 'content-type')?.split(';')[0]?.trim());
  const forms = read.op.responses.filter(({ status }) => status.startsWith('2')).flatMap(({ content }) => content);
  if (type !== undefined && other !== undefined && forms.length === 1)
    probe.add('head/type', same(type, other), `${other}, as a GET has it (RFC 9110, 9.3.2)`, type);
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
