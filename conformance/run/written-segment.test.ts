import { expect, it } from 'vitest';
import { suiteOf } from '../plan/suite.js';
import { loadText } from '../testing/certify-fake.js';
import { parsePath } from '../url/key-path.js';
import { writtenSegment } from './written-segment.js';

const KITES = `
openapi: 3.2.0
info: { title: Kites, version: '1' }
x-docproof: { version: 1, keySyntax: odata }
paths:
  /Kite(Name='{Name}',Club='{Club}'):
    get:
      operationId: getKite
      parameters: [{ name: Name, in: path, required: true, schema: {} }, { name: Club, in: path, required: true, schema: {} }]
      responses: { '200': { description: '' } }
`;

it.each([
  ["Kite(Name='kite1',Club='club1')", 'club2', "Kite(Name='kite7',Club='club2')"],
  ["Kite(Club='club1',Name='kite1')", null, "Kite(Club=null,Name='kite7')"],
  ["Kite(Name='%6Bite1',Club='club1')", 'club1', "Kite(Name='%6Bite7',Club='club1')"],
  ["Kite(Name='k%69te1',Club='club1')", 'club1', "Kite(Name='k%69te7',Club='club1')"],
  ["Kite(Name='dr%61gon1',Club='club1')", 'club1', "Kite(Name='kite7',Club='club1')"],
  ["Kite(Name='%27%27kite1',Club='club1')", 'club1', "Kite(Name='kite7',Club='club1')"],
])('%s is written in its own form', (documented, club, written) => {
  const [kite] = suiteOf(loadText(KITES)).model.resources;
  const segment = parsePath(`/${documented}`)[0];
  if (!kite || !segment) throw new Error('the spec has no kites');
  expect(writtenSegment(segment, kite, ['kite7', club])).toBe(written);
});
