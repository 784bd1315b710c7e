// X.509 certificates for tests of TLS, made when a test runs: no key lies in the repository, no tool is needed.
// RFC 5280 in DER (ITU-T X.690), as much of it as node:tls wants.
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';

export interface TestCertificate {
  /** PEM. */
  cert: string;
  key: string;
  name: string;
  privateKey: KeyObject;
}

export interface CertificateOptions {
  /** Names and addresses that it stands for; an authority where there are none. */
  hosts?: string[];
  /** Signed by itself where absent. */
  issuer?: TestCertificate;
  from?: Date;
  to?: Date;
}

const DAY = 86_400_000;
const ECDSA_WITH_SHA256 = der(0x30, Buffer.from('06082a8648ce3d040302', 'hex'));

/** A certificate with a key of its own; valid from yesterday to tomorrow unless told otherwise. */
export function certificate(name: string, options: CertificateOptions = {}): TestCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { hosts, issuer, from = new Date(Date.now() - DAY), to = new Date(Date.now() + DAY) } = options;
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1, ...randomBytes(7)])),
    ECDSA_WITH_SHA256,
    commonName(issuer?.name ?? name),
    der(0x30, time(from), time(to)),
    commonName(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, hosts ? alternativeNames(hosts) : authority())),
  );
  const signature = sign('sha256', body, issuer?.privateKey ?? privateKey);
  const whole = der(0x30, body, ECDSA_WITH_SHA256, der(0x03, Buffer.from([0]), signature));
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    name,
    privateKey,
  };
}

/** Tag, length (definite form), contents. */
function der(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function commonName(name: string): Buffer {
  const oid = Buffer.from('0603550403', 'hex');
  return der(0x30, der(0x31, der(0x30, oid, der(0x0c, Buffer.from(name)))));
}

/** GeneralizedTime. */
function time(date: Date): Buffer {
  return der(0x18, Buffer.from(`${date.toISOString().replace(/[-:T]|\.\d+/g, '')}`));
}

/** basicConstraints: it may sign others. */
function authority(): Buffer {
  return der(
    0x30,
    Buffer.from('0603551d13', 'hex'),
    der(0x01, Buffer.from([255])),
    der(0x04, der(0x30, der(0x01, Buffer.from([255])))),
  );
}

/** subjectAltName: dNSName and iPAddress (IPv4). */
function alternativeNames(hosts: string[]): Buffer {
  const names = hosts.map((host) =>
    isIP(host) ? der(0x87, Buffer.from(host.split('.').map(Number))) : der(0x82, Buffer.from(host)),
  );
  return der(0x30, Buffer.from('0603551d11', 'hex'), der(0x04, der(0x30, ...names)));
}
