// Looks whether something has a member, or has it no more: in the list of its members, and at the member's own address.

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
    if (answer?.status === 200) {
      await this.entities.listed(target, jsonBody(answer), there);
      if (stays) await this.entities.listed(stays, jsonBody(answer), true);
    }
    if (!there) await this.links.stays(target);
  }
}
