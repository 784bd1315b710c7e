// Looks whether something has a member, or has it no more: in the list of its members or in what it shows of itself, and at the
// member's own address.
import type { JsonValue } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { isObject } from '../../../spec/is-object.js';
import { describeEntity, type Entity } from '../../plan/entities.js';
import type { Subject } from '../../plan/subject.js';
import { signature, writeTemplate } from '../../url/key-path.js';
import type { EntityProbe } from './entity-probe.js';
import type { LinkProbe } from './link-probe.js';
import { jsonBody, type Probe } from './probe.js';

export class MembershipProbe {
  constructor(
    private readonly probe: Probe,
    private readonly entities: EntityProbe,
    private readonly links: LinkProbe,
  ) {}

  /** @param stays another member */
  async member({ located, target }: Subject, there: boolean, stays: Entity | undefined): Promise<void> {
    if (!target) return;
    const { segments } = this.probe.one.operation;
    const { session, world } = this.probe.conversation;
    const list = session.suite.model.at('GET', signature(segments.slice(0, -1))).find(({ judged }) => judged);
    const keys = located.map(
      ({ entity, segment }) => [segments[segment]?.variable ?? '', world.keys(entity)[0] ?? null] as const,
    );
    const answer =
      list &&
      (await this.probe.get(
        session.target + writeTemplate(segments.slice(0, -1), new Map(keys)),
        list,
        `list the members beside ${describeEntity(target)}`,
      ));
    const members = list ? answer?.status === 200 && jsonBody(answer) : await this.shown(located.at(-2)?.entity);
    if (members !== undefined && members !== false) {
      await this.entities.listed(target, members, there);
      if (stays) await this.entities.listed(stays, members, true);
    }
    if (!there) await this.links.stays(target);
  }

  /** The members that something shows itself: a list of objects, called like their place in its address. */
  private async shown(around: Entity | undefined): Promise<JsonValue | undefined> {
    const kind = this.probe.one.operation.segments.at(-2)?.text ?? '';
    const read = around?.resource.retrieve;
    const told = read?.op.responses.find(({ status }) => status === '200')?.content[0]?.schema;
    const list = told && mergedSchema(read.api, told).properties?.[kind];
    const items = list && mergedSchema(read.api, list).items;
    if (!around || !read?.judged || !items || !mergedSchema(read.api, items).properties) return undefined;
    const answer = await this.probe.read(around);
    const thing = answer?.status === 200 ? jsonBody(answer) : undefined;
    const inside = isObject<JsonValue>(thing) ? thing[kind] : undefined;
    return Array.isArray(inside) ? inside : undefined;
  }
}
