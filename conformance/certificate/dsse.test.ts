import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSignedBy, seal, signEnvelope } from './dsse.js';

const pair = (type: 'ed25519' | 'rsa') => {
  const keys =
    type === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    private: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    public: keys.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
};

const ours = pair('ed25519');
const envelope = signEnvelope(seal('application/example', Buffer.from('{"a":1}')), ours.private);

test('a signature holds for its key and payload', () => {
  expect(isSignedBy(envelope, ours.public)).toBe(true);
  expect(Buffer.from(envelope.payload, 'base64').toString()).toBe('{"a":1}');
  expect(envelope.signatures[0]?.keyid).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  ['another key', envelope, pair('ed25519').public],
  ['another payload', { ...envelope, payload: Buffer.from('{"a":2}').toString('base64') }, ours.public],
  ['another payload type', { ...envelope, payloadType: 'application/other' }, ours.public],
  ['no signature', { ...envelope, signatures: [] }, ours.public],
  [
    'a signature that is none',
    { ...envelope, signatures: [{ keyid: envelope.signatures[0]?.keyid ?? '', sig: 'AAAA' }] },
    ours.public,
  ],
])('%s is not accepted', (_what, changed, key) => {
  expect(isSignedBy(changed, key)).toBe(false);
});

test('an unsigned envelope and keys of other kinds are told apart', () => {
  expect(() => signEnvelope(seal('t', Buffer.from('x')), 'no key at all')).toThrow('not a private key in PEM form');
  expect(() => signEnvelope(seal('t', Buffer.from('x')), pair('rsa').private)).toThrow('the key is rsa, not ed25519');
  expect(() => isSignedBy(envelope, pair('rsa').public)).toThrow('the key is rsa, not ed25519');
});
