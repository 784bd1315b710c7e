// The access control list of a cell: which privileges a role, or everybody, has (RFC 3744, 8.1, as far as cells go).
import { sql } from 'kysely';
import { DomainError } from '../model/catalogue.js';
import type { Scope } from '../service/entities.js';
import { changing } from '../service/entities.js';
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

interface Element {
  name: string;
  attributes: string;
  children: Element[];
  text: string;
}

function readAcl(xml: string, cell: CellRef): Entry[] {
  const root = readXml(xml);
  if (root.name !== 'acl') throw new DomainError('PR400-DV-0002');
  const base = /\bxml:base\s*=\s*["']([^"']*)["']/.exec(root.attributes)?.[1] ?? `${cell.url}__role/__/`;
  return root.children.filter((child) => child.name === 'ace').map((ace) => readAce(ace, base, cell));
}

function readAce(ace: Element, base: string, cell: CellRef): Entry {
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

function child(element: Element, name: string): Element {
  const found = element.children.find((one) => one.name === name);
  if (!found) throw new DomainError('PR400-DV-0002');
  return found;
}

const MAX_DEPTH = 16;
const TAG = /<(\/?)(?:[\w.-]+:)?([\w.-]+)(?![\w.-])([^<>]*?)(\/?)>|<\?[^<>]*\?>|([^<]+)/y;

/** Elements by their local names. No entities, no document types: an ACL needs none. */
function readXml(xml: string): Element {
  const top: Element = { name: '', attributes: '', children: [], text: '' };
  const open: Element[] = [top];
  TAG.lastIndex = 0;
  while (TAG.lastIndex < xml.length) {
    const match = TAG.exec(xml);
    const current = open.at(-1);
    if (!match || !current || open.length > MAX_DEPTH) throw new DomainError('PR400-DV-0001');
    const [, closing, name, attributes = '', empty, text] = match;
    if (text !== undefined) current.text += text;
    else if (name !== undefined && closing) {
      if (open.length < 2 || open.pop()?.name !== name) throw new DomainError('PR400-DV-0001');
    } else if (name !== undefined) {
      const element: Element = { name, attributes, children: [], text: '' };
      current.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const [root, ...others] = top.children;
  if (open.length > 1 || !root || others.length > 0) throw new DomainError('PR400-DV-0001');
  return root;
}
