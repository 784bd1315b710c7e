// The access control list of a cell: which privileges a role, or everybody, has (RFC 3744, 8.1, as far as cells go).
import { sql } from 'kysely';
import { DomainError } from '../model/catalogue.js';
import type { Scope } from '../service/entities.js';
import { changing } from '../service/entities.js';
import { readXml, type XmlElement } from '../service/xml.js';
import { type CellRef, PRIVILEGES } from './access.js';

interface Entry {
  /** Name and box of the role; undefined stands for everybody. */
  role?: { name: string; box: string | null };
  privileges: string[];
}

/** Puts the list in place of what there is. @throws DomainError 400 */
export async function replaceAcl(scope: Scope, cell: CellRef, xml: string): Promise<void> {
  const entries = readAcl(xml, cell);
  await changing(scope.store, async (tx) => {
    await sql`delete from grants where cell_id = ${cell.id}`.execute(tx);
    for (const { role, privileges } of entries) {
      const roleId = role ? await findRole(tx, cell.id, role) : null;
      for (const privilege of privileges)
        await sql`insert into grants (cell_id, role_id, privilege)
          values (${cell.id}, ${roleId}, ${privilege})`.execute(tx);
    }
  });
}

async function findRole(
  tx: Scope['store']['db'],
  cellId: number,
  { name, box }: { name: string; box: string | null },
): Promise<number> {
  const inBox = box === null ? sql`r.box_id is null` : sql`b.name = ${box}`;
  const { rows } = await sql<{ id: number }>`select r.id from role r left join box b on b.id = r.box_id
    where r.cell_id = ${cellId} and r.name = ${name} and ${inBox}`.execute(tx);
  if (!rows[0]) throw new DomainError('PR400-DV-0004');
  return Number(rows[0].id);
}

function readAcl(xml: string, cell: CellRef): Entry[] {
  const root = readXml(xml);
  if (root.name !== 'acl') throw new DomainError('PR400-DV-0002');
  const base = /\bxml:base\s*=\s*["']([^"']*)["']/.exec(root.attributes)?.[1] ?? `${cell.url}__role/__/`;
  return root.children.filter((child) => child.name === 'ace').map((ace) => readAce(ace, base, cell));
}

function readAce(ace: XmlElement, base: string, cell: CellRef): Entry {
  const principal = child(ace, 'principal').children[0];
  const privileges = child(ace, 'grant')
    .children.filter((element) => element.name === 'privilege')
    .map((element) => element.children[0]?.name ?? '');
  if (privileges.length === 0 || privileges.some((name) => !PRIVILEGES.has(name)))
    throw new DomainError('PR400-DV-0002');
  if (principal?.name === 'all') return { privileges };
  if (principal?.name !== 'href') throw new DomainError('PR400-DV-0002');
  return { role: readRoleUrl(principal.text.trim(), base, cell), privileges };
}

/** `{CellURL}__role/{box}/{role}`; `__` stands for no box. */
function readRoleUrl(href: string, base: string, cell: CellRef): { name: string; box: string | null } {
  if (!URL.canParse(href, base)) throw new DomainError('PR400-DV-0002');
  const { href: url } = new URL(href, base);
  const [, box = '', name = ''] = /__role\/([\w-]+)\/([\w-]+)$/.exec(url) ?? [];
  if (name === '' || !url.startsWith(cell.url)) throw new DomainError('PR400-DV-0004');
  return { name, box: box === '__' ? null : box };
}

function child(element: XmlElement, name: string): XmlElement {
  const found = element.children.find((one) => one.name === name);
  if (!found) throw new DomainError('PR400-DV-0002');
  return found;
}

/** The list as it is shown: who has what, addresses relative to those of roles without a box. */
export async function writeAcl(store: Scope['store'], cell: CellRef): Promise<string> {
  const { rows } = await sql<{ role: string | null; box: string | null; privilege: string }>`
    select r.name as role, b.name as box, g.privilege from grants g
    left join role r on r.id = g.role_id left join box b on b.id = r.box_id
    where g.cell_id = ${cell.id} order by g.role_id, g.privilege`.execute(store.db);
  const entries = new Map<string, string[]>();
  for (const { role, box, privilege } of rows) {
    const who = role === null ? '<all/>' : `<href>${box === null ? role : `../${box}/${role}`}</href>`;
    entries.set(who, [...(entries.get(who) ?? []), `<privilege><p:${privilege}/></privilege>`]);
  }
  const aces = [...entries].map(
    ([who, what]) => `<ace><principal>${who}</principal><grant>${what.join('')}</grant></ace>`,
  );
  return `<acl xml:base="${cell.url}__role/__/" xmlns:p="urn:x-personium:xmlns">${aces.join('')}</acl>`;
}
