// What a page's one command tells of the other things that the page is about.
import { expect, it } from 'vitest';
import { suiteOf } from '../plan/suite.js';
import { loadText } from '../testing/certify-fake.js';
import { ownSpec } from '../testing/own-cases.js';
import { baseRequest } from './base-request.js';

/** Our own documents with no command for any of these. */
function requestFor(id: string, ...others: string[]): string | undefined {
  const api = loadText(ownSpec());
  for (const op of api.operations) if ([id, ...others].includes(op.id)) delete op.docs.cases;
  const suite = suiteOf(api);
  const operation = suite.model.operations.find(({ op }) => op.id === id);
  const request = operation && baseRequest(suite, operation);
  return request && [request.method, `${request.path}${request.query}`, request.body ?? ''].join(' ').trimEnd();
}

const AT = 'https://cell1.unit1.example/__ctl/';

it.each([
  ['listRoleLinksRelation', "GET /cell1/__ctl/Role(Name='role1',_Box.Name='box1')/$links/_Relation"],
  ['listObjViaRelationNpExtRole', "GET /cell1/__ctl/Relation(Name='relation1',_Box.Name='box1')/_ExtRole"],
  [
    'linkRoleRelation',
    `POST /cell1/__ctl/Role(Name='role1',_Box.Name='box1')/$links/_Relation {"uri":"${AT}Relation(Name='relation1',_Box.Name='box1')"}`,
  ],
  ['linkRoleBox', `POST /cell1/__ctl/Role(Name='role1')/$links/_Box {"uri":"${AT}Box('box1')"}`],
  ['linkBoxRelation', `POST /cell1/__ctl/Box('box1')/$links/_Relation {"uri":"${AT}Relation(Name='relation1')"}`],
  ['unlinkRoleAccount', "DELETE /cell1/__ctl/Role(Name='role1',_Box.Name='box1')/$links/_Account('account1')"],
  [
    'createObjViaRelationNpExtCell',
    'POST /cell1/__ctl/Relation(Name=\'relation1\',_Box.Name=\'box1\')/_ExtCell {"Url":"https://cell2.unit1.example/"}',
  ],
  [
    'updateRelationLinksExtCell',
    "PUT /cell1/__ctl/Relation(Name='relation1',_Box.Name='box1')/$links/_ExtCell('https%3A%2F%2Fcell2.unit1.example%2F') " +
      `{"uri":"${AT}ExtCell('https%3A%2F%2Fcell3.unit1.example%2F')"}`,
  ],
  // It would be another one by then.
  ['updateRelationLinksBox', undefined],
  ['createBox', undefined],
])('%s is called like another of its page', (id, wanted) => {
  expect(requestFor(id)).toBe(wanted);
});

it('is not called where no other of its page has a command, nor what is asked of it', () => {
  expect(requestFor('linkRoleRelation', 'linkRoleBox', 'linkRoleAccount', 'linkRoleExtCell', 'linkRoleExtRole')).toBe(
    undefined,
  );
  expect(
    requestFor('linkRoleRelation', 'retrieveRelation', 'updateRelation', 'partialUpdateRelation', 'deleteRelation'),
  ).toBe(undefined);
});

it('is not called where a key names what it would be linked with, and always does', () => {
  const api = loadText(ownSpec());
  const op = api.operations.find(({ id }) => id === 'linkRelationExtCell');
  if (!op) throw new Error('the spec has no such link');
  delete op.docs.cases;
  const asked = (): unknown => {
    const suite = suiteOf(api);
    const operation = suite.model.operations.find((one) => one.op === op);
    return operation && baseRequest(suite, operation)?.path;
  };
  expect(asked()).toContain('/$links/_ExtCell');
  op.path = op.path.replace('_ExtCell', '_ExtRole');
  expect(asked()).toBe(undefined);
});
