// What `--dry-run` prints: every case with the steps that prepare it, the request as documented, and what is expected.
import { many } from '../../spec/many.js';
import { describeEntity } from '../plan/entities.js';
import { describeGrant } from '../plan/granting.js';
import { withoutMarks } from '../plan/sent-files.js';
import type { Step } from '../plan/steps.js';
import type { Case } from '../plan/story.js';
import type { Suite } from '../plan/subject.js';
import { type CaseGroup, storiesOf } from '../plan/suite.js';

export function planText(suite: Suite, groups: CaseGroup[]): string {
  const stories = storiesOf(suite, groups);
  const lines = stories.flatMap((story) => [
    ...(story.impossible
      ? [...story.cases.map(caseLine), `  untested: ${story.impossible}`]
      : story.steps.flatMap(stepLines)),
    ...story.cases.filter((c) => c.skip).flatMap((c) => [caseLine(c), `  ${c.skip?.outcome}: ${c.skip?.reason}`]),
    ...(story.creates.length > 0 ? [`  remove  ${[...story.creates].reverse().map(describeEntity).join(', ')}`] : []),
  ]);
  const cases = stories.reduce((sum, s) => sum + s.cases.length, 0);
  return `${lines.join('\n')}${lines.length > 0 ? '\n\n' : ''}${many(cases, 'case')} in ${stories.length === 1 ? '1 story' : `${stories.length} stories`}; nothing was sent\n`;
}

function stepLines(step: Step): string[] {
  if (step.kind === 'enrol') return [`  enrol   an account for the story by ${step.operation.op.id}`];
  if (step.kind === 'keep') return [`  keep    ${step.operation.op.path} as it is, to put it back`];
  if (step.kind === 'create') return [`  create  ${describeEntity(step.entity)} by ${step.operation.op.id}`];
  if (step.kind === 'find') return [`  find    ${describeEntity(step.entity)} by ${step.operation.op.id}`];
  if (step.kind === 'link')
    return [`  link    ${describeEntity(step.from)} to ${describeEntity(step.to)} by ${step.operation.op.id}`];
  if (step.kind === 'token') return [`  token   for ${describeEntity(step.account)} by ${step.operation.op.id}`];
  if (step.kind === 'grant')
    return [`  grant   ${describeGrant(step.granting, step.granted)} by ${step.operation.op.id}`];
  const { request, expect, relaxations } = step.case;
  return [
    caseLine(step.case),
    `  send    ${request.method} ${request.path}${request.query}${request.body === undefined ? '' : `  ${withoutMarks(request.body).slice(0, 200)}`}`,
    `  expect  ${expect.statuses.join(' or ')} (${expect.because})${expect.effect ? `, then ${expect.effect}` : ''}`,
    ...relaxations.map((r) => `  relaxed ${r.id}: ${r.reason}`),
  ];
}

function caseLine(one: Case): string {
  return `${one.id}  ${one.level} ${one.kind}: ${one.title}${one.source ? `  (${one.source.file}:${one.source.line})` : ''}`;
}
