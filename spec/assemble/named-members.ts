// Fields of answers whose type is a thing that the pages tell of elsewhere: `data`, "array of boat objects".
import { plainKey } from '../constraints/wording-lists.js';
import type { BodyTable, Endpoint, FieldRow } from '../extract/page.js';
import type { Profile } from '../profiles/profile.js';
import { singular } from '../singular.js';
import type { Known } from './things.js';

/** Of the members of one field. */
const MOST = 200;

/** An operation whose answers have the members of the things that their fields are. */
export function withNamedMembers(endpoint: Endpoint, things: readonly Known[], profile: Profile): Endpoint {
  let more = false;
  const responses = endpoint.responses.map((response) => {
    const tables = response.body.tables.map((table) => filled(table, things, profile));
    if (tables.every((table, i) => table === response.body.tables[i])) return response;
    more = true;
    return { ...response, body: { ...response.body, tables } };
  });
  return more ? { ...endpoint, responses } : endpoint;
}

function filled(table: BodyTable, things: readonly Known[], profile: Profile): BodyTable {
  if (table.kind !== 'fields') return table;
  const names = table.rows.map(({ name }) => name);
  const rows = table.rows.flatMap((row) => {
    const told = names.some((name) => name.startsWith(`${row.name}.`) || name.startsWith(`${row.name}[`));
    const found = told ? undefined : thingIn(row, things, profile);
    if (!found) return [row];
    const prefix = found.list ? `${row.name}[].` : `${row.name}.`;
    return [row, ...found.rows.slice(0, MOST).map((member) => ({ ...member, name: prefix + member.name }))];
  });
  return rows.length === table.rows.length ? table : { ...table, rows };
}

function thingIn(
  { type }: FieldRow,
  things: readonly Known[],
  { wording }: Profile,
): { list: boolean; rows: FieldRow[] } | undefined {
  const plain = type.replace(/[`*]/g, '').trim().toLowerCase();
  if (plain === '' || plain.length > 60 || wording.types.has(plainKey(plain))) return undefined;
  const [first = ''] = plain.split(/,| or /);
  // From the words around it to its name: "array of", "boat objects", "boat".
  const list = wording.isArrayOf.test(first) || first.endsWith('[]');
  const bare = first.replace(wording.aroundMembers, '').replace(/\[\]$/, '').trim();
  const behind = / [^ ]{1,20}$/.exec(bare)?.[0] ?? '';
  const isObject = behind !== '' && wording.formsOfObject.test(behind);
  const name = singular(isObject ? bare.slice(0, -behind.length) : bare);
  const thing = things.find((one) => one.name === name && one.rows.length > 0);
  return thing && { list, rows: thing.rows };
}
