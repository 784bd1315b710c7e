// Passwords of accounts: what they may look like, and how they are kept (scrypt, RFC 7914).
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { DomainError } from '../model/catalogue.js';

const PASSWORD = /^[a-zA-Z0-9-_!$*=^`{|}~.@]{6,32}$/;
/** Steps of scrypt's `N`. What nobody can take away later needs no protection that makes each test wait. */
const COST = { kept: 1 << 14, passing: 1 << 8 };
const KEY_BYTES = 32;

/**
 * `scrypt$COST$SALT$HASH`.
 *
 * @param kept it is stored where it outlives the process
 * @throws DomainError where the password's format is wrong
 */
export async function hashPassword(password: string, kept: boolean): Promise<string> {
  if (!PASSWORD.test(password)) throw new DomainError('PR400-AU-0001');
  const salt = randomBytes(16);
  const cost = costOf(kept);
  const hash = await derive(password, salt, cost);
  return `scrypt$${cost}$${salt.toString('base64')}$${hash.toString('base64')}`;
}

/** Takes as long for an account without a password as for one with. */
export async function isPassword(password: string, stored: string | null, kept: boolean): Promise<boolean> {
  const [, cost, salt = '', hash = ''] = (stored ?? '').split('$');
  const derived = await derive(password, Buffer.from(salt, 'base64'), Number(cost) || costOf(kept));
  const wanted = Buffer.from(hash, 'base64');
  return stored !== null && derived.length === wanted.length && timingSafeEqual(derived, wanted);
}

function costOf(kept: boolean): number {
  return kept ? COST.kept : COST.passing;
}

function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  const options: ScryptOptions = { N: cost };
  return new Promise((resolve, reject) =>
    scrypt(password, salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key))),
  );
}
