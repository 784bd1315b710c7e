// Requests of the oracle after a case, and what they find: each finding knows the exchange that shows it.
import type { JsonValue } from '../../../spec/contract/api.js';
import type { Finding } from '../../assess/answer.js';
import { answerJson } from '../../assess/answer-json.js';
import type { JsonObject } from '../../assess/entity-in.js';
import { describeEntity, type Entity } from '../../plan/entities.js';
import { requiredHeaders, requiredQuery } from '../../plan/prerequisite.js';
import type { Operation } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import type { HttpAnswer } from '../../send/http.js';
import { caseFinding } from '../case-finding.js';
import type { Conversation } from '../conversation.js';
import { isPutOff, RateLimited } from '../rate-limited.js';
import { readSingle } from '../singles.js';

export interface Placed {
  finding: Finding;
  /** Counted from the case's own exchange: 0 is the case, 1 the first probe. */
  exchange: number;
}

/** The findings about a case so far, and how to ask for more. */
export class Probe {
  readonly findings: Placed[] = [];
  private sent = 0;

  constructor(
    readonly conversation: Conversation,
    readonly one: Case,
  ) {}

  /** Of what the answer to the case itself shows. */
  addAtCase(id: string, ok: boolean, expected: string, actual: string): void {
    this.findings.push({ finding: caseFinding(this.one, id, ok, expected, actual), exchange: 0 });
  }

  add(id: string, ok: boolean, expected: string, actual: string, level = this.one.level): void {
    const finding = { ...caseFinding(this.one, id, ok, expected, actual), level };
    this.findings.push({ finding, exchange: this.sent });
  }

  async get(url: string, operation: Operation, title: string, auth?: Case['auth']): Promise<HttpAnswer | undefined> {
    const accept = operation.op.responses.find((r) => r.status.startsWith('2'))?.content[0]?.type;
    const required = requiredHeaders(this.conversation.session.suite, operation);
    const headers = accept ? { ...required, Accept: accept } : required;
    const request = this.conversation.filled(operation, { method: 'GET', url, headers }, auth ? { auth } : {});
    if ('missing' in request) return undefined;
    this.sent++;
    const answer = await this.conversation.exchange(request, 'probe', title);
    if (isPutOff(answer)) throw new RateLimited(answer.status);
    return answer;
  }

  /** What there is one of, as far as a change of it may set it. */
  async readSingle(operation: Operation): Promise<JsonObject | undefined> {
    this.sent++;
    const now = await readSingle(this.conversation, operation, 'probe');
    return typeof now === 'string' ? undefined : now;
  }

  /** Reads an entity again, by the retrieve operation of the judged spec only. */
  async read(entity: Entity, auth?: Case['auth']): Promise<HttpAnswer | undefined> {
    const { retrieve } = entity.resource;
    if (!retrieve?.judged) return undefined;
    const { world, session } = this.conversation;
    const url = session.target + world.itemPath(entity) + requiredQuery(retrieve);
    return this.get(url, retrieve, `read ${describeEntity(entity)}`, auth);
  }
}

export function jsonBody(answer: Pick<HttpAnswer, 'body'>): JsonValue | undefined {
  return answerJson(answer.body);
}
