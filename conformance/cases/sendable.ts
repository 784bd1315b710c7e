// A documented request that no server could take as it stands, in the nearest form that one can: a misspelt key name, a
// link to an entity of another container. What is changed is a named relaxation, so that no server fails for the page.
import { type Operation, systemSegment } from '../plan/resources.js';
import type { Relaxation } from '../plan/story.js';
import type { Suite } from '../plan/subject.js';
import { type ConcreteSegment, matchTemplate, parsePath } from '../url/key-path.js';

export interface Sendable {
  path: string;
  body?: string;
  relaxations: Relaxation[];
}

/** @param operation the one whose page has the request */
export function sendable(suite: Suite, operation: Operation, path: string, body: string | undefined): Sendable {
  const relaxations: Relaxation[] = [];
  const keyed = withKnownKeys(suite, operation, path);
  if (keyed) relaxations.push(keyed.relaxation);
  const sent = keyed?.path ?? path;
  const linked = body === undefined ? undefined : withinContainer(suite, operation, sent, body);
  if (linked) relaxations.push(linked.relaxation);
  const text = linked?.body ?? body;
  return { path: sent, ...(text === undefined ? {} : { body: text }), relaxations };
}

/** Where all of a path fits a form of the operation but the name of one key, that key is meant. */
function withKnownKeys(
  suite: Suite,
  operation: Operation,
  path: string,
): { path: string; relaxation: Relaxation } | undefined {
  const segments = parsePath(path);
  if (!segments.some((s) => s.keys) || suite.model.match(operation.op.method, segments)) return undefined;
  const main = operation.op.docs.aliasOf ?? operation.op.id;
  for (const form of suite.model.operations) {
    if (form.api !== operation.api || (form.op.docs.aliasOf ?? form.op.id) !== main) continue;
    const at = form.segments.findIndex((s, i) => s.keys && wrongKey(s.keys, segments[i]));
    const wanted = form.segments[at]?.keys;
    const wrong = wanted && wrongKey(wanted, segments[at]);
    if (!wrong) continue;
    const raws = segments.map(({ raw }, i) => (i === at ? renamed(raw, wrong.got, wrong.want) : raw));
    const mended = `/${raws.join('/')}`;
    if (!matchTemplate(form.segments, parsePath(mended))) continue;
    const reason = `the command calls the key ${wrong.got}, its page ${wrong.want}; sent as ${wrong.want}`;
    return { path: mended, relaxation: { id: 'undocumented-key', reason } };
  }
  return undefined;
}

/** The one name among the keys that the form has not, and the one of the form that is not given. */
function wrongKey(
  wanted: { name?: string }[],
  segment: ConcreteSegment | undefined,
): { got: string; want: string } | undefined {
  const given = segment?.keys?.map((k) => k.name) ?? [];
  const unknown = given.filter((name) => !wanted.some((k) => k.name === name));
  const left = wanted.map((k) => k.name).filter((name) => !given.includes(name));
  const [got] = unknown;
  const [want] = left;
  return unknown.length === 1 && left.length === 1 && got && want ? { got, want } : undefined;
}

function renamed(raw: string, from: string, to: string): string {
  const at = Math.max(raw.indexOf(`(${from}=`), raw.indexOf(`,${from}=`));
  return at < 0 ? raw : `${raw.slice(0, at + 1)}${to}${raw.slice(at + 1 + from.length)}`;
}

/**
 * Links join entities of one container: the other end is addressed by its keys alone when it is unlinked. A body that
 * names an entity of another container means the one of that name in this.
 */
function withinContainer(
  suite: Suite,
  operation: Operation,
  path: string,
  body: string,
): { body: string; relaxation: Relaxation } | undefined {
  const system = systemSegment(operation.segments);
  const [container] = suite.locator
    .locate(parsePath(path))
    .filter((l) => l.segment < system)
    .slice(0, 1);
  if (system < 0 || !container) return undefined;
  let relaxation: Relaxation | undefined;
  const text = body.replace(/https?:\/\/[^\s"<>\\]+/g, (url) => {
    const segments = parsePath(suite.urls.read(url)?.path ?? '');
    const located = suite.locator.locate(segments);
    const other = located[0];
    const whole = located.length > 1 && located.at(-1)?.segment === segments.length - 1;
    if (!whole || other?.entity.resource !== container.entity.resource || other.entity.id === container.entity.id)
      return url;
    const from = segments[other.segment]?.raw ?? '';
    const to = parsePath(path)[container.segment]?.raw ?? '';
    const moved = url.replace(from, to);
    const raws = segments.map(({ raw }, i) => (i === other.segment ? to : raw));
    if (suite.urls.read(moved)?.path !== `/${raws.join('/')}`) return url;
    const reason = `the command links to something of ${other.entity.resource.name} ${from}, which links cannot leave; sent with that of ${to}`;
    relaxation = { id: 'link-across-containers', reason };
    return moved;
  });
  return relaxation ? { body: text, relaxation } : undefined;
}
