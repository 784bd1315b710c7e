// Stories of members: put into something, twice, beside another one, and taken out again.
import { entityOf } from '../../plan/entities.js';
import type { Operation } from '../../plan/resources.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { writeTemplate } from '../../url/key-path.js';
import { baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { plainHeaders, Telling } from '../lifecycle/stories.js';
import { refused } from '../refusal.js';
import { varied } from '../varied.js';

export function membershipGroups(suite: Suite): CaseGroup[] {
  return suite.model.operations.flatMap((operation) =>
    operation.membership === 'joins' && operation.judged ? joined(suite, operation) : [],
  );
}

function joined(suite: Suite, join: Operation): CaseGroup[] {
  const base = baseRequest(suite, join);
  const part = suite.model.at('DELETE', join.signature).find(({ judged }) => judged);
  if (!base || !part) return [];
  const telling = new Telling(`story/${join.op.id}`);
  telling.add('join', join, base, expectation(join.op, join));
  // RFC 9110, section 9.2.2: PUT is idempotent.
  telling.add('join-again', join, base, expectation(join.op, join));
  const [first] = telling.cases;
  const member = first && subjectOf(suite, first).target;
  const [key, ...others] = member?.keys ?? [];
  const name = key == null ? undefined : varied(suite, key, 2)[1];
  const request = { ...base, method: 'DELETE', headers: plainHeaders(base) };
  const end = join.segments.at(-1)?.variable;
  if (member && name !== undefined && end !== undefined) {
    const another = entityOf(member.resource, [name, ...others], member.parents);
    const located = first ? subjectOf(suite, first).located : [];
    const path = writeTemplate(
      join.segments,
      new Map([
        ...located.flatMap(({ entity, segment }) => {
          const variable = join.segments[segment]?.variable;
          return variable === undefined ? [] : [[variable, entity.keys[0] ?? null] as const];
        }),
        [end, name],
      ]),
    );
    telling.add('join-another', join, { ...base, path }, expectation(join.op, join), { exists: [another] });
    const needs = telling.cases.filter((one) => !one.id.endsWith('again')).map(({ id }) => id);
    telling.add('part', part, request, expectation(part.op, part), { about: another, needs });
  } else telling.add('part', part, request, expectation(part.op, part));
  const parted = telling.cases.at(-1);
  if (first && parted && part.op.responses.some(({ status }) => status === '404'))
    telling.add('part-again', part, request, refused(part, ['404'], 'it was taken out'), {
      needs: [first.id, parted.id],
    });
  return telling.group();
}
