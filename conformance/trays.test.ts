// Servers with things in containers that have lists of their own: a right one, and each that is wrong in one way.
import { expect, it } from 'vitest';
import { failures } from './testing/certify-fake.js';
import { certifyHandler } from './testing/certify-handler.js';
import { TRAYS, traysHandler, type WrongTray } from './testing/trays-server.js';

const ABOUT = /[tT]ray|listPages|case\/addLedger/;

it('a right server is accused of nothing, and whatever can be made is asked for', async () => {
  const run = await certifyHandler(TRAYS, traysHandler());
  const cases = run.cases.filter(({ id }) => ABOUT.test(id));
  expect(cases.filter(({ outcome }) => outcome !== 'passed').map(({ id, reason }) => [id, reason])).toEqual([]);
  expect(cases.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'case/addTray',
      'case/addLedger',
      'case/listPages',
      'story/privileges/tray-look/lookAtTray/withdrawn/lookAtTray',
      'story/privileges/tray-mark/markTray/taken-back/refused',
      'story/markTray-marked/removed-shown',
      'story/addTray-collected/gone',
      'story/listTray-shown/set-anew',
      'story/listTray-seen/without',
      'story/listTray-refused/still-granted',
    ]),
  );
});

it.each<[WrongTray, string]>([
  ['shows-no-list', 'story/listTray-shown/set'],
  ['shows-list-to-all', 'story/listTray-seen/without'],
  ['everybody-looks', 'story/privileges/tray-look/lookAtTray/refused/lookAtTray'],
  ['marking-stays', 'story/privileges/tray-mark/markTray/taken-back/refused'],
  ['no-ledgers', 'case/listPages'],
  ['forgets-marks', 'story/markTray-marked/set-shown'],
  ['keeps-marks', 'story/markTray-marked/removed-shown'],
  ['makes-nothing', 'story/addTray-collected/shown'],
  ['makes-twice', 'story/addTray-collected/make-again'],
])('a server that %s is caught by %s', async (wrong, id) => {
  const run = await certifyHandler(TRAYS, traysHandler(wrong), id);
  expect(Object.keys(failures(run))).toContain(id);
});
