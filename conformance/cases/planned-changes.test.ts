// What the words of our own documents lead to: names that are left and links that are made anew, bodies that are called otherwise.
import { beforeAll, expect, it } from 'vitest';
import type { Case } from '../plan/story.js';
import { ownCases } from '../testing/own-cases.js';

let cases: Map<string, Case>;

beforeAll(() => {
  cases = ownCases();
}, 30_000);

it.each([
  ['story/updateBox-leaves-name/rename-back', '/__ctl/Box(Name=\'box3\') {"Name":"box1"}', '204'],
  ['story/partialUpdateAccount-leaves-name/create-another', '/__ctl/Account {"Name":"account1"}', '201'],
  ['derived/listRoleLinksAccount/form/listRoleLinksAccountAlias2/namesake', "Role('role1')/$links/_Account", '404'],
  ['story/linkAccount-apart/navigation-skip', "Account(Name='account1')/_Role?$orderby=Name&$skip=1", '200'],
  ['story/linkAccount-after-rename/link', '$links/_Role {"uri":"…Role(Name=\'role3\',_Box.Name=\'box1\')"}', '204'],
  ['story/updateAccountLinks-beside/relink-same', "/$links/_Role(Name='role2',_Box.Name='box1') {", '4XX'],
  ['story/partialUpdateRole-moves-beside/update', '{"_Box.Name":"box2"}', '409'],
  ['derived/createAccount/nothing-in-it/Status', '"Status":""', '400'],
  ['derived/createAccount/range-inside/alone-1/1/IPAddressRange', '"256.0.2.10"', '400'],
  ['derived/createAccount/range-inside/alone-2/2/IPAddressRange', '"198.51.100.0/33"', '400'],
  ['story/retrieveRole-media-of-one/other-format', "Role(Name='role1',_Box.Name='box1')?$format=atom", '200'],
  ['story/createRole-untyped', '/__ctl/Role {"Name":"role1"', '201'],
  ['story/partialUpdateRole-charset', "Role(Name='role1',_Box.Name='box1') {", '204'],
  ['story/updateRole-other-content-type', "Role(Name='role1',_Box.Name='box1') {", '204'],
  ['derived/updateAccountLinks/other-kind', '{"uri":"https://cell1.unit1.example/__ctl/Account(', '400'],
  ['derived/partialUpdateAccount/number/Status', '"Status":1234567', '400'],
  ['story/listRoleLinksAccount-of-two-kinds/expand', '$expand=_Account,_ExtCell', '200'],
  ['derived/createAccount/unknown-case', '{"Name":"account1","type":"basic"}', '400'],
  ['derived/createObjViaBoxNpRole/number/Name', '"Name":1234567', '400'],
  ['story/listRole-queries/filter-brackets-first', '?$filter=((', '200'],
])('%s', (id, asks, status) => {
  const one = cases.get(id) as Case;
  const { path, query, body } = one.request;
  for (const part of asks.split('…')) expect(`${path}${query} ${body}`).toContain(part);
  expect(one.expect.statuses).toContain(status);
});
