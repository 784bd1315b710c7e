import { describe, expect, it } from 'vitest';
import { hashPassword, isPassword } from './passwords.js';

describe('passwords', () => {
  it.each([
    ['kept', true, 1 << 14],
    ['gone with the process', false, 1 << 8],
  ])('%s: hashed with a cost of its own', async (_, kept, cost) => {
    const stored = await hashPassword('password1', kept);
    expect(stored).toMatch(new RegExp(`^scrypt\\$${cost}\\$[^$]+\\$[^$]+$`));
    expect(stored).not.toContain('password1');
    expect(await isPassword('password1', stored, !kept)).toBe(true);
    expect(await isPassword('password2', stored, !kept)).toBe(false);
  });

  it('does not open an account without one', async () => {
    expect(await isPassword('', null, false)).toBe(false);
  });
});
