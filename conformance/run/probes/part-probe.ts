// Looks whether what was put to the address of a part of a thing is read there.
import { firstDifference, likestObject } from '../../assess/entity-in.js';
import { answerable } from '../../assess/one-way.js';
import { firstLost, shownProperties } from '../../assess/shown-properties.js';
import { partRead } from '../../plan/part-read.js';
import { bodyMedia } from '../../plan/resources.js';
import { isJson } from '../../plan/write-body.js';
import type { HttpRequest } from '../../send/http.js';
import { difference } from '../case-finding.js';
import { jsonBody, type Probe } from './probe.js';

export async function partKept(probe: Probe, request: HttpRequest, all: Record<string, unknown>): Promise<void> {
  const { operation } = probe.one;
  const read = partRead(probe.conversation.session.suite, operation);
  const again = read && (await probe.get(request.url, read, 'read what was written'));
  if (!read || !again) return;
  const what = 'what was written';
  if (again.status !== 200) {
    probe.add('read-after-write', false, what, `the server answered ${again.status}`);
    return;
  }
  if (!isJson(bodyMedia(operation)?.type ?? '')) {
    const same = again.body === request.body;
    probe.add('read-after-write', same, what, same ? 'the same' : `${again.bytes} other bytes`);
    return;
  }
  const sent = answerable(operation, all);
  const found = likestObject(jsonBody(again), Object.keys(sent));
  const wrong = found && (firstDifference(sent, found) ?? firstLost(sent, found, new Set(shownProperties(read))));
  if (found) probe.add('read-after-write', !wrong, what, wrong ? difference(wrong) : 'the same');
}
