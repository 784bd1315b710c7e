// An account's name and password: whether they open it, and what is kept of the attempt.
import { BlockList } from 'node:net';
import { sql } from 'kysely';
import { GrantError } from './grant-error.js';
import { isPassword } from './passwords.js';
import { required, type TokenRequest } from './token-request.js';
import type { AccountSubject } from './tokens.js';

export interface Login {
  who: AccountSubject;
  /** The password opens nothing but its own change. */
  mustChange: boolean;
  /** Of the attempts before this one. */
  history: { last_authenticated: number | null; failed_count: number };
}

interface AccountRow {
  id: number;
  type: string;
  status: string;
  password: string | null;
  epoch: number;
  ip_address_range: string | null;
  last_authenticated: number | null;
  failed_count: number;
  failed_at: number | null;
}

/** After a failure the account is closed for this long, even to the right password. */
const LOCK_MS = 1000;

/** @throws GrantError where they do not open it, whatever the reason: who guesses learns none */
export async function logIn(request: TokenRequest): Promise<Login> {
  const { store, form, cell, now } = request;
  const name = required(form, 'username');
  const password = required(form, 'password');
  const { rows } = await sql<AccountRow>`select id, type, status, password, epoch, ip_address_range,
    last_authenticated, failed_count, failed_at from account
    where cell_id = ${cell.id} and name = ${name.includes('\0') ? '' : name} limit 1`.execute(store.db);
  const account = rows[0];
  const isRight = await isPassword(password, account?.password ?? null, store.kept);
  if (!account) throw new GrantError('PR400-AN-0017');
  const isOpen =
    account.status !== 'deactivated' && account.type.split(' ').includes('basic') && admits(account, request.address);
  if (!isRight || !isOpen || !(await record(request, account))) {
    // The right password too early does not make the lock any longer.
    const failedAt = isRight ? sql`failed_at` : sql`${now}`;
    await sql`update account set failed_count = failed_count + 1, failed_at = ${failedAt}
      where id = ${account.id}`.execute(store.db);
    throw new GrantError('PR400-AN-0017');
  }
  return {
    who: { account: Number(account.id), epoch: Number(account.epoch) },
    mustChange: account.status === 'passwordChangeRequired',
    history: {
      last_authenticated: account.last_authenticated === null ? null : Number(account.last_authenticated),
      failed_count: Number(account.failed_count),
    },
  };
}

/**
 * Notes a success, unless the account is locked: the database decides, since other attempts may have failed meanwhile.
 * A password that must be changed first is no success yet.
 */
async function record({ store, now }: TokenRequest, { id, status }: AccountRow): Promise<boolean> {
  const success =
    status === 'passwordChangeRequired'
      ? sql`status = status`
      : sql`failed_count = 0, failed_at = null,
      last_authenticated = ${now}`;
  const { numAffectedRows } = await sql`update account set ${success}
    where id = ${id} and (failed_at is null or failed_at <= ${now - LOCK_MS})`.execute(store.db);
  return (numAffectedRows ?? 0n) > 0n;
}

function admits({ ip_address_range: ranges }: AccountRow, address: string): boolean {
  if (ranges === null) return true;
  const list = new BlockList();
  for (const range of ranges.split(',')) {
    const [base = '', bits = '32'] = range.trim().split('/');
    list.addSubnet(base, Number(bits), 'ipv4');
  }
  return list.check(address.replace(/^::ffff:/, ''), 'ipv4');
}
