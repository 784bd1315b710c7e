// DSSE envelopes (Dead Simple Signing Envelope, v1.0) over ed25519 (RFC 8032), with node:crypto alone.
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

export interface Envelope {
  payloadType: string;
  /** Base64 of the payload's bytes. */
  payload: string;
  signatures: { keyid: string; sig: string }[];
}

/** Pre-authentication encoding: what is really signed, so that type and payload can't be confused (DSSE protocol.md). */
function encoding(payloadType: string, payload: Buffer): Buffer {
  const type = Buffer.from(payloadType);
  return Buffer.concat([Buffer.from(`DSSEv1 ${type.length} `), type, Buffer.from(` ${payload.length} `), payload]);
}

/** Hex SHA-256 of the key's SubjectPublicKeyInfo: names a key without trusting it. */
function keyId(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

/**
 * Wraps a payload, unsigned.
 *
 * @param payload bytes as they are to be read back, to the byte
 */
export function seal(payloadType: string, payload: Buffer): Envelope {
  return { payloadType, payload: payload.toString('base64'), signatures: [] };
}

/**
 * Adds a signature.
 *
 * @param pem PKCS #8 private key, ed25519
 * @throws Error where the text is no such key; its message never holds the key
 */
export function signEnvelope(envelope: Envelope, pem: string): Envelope {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch {
    throw new Error('not a private key in PEM form (PKCS #8)');
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`the key is ${key.asymmetricKeyType}, not ed25519`);
  const sig = sign(null, encoding(envelope.payloadType, Buffer.from(envelope.payload, 'base64')), key).toString(
    'base64',
  );
  return { ...envelope, signatures: [...envelope.signatures, { keyid: keyId(createPublicKey(key)), sig }] };
}

/**
 * Whether one of the signatures was made with the given key. A key or key id inside the envelope is never trusted.
 *
 * @param pem SPKI public key, ed25519
 * @throws Error where the text is no such key
 */
export function isSignedBy(envelope: Envelope, pem: string): boolean {
  return keyIdsFor(envelope, pem).length > 0;
}

/** Whether a signature that was made with the given key names another one. */
export function isMisnamed(envelope: Envelope, pem: string): boolean {
  return keyIdsFor(envelope, pem).some((keyid) => keyid !== keyId(createPublicKey(pem)));
}

/** Whether a signature names the given key and does not hold: what it signed was changed afterwards. */
export function isBroken(envelope: Envelope, pem: string): boolean {
  const own = keyId(ed25519(pem));
  const named = envelope.signatures.filter(({ keyid }) => keyid === own);
  return named.length > keyIdsFor(envelope, pem).filter((keyid) => keyid === own).length;
}

/** The key ids that stand with the signatures of a key. */
function keyIdsFor(envelope: Envelope, pem: string): string[] {
  const key = ed25519(pem);
  const signed = encoding(envelope.payloadType, Buffer.from(envelope.payload, 'base64'));
  return envelope.signatures
    .filter(({ sig }) => verify(null, signed, key, Buffer.from(sig, 'base64')))
    .map(({ keyid }) => keyid);
}

function ed25519(pem: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPublicKey(pem);
  } catch {
    throw new Error('not a public key in PEM form (SPKI)');
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`the key is ${key.asymmetricKeyType}, not ed25519`);
  return key;
}
