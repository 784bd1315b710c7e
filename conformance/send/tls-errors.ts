// What is wrong with a TLS connection, in words for people, with what to do. Nothing was sent over such a one.
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import type { TlsOptions } from './proxy.js';

/** Codes of OpenSSL's certificate checks and of node:tls, and what they mean. */
const CERTIFICATE: Record<string, string> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its authority is not known here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its authority is not known here',
  UNABLE_TO_GET_ISSUER_CERT: 'its authority is not known here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its authority is not known here',
  CERT_UNTRUSTED: 'its authority is not trusted',
  INVALID_CA: 'who signed it is no authority',
  CERT_SIGNATURE_FAILURE: 'its signature is wrong',
  CERT_REVOKED: 'it was revoked',
};
const AUTHORITY = 'give its authority with --ca FILE, or accept any certificate with --insecure';

/** Alerts by which a server refuses a client; in TLS 1.3 they come when the client takes the connection for made. */
const REFUSED = /alert (?:certificate required|bad certificate|handshake failure|unknown ca)/i;

/**
 * A line for people where the error is about TLS; undefined for every other.
 *
 * @param connected the connection was made: then only a refusal of the client says that nothing was sent
 */
export function describeTls(error: NodeJS.ErrnoException, origin: string, connected = false): string | undefined {
  const code = error.code ?? '';
  if (REFUSED.test(error.message))
    return `${origin} refused the TLS connection (${alert(error.message)}): it may want --client-cert FILE and --client-key FILE`;
  if (connected) return undefined;
  const why = CERTIFICATE[code];
  if (why !== undefined) return `the certificate of ${origin} is not trusted, ${why}: ${AUTHORITY}`;
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID')
    return `the certificate of ${origin} ${code === 'CERT_HAS_EXPIRED' ? 'has expired' : 'is not valid yet'}: renew it, or accept any with --insecure`;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'HOSTNAME_MISMATCH')
    return `the certificate of ${origin} is for other names: use a name that it has, or accept any with --insecure`;
  if (
    code === 'ERR_SSL_WRONG_VERSION_NUMBER' ||
    /wrong version number|packet length too long|http request/i.test(error.message)
  )
    return `${origin} does not speak TLS: is it http://?`;
  return code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_') || code === 'EPROTO'
    ? `no TLS connection to ${origin}: ${error.message}`
    : undefined;
}

function alert(message: string): string {
  return /alert ([a-z ]+)/i.exec(message)?.[1]?.trim() ?? 'alert';
}

/** Milliseconds that a server has to refuse a client. */
const PATIENCE = 2_000;

/**
 * Whether a server refuses the client once the connection is made: connects, sends nothing and waits for its alert.
 *
 * @returns a line for people, or undefined where it does not
 */
export function refusal({ hostname, port, origin }: URL, tls: TlsOptions): Promise<string | undefined> {
  const host = hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port || 443), ...(isIP(host) ? {} : { servername: host }), ...tls });
    const end = (why?: string): void => {
      socket.destroy();
      resolve(why);
    };
    socket.setTimeout(PATIENCE, end);
    socket.on('error', (error) => end(describeTls(error, origin, true)));
    socket.on('close', () => end());
    socket.resume();
  });
}

/** How servers answer a request that comes to a TLS port without TLS. */
const TLS_WANTED =
  /plain HTTP request was sent to HTTPS port|HTTP request to an HTTPS server|speaking plain HTTP to an SSL-enabled/i;

/** A line for people where an answer to plain HTTP says that the port is one for TLS. */
export function wantsTls({ protocol, origin }: URL, body: string): string | undefined {
  return protocol === 'http:' && TLS_WANTED.test(body) ? isTls(origin) : undefined;
}

function isTls(origin: string): string {
  return `${origin} speaks TLS: is it https://?`;
}

/** A line for people where a port speaks TLS, whoever its certificate is for; nothing is sent over it. */
export function speaksTls({ hostname, port, origin }: URL): Promise<string | undefined> {
  const host = hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    const name = isIP(host) ? {} : { servername: host };
    const socket = connect({ host, port: Number(port || 80), ...name, rejectUnauthorized: false });
    const end = (does: boolean): void => {
      socket.destroy();
      resolve(does ? isTls(origin) : undefined);
    };
    socket.setTimeout(PATIENCE, () => end(false));
    socket.on('secureConnect', () => end(true));
    socket.on('error', ({ message }) => end(REFUSED.test(message)));
    socket.on('close', () => end(false));
  });
}
