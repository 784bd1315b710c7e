// What the words of our own documents lead to: the cases that are planned for them, and what each of them asks.
import { beforeAll, expect, it } from 'vitest';
import type { Case } from '../plan/story.js';
import { ownCases } from '../testing/own-cases.js';

let cases: Map<string, Case>;

beforeAll(() => {
  cases = ownCases();
}, 30_000);

it.each([
  [
    'story/linkRoleBox-second-owner',
    '/$links/_Box {"uri":"https://cell1.unit1.example/__ctl/Box(Name=\'box2\')"}',
    '409',
  ],
  [
    'story/linkBoxRole-second-owner',
    "Box(Name='box2')/$links/_Role {\"uri\":\"…Role(Name='role1',_Box.Name='box1')\"}",
    '409',
  ],
  ['story/createObjViaRelationNpExtRole-same-owner/create', '"_Relation.Name":"relation2"', '400'],
  ['derived/oAuth2TokenEndpoint/password/spaced', 'grant_type=password', '400'],
  ['story/listRole-queries/filter-more', encodeURIComponent("Name eq 'a' 'b'"), '400'],
  ['story/listRole-queries/filter-unclosed', encodeURIComponent("Name eq 'a"), '400'],
  ['story/listRole-queries/filter-unknown-operator', encodeURIComponent("Name docproof 'a'"), '400'],
  ['derived/retrieveRole/if-none-match/current', "Role(Name='role1',_Box.Name='box1')", '304'],
  ['story/unlinkRoleBox-taken', "Role(Name='role1',_Box.Name='box1')/$links/_Box(Name='box1')", '409'],
  ['story/linkRoleBox-parted/delete', "Role(Name='role1',_Box.Name='box1')", '409'],
  ['story/deleteCell-with-createRole/delete-all', "Cell(Name='cell1')", '204'],
  ['derived/createBox/truth/Name', '{"Name":true}', '400'],
  ['derived/createRole/pair-of-units/Name', '"Name":"role1🎈"', '400'],
  ['derived/createRole/limit-far-above/Name', `"Name":"role${'1'.repeat(1996)}"`, '400'],
  ['derived/createAccount/nothing-in-it/Type', '"Type":""', '400'],
  ['derived/createAccount/character/#/Name', '"Name":"account1#account1"', '400'],
  ['derived/createExternalCell/percent-inside/Url', '"Url":"https://cell2.unit1.example/A%20b/"', '201'],
  ['story/deleteBox-with-createRole/still-there', "Role(Name='role1',_Box.Name='box1')", '200'],
  ['story/updateAccount-clash/update', '"Name":"account2","Type":"oidc:google"', '409'],
  ['story/createAccount-shut/opened-Status-passwordChangeRequired-login', 'username=account7', '200'],
  ['story/updateCell-with-role/list', encodeURIComponent("Name eq 'cell3'"), '200'],
  ['story/updateCell-login/login', '/cell3/__token grant_type=password', '200'],
  ['story/createObjViaRoleNpRelation-several/create-another', '/_Relation {"Name":"relation2"}', '201'],
  ['story/createObjViaRoleNpRelation-several/list', "Role(Name='role1',_Box.Name='box1')/_Relation", '200'],
  ['story/createObjViaRelationNpExtRole-several/create-another', '"_Relation._Box.Name":"box1"', '201'],
  ['story/createExternalCell-beside/create-other', '{"Url":"https://cell3.unit1.example/"}', '201'],
  ['derived/linkAccount/key-of-link', "/$links/_Role(Name='role1',_Box.Name='box1') {", '4XX'],
  ['derived/updateAccountLinks/no-key-of-link', "Account(Name='account1')/$links/_Role {", '4XX'],
  ['derived/updateAccountLinks/missing-target', '/$links/_Role(', '400'],
  ['derived/listRole/unknown-name', '/__ctl/RoleDocproof', '4XX'],
  ['derived/listObjViaBoxNpRole/unknown-name', '/_RoleDocproof', '4XX'],
  ['derived/listRole/put', '/__ctl/Role {"Name":"role1"', '4XX'],
  ['story/listRole-by-owner/orderby', '?$orderby=_Box.Name', '200'],
  ['story/listRole-by-owner-or-none/filter-null', encodeURIComponent('_Box.Name eq null'), '200'],
  ['story/retrieveRole-expand-all/all', encodeURIComponent('_ExtCell,_Relation,_ExtRole'), '200'],
  ['story/listBox-expand-limit/most', `?$expand=${encodeURIComponent('_Role,_Relation')}`, '200'],
  ['story/listRole-expand-limit/beyond', encodeURIComponent('_Account,_ExtCell,_Relation'), '400'],
  ['story/retrieveBox-expand-long/long', "Box('box1')?$expand=_Role", '200'],
  ['story/listBox-expand-long/long', '/__ctl/Box?$expand=_Role', '200'],
  ['story/listBox-queries/skip-none', '?$skip=0', '200'],
  ['story/listBox-queries/q-null', '?q=null', '200'],
  ['story/listBox-queries/filter-empty', encodeURIComponent("Schema eq ''"), '200'],
  ['story/listCell-queries/filter', encodeURIComponent("Name eq 'cell3'"), '200'],
  ['story/linkAccount-apart/navigation-order-desc', encodeURIComponent('Name desc'), '200'],
  ['story/linkRoleAccount-moved/move', '{"_Box.Name":"box2"}', '204'],
  ['story/createAccount-marked-name/login', 'username=account1%3D%21%24%40%7E%5E%7C%7B%7D', '200'],
  ['story/linkAccount-crossed/unlink', "Role(Name='role1',_Box.Name='box1')/$links/_Account(Name='account1')", '204'],
  ['story/linkAccount-apart/link-third', "Role(Name='role3',_Box.Name='box1')", '204'],
  ['derived/oAuth2TokenEndpoint/grant-in-capitals', 'grant_type=PASSWORD', '400'],
  ['derived/oAuth2TokenEndpoint/beyond/expires_in/1.5', 'expires_in=1.5', '400'],
  ['derived/createBox/own-field/__published', '"__published":"/Date(1)/"', '400'],
  ['derived/partialUpdateRelation/null/Name', '{"Name":null', '400'],
  ['derived/createExternalCell/scheme-inside-http/Url', '{"Url":"http://cell2.unit1.example/"}', '201'],
  ['derived/createExternalRole/scheme-inside-urn/ExtRole', '"ExtRole":"urn:x-docproof:A1"', '201'],
  ['story/partialUpdateBox-once-Schema/update', '"Name":"box1","Schema":"https://app1.unit1.example/"', '409'],
  ['derived/retrieveRole/form/percent-encoded', "/Role(Name='r%6fle1',_Box.Name='box1')", '200'],
  ['derived/deleteRole/form/key-order', "/cell1/__ctl/Role(_Box.Name='box1',Name='role1')", '204'],
  ['derived/createExternalCell/unusual-key/Url', '{"Url":"https://cell2.unit1.example/it\'s/"}', '4XX'],
  ['derived/createBox/malformed-json/behind', '{"Name":"box1"} x', '400'],
  ['derived/createBox/body-null', '/__ctl/Box null', '400'],
  ['derived/createBox/list/Name', '{"Name":["box1"]}', '400'],
  ['derived/createAccount/own-field/Cell', '"Cell":"docproof"', '400'],
  ['story/deleteCell-with-createAccount/delete', '/__ctl/Cell(', '409'],
  ['derived/listBox/method-override/read', '/__ctl/Box', '200'],
  ['derived/retrieveBox/if-none-match/other', '/__ctl/Box(', '200'],
  ['derived/createBox/no-slash/Schema', '"Schema":"https://app1.unit1.example"', '400'],
  ['derived/createAccount/range-inside/1/IPAddressRange', '"256.0.2.10,198.51.100.0/24"', '400'],
  ['derived/createAccount/range-inside/2/IPAddressRange', '"192.0.2.10,198.51.100.0/33"', '400'],
  ['derived/createAccount/other-letters/Status', '"Status":"ACTIVE"', '400'],
  ['derived/createBox/unknown-null', '"docproofUnknown":null', '400'],
  ['derived/createObjViaRoleNpBox/unknown-field', '/_Box {"Name":"box2","docproofUnknown":"x"}', '400'],
  ['derived/retrieveRole/near-key/wild', "Role(Name='role_',_Box.Name='box1')", '404'],
  ['derived/retrieveBox/near-key/empty', "Box('box1')", '404'],
  ['derived/retrieveBox/near-key/behind', "Box('box1')", '400'],
  ['derived/retrieveRole/near-key/quoted-null', "Role(Name='role1',_Box.Name=null)", '404'],
  ['derived/retrieveExternalRole/near-key/quoted-null', "_Relation.Name='relation1',_Relation._Box.Name=null)", '404'],
  ['derived/retrieveRelation/form/plain-plus', "Relation(Name='relation1%2B1',_Box.Name='box1')", '200'],
  ['derived/createRole/word/null/Name', '{"Name":"null"', '201'],
  ['story/createBox-numbers/create-other', '{"Name":"07"}', '201'],
  ['story/createBox-long-names/create-other', `{"Name":"box1${'a'.repeat(96)}c${'a'.repeat(26)}"}`, '201'],
  ['story/role-createRole/create-again', '"Name":"role1"', '201'],
  ['story/deleteCell-with-createRole/gone', "Role(Name='role1',_Box.Name='box1')", '404'],
  ['story/updateAccount-password-marks/login', 'grant_type=password', '200'],
  ['story/createObjViaBoxNpRole-other-owner/create', '/Box(\'box1\')/_Role {"Name":"role1","_Box.Name":"box2"}', '201'],
  ['story/updateBox-own-Schema/update', '"Name":"box1","Schema":"https://app1.unit1.example/"', '204'],
  ['story/listObjViaBoxNpRole-by-Schema/its-own', "Box(Name='box1',Schema='urn%3Ax-docproof%3A1')/_Role", '200'],
  ['story/listObjViaBoxNpRole-by-Schema/another', "Box(Name='box1',Schema='urn%3Ax-docproof%3A2')/_Role", '404'],
  ['story/listObjViaBoxNpRole-by-Schema/its-former', "Box(Name='box1',Schema='urn%3Ax-docproof%3A1')/_Role", '404'],
  ['story/createObjViaRoleNpAccount-login/login', 'grant_type=password&username=account1', '200'],
  ['story/listAccount-word/inside', '?q=oidc%3Agoogle', '200'],
  ['story/listBox-queries/q-not-in-address', '?q=__ctl', '200'],
  ['story/oAuth2TokenEndpoint-counts/after-login', 'grant_type=password', '200'],
  ['story/cellAcl-everybody/without-token', '/__ctl/Role', '200'],
  ['story/cellAcl-everybody/taken-back', '/__ctl/Role', '401'],
  ['story/listBoxLinksRole-by-Schema/another', "Box(Name='box1',Schema='urn%3Ax-docproof%3A2')/$links/_Role", '404'],
  ['story/linkBoxRole-by-Schema/its-own', "Box(Name='box1',Schema='urn%3Ax-docproof%3A1')/$links/_Role", '204'],
  ['story/unlinkBoxRole-by-Schema/another', "Schema='urn%3Ax-docproof%3A2')/$links/_Role(Name='role1'", '404'],
  ['story/updateBoxLinksRole-by-Schema/its-own', "Schema='urn%3Ax-docproof%3A1')/$links/_Role(Name='role1'", '204'],
  ['story/createObjViaBoxNpRole-by-Schema/another', "Box(Name='box1',Schema='urn%3Ax-docproof%3A2')/_Role {", '404'],
  ['story/updateBox-with-role-linked/partner', "/__ctl/Account(Name='account1')", '200'],
  ['derived/listBox/query-beside/$top/100', '?$expand=_Role&$top=100', '200'],
  ['derived/listBox/query-beside/$top/101', '?$expand=_Role&$top=101', '400'],
  ['derived/createAccount/other-addresses/IPAddressRange', '"IPAddressRange":"2001:db8::1"', '400'],
  ['derived/createAccount/separator/Type', '"Type":"oidc:google,oidc:google"', '400'],
  ['story/oAuth2TokenEndpoint-renewal-refused/astray-assertion', '&assertion=issued', '400'],
  ['story/oAuth2TokenEndpoint-renewal/with-p_cookie', '&p_cookie=true', '200'],
  ['derived/listBox/query-longest/q', `?q=${'a'.repeat(255)}`, '200'],
  ['story/oAuth2TokenEndpoint-cookie/beside-token', '?p_cookie_peer=docproof-none', '200'],
  ['story/createBox-once-Schema/create-again', '"Name":"box2","Schema":"https://app1.unit1.example/"', '201'],
  ['story/createObjViaRoleNpBox-new-owner/found', "Role(Name='role1',_Box.Name='box2')", '200'],
  [
    'derived/listRelationLinksExtRole/not-made',
    '/$links/_ExtRole {"uri":"https://cell1.unit1.example/__ctl/ExtRole(',
    '4XX',
  ],
  ['story/createAccount-shut/opened', '"Status":"active"', '204'],
  ['story/createAccount-shut/opened-login', 'grant_type=password', '200'],
  ['derived/oAuth2TokenEndpoint/missing/username', 'grant_type=password&password=password1', '400'],
  ['derived/oAuth2TokenEndpoint/no-address/p_target', '&p_target=docproof', '400'],
  ['derived/oAuth2TokenEndpoint/unread/client_secret', '&client_secret=docproof-none', '200'],
  ['derived/oAuth2TokenEndpoint/without/p_cookie', '&p_cookie=false', '200'],
  ['story/createRole-media/other-format', '?$format=atom', '200'],
  ['derived/oAuth2TokenEndpoint/as-json', 'grant_type=password', '400'],
  ['story/oAuth2TokenEndpoint-counts/after-failure', 'grant_type=password', '400'],
  ['story/createAccount-shut/Status-passwordChangeRequired-login', 'username=account4', '401'],
  ['derived/linkRoleAccount/uri/elsewhere', '{"uri":"https://cell2.unit1.example/__ctl/Account(', '404'],
  ['derived/linkAccount/uri/key-order', "Role(_Box.Name='box1',Name='role1')", '204'],
  ['derived/createExternalRole/missing-reference/_Relation.Name/namesake', '"_Relation.Name":"relation1"}', '400'],
  ['story/linkAccount/replace', '{"Name":"account1"}', '204'],
  ['story/listBox-queries/top-empty', '?$top=', '400'],
  ['story/listBox-queries/filter-given', encodeURIComponent('Name ne null'), '200'],
  ['story/listAccount-queries/q-two-values', 'q=basic%20account1', '200'],
  ['derived/createBox/scheme-inside-urn/Schema', '"Schema":"urn:x-docproof:A1"', '201'],
  ['derived/createAccount/encoded-inside/Name', '"Name":"account1^`{|}1"', '201'],
  ['derived/createRelation/first-inside/+/Name', '"Name":"+relation1"', '201'],
  ['derived/createRole/last-inside/Name', '"Name":"role1-"', '201'],
  ['derived/createRole/duplicate-of-nobody', '{"Name":"role1"}', '409'],
  ['derived/createRole/no-body', '/__ctl/Role', '400'],
  ['derived/listBox/query-too-long/q', `?q=${'a'.repeat(256)}`, '400'],
  ['derived/updateAccount/if-match/at-once', '"Name":"account1","Type":"basic oidc:google"', '412'],
  ['story/updateAccount-replaces/create', '"Status":"deactivated"', '201'],
  [
    'story/listBox-queries/filter-brackets',
    encodeURIComponent("Name ne 'box2' and (Name eq 'box1' or Name eq 'box2')"),
    '200',
  ],
  [
    'story/listBox-queries/filter-three',
    encodeURIComponent("Name eq 'box1' or Name eq 'box2' or Name eq 'box3'"),
    '200',
  ],
  ['story/listBox-queries/orderby-unknown', encodeURIComponent('docproof,Name desc'), '200'],
  ['story/listBox-queries/select-unknown', `?$select=${encodeURIComponent('docproof,Name')}`, '200'],
  ['story/listBox-queries/filter-startswith-null', encodeURIComponent("startswith(Schema,'docproof')"), '200'],
  ['derived/updateRole/missing-reference/_Box.Name', '"_Box.Name":"box2"', '400'],
  ['derived/updateExternalRole/missing-reference/_Relation.Name', '"_Relation.Name":"relation2"', '400'],
  ['story/listBox-queries/q-filter', `?q=docproofnowhere&$filter=${encodeURIComponent("Name eq 'box1'")}`, '200'],
  ['story/listBox-queries/q-property', '?q=Schema', '200'],
  ['story/listBox-queries/q-not-searched', '?q=CellCtl', '200'],
  ['story/listRole-page/filter-last', 'role26', '200'],
  ['story/listRole-queries/orderby-updated-desc', '__updated%20desc', '200'],
  ['story/listAccount-queries/q-other', '?q=basic', '200'],
  ['story/listAccount-queries/select-filter', `?$select=Name&$filter=${encodeURIComponent("Type eq 'basic'")}`, '200'],
  ['story/listBox-queries/filter-and-three', encodeURIComponent("and Name ne 'box3' and Name ne 'box2'"), '200'],
  ['story/listBox-queries/filter-words', encodeURIComponent("Name ne 'docproof, (none) or Name eq null'"), '200'],
  ['story/linkAccount-apart/navigation-expand', "Account(Name='account1')/_Role?$expand=_Account", '200'],
  ['story/linkAccount-apart/listed-once', `/__ctl/Account?$filter=${encodeURIComponent("Name eq 'account1'")}`, '200'],
  ['story/listRole-page/links-of-Box', "Box(Name='box1')/$links/_Role ", '200'],
  ['story/deleteCell-with-createRole/delete-not-all-after-all', "Cell(Name='cell1')", '409'],
  ['story/linkAccount-at-once/link', "Account('account1')/$links/_Role {", '409'],
  ['story/createRole-in-two/create-elsewhere', '/cell2/__ctl/Role {"Name":"role1"', '201'],
  [
    'derived/oAuth2TokenEndpoint/with/p_cookie-and-p_target',
    'p_cookie=true&p_target=https%3A%2F%2Fdocproof.example',
    '400',
  ],
  ['story/partialUpdateRole-frees/update', '{"_Box.Name":null}', '204'],
  ['story/retrieveRole-expand-nothing/Box', "Role(Name='role1',_Box.Name=null)?$expand=_Box", '200'],
  ['story/createRole-in-two/stays', "/cell1/__ctl/Role(Name='role1'", '200'],
  ['story/linkAccount-crossed/entities', "/Role(Name='role1',_Box.Name='box1')/_Account ", '200'],
  ['story/linkAccount-crossed/link-back', "/Role(Name='role1',_Box.Name='box1')/$links/_Account ", '409'],
  ['story/listRoleLinksAccount-of-two-kinds/unlink', "/$links/_Account(Name='account2')", '204'],
  ['story/listRoleLinksAccount-of-two-kinds/other-kind-after-unlink', '/$links/_ExtCell ', '200'],
  ['story/listRoleLinksAccount-of-two-kinds/links', "Role(Name='role1',_Box.Name='box1')/$links/_Account", '200'],
  ['derived/deleteRole/form/deleteRoleAlias2/namesake', "/Role('role1')", '404'],
  ['derived/updateRelation/beside-namesake', "Relation(Name='relation1',_Box.Name='box1') {", '204'],
  ['derived/linkAccount/beside-namesake', "Role(Name='role1',_Box.Name='box1')", '204'],
  ['derived/createRelation/name-of-another', '{"Name":"relation1"', '201'],
  ['derived/listCell/no-privilege', '/__ctl/Cell', '403'],
  ['derived/partialUpdateAccount/limit-below/X-Personium-Credential', '{"Name":"account2"}', '400'],
  ['derived/updateAccount/header-override/X-Personium-Credential', '"Name":"account2"', '400'],
  ['derived/createAccount/prefixes-inside/IPAddressRange', '"192.0.2.10/32,203.0.113.128/25"', '201'],
  ['derived/createRole/limit-least/Name', '{"Name":"0"', '201'],
  ['story/updateBox-gives-up-Schema/create-another', '"Name":"box2","Schema":"https://app1.unit1.example/"', '201'],
  ['story/deleteAccount-login/empty-password', 'grant_type=password', '400'],
  ['story/oAuth2TokenEndpoint-counts/after-wrong-other', 'username=account1', '200'],
  ['story/listAccount-queries/select-orderby', `?$select=Type&$orderby=${encodeURIComponent('Name desc')}`, '200'],
])('%s', (id, asks, status) => {
  const one = cases.get(id) as Case;
  const { path, query, body } = one.request;
  for (const part of asks.split('…')) expect(`${path}${query} ${body}`).toContain(part);
  expect(one.expect.statuses).toContain(status);
});

it('no link is kept that the keys of its ends rule out', () => {
  const id = 'derived/updateRoleLinksBox/missing-target';
  const command = "/Role(Name='role1',_Box.Name='box1')/$links/_Box('box1')";
  const another = ownCases((text) => text.replace(command, command.replace("('box1')", "('box3')")));
  expect([cases.has(id), another.has(id)]).toEqual([false, false]);
  expect(another.size).toBeGreaterThan(0);
});

it('a cookie is sent without, and with something else than, what was given along with it', () => {
  const told = ['cookie-alone', 'cookie-other-peer', 'cookie-beside-bad', 'cookie'].map((step) => {
    const { auth, cookie, level, expect: wanted } = cases.get(`story/oAuth2TokenEndpoint-cookie/${step}`) as Case;
    return [auth, cookie?.field, level, wanted.statuses];
  });
  expect(told).toEqual([
    ['cookie-alone', 'p_cookie', 'MUST', ['401']],
    ['cookie-other-peer', 'p_cookie', 'MUST', ['401']],
    ['cookie-beside-bad', 'p_cookie', 'MUST', ['401']],
    ['cookie', 'p_cookie', 'SHOULD', ['403']],
  ]);
});

it('an account is opened with its password named, which an update without may not keep', () => {
  const { request } = cases.get('story/createAccount-shut/opened') as Case;
  expect(request.headers['X-Personium-Credential']).toBe('password1');
});

it('what is made through something that is missing is not made', () => {
  const { expect: wanted, absent } = cases.get('derived/createObjViaRoleNpAccount/missing-entity') as Case;
  expect([wanted.statuses, wanted.effect, absent?.map((e) => e.resource.name)]).toEqual([
    ['404'],
    'not-created',
    ['Role'],
  ]);
});

it('a selection keeps what the documents say is always there', () => {
  const always = ['__metadata', '__published', '__updated'];
  expect(cases.get('story/listBox-queries/select')?.list?.keeps).toEqual(always);
  expect(cases.get('story/retrieveBox-select/name')?.list?.keeps).toEqual(always);
  // What an entity leads to is no property: a selection of all need not show it.
  expect(cases.get('story/listBox-queries/select-all')?.expect.response).toBe(false);
});

it('what the path of a create says already is judged nowhere in its body', () => {
  const judged = (operation: string): string[] =>
    [...cases.keys()].filter((id) => id.startsWith(`derived/${operation}/limit-above/`));
  expect(judged('createObjViaBoxNpRole')).toEqual(['derived/createObjViaBoxNpRole/limit-above/Name']);
  expect(judged('createObjViaRoleNpRelation').map((id) => id.split('/').at(-1))).toEqual(['Name', '_Box.Name']);
});

it('a link that is put in place of another leaves a third, and links that go with a delete do not keep it', () => {
  const { expect: wanted, about } = cases.get('story/updateRoleLinksAccount-beside/relink') as Case;
  expect([wanted.effect, about?.keys]).toEqual(['relinked', ['account2']]);
  expect((cases.get('story/linkRoleAccount-parted/delete') as Case).expect.statuses).toEqual(['204']);
});
