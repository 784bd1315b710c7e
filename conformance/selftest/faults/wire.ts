// Faults of the connection and of HTTP/1.1 framing (RFC 9112).
import { isRetrieve, isSuccess, withBody, withHeader } from '../exchange-shape.js';
import type { Fault, ProxiedAnswer } from '../fault.js';

const wire = (id: string, what: string, how: NonNullable<ProxiedAnswer['wire']>): Fault => ({
  id,
  area: 'wire',
  what,
  answer: (answer, request) =>
    isRetrieve(request) && isSuccess(answer) && answer.body.length > 10 ? { ...answer, wire: how } : undefined,
});

/** Longer than any answer may take; the runner's own time limit ends the wait. */
const TOO_LONG_MS = 60_000;

export const WIRE_FAULTS: Fault[] = [
  wire('body-cut', 'the connection ends in the middle of a body', 'cut'),
  wire('connection-reset', 'the connection is reset instead of answering', 'reset'),
  wire('length-too-short', 'Content-Length is less than the body', 'short-length'),
  wire('not-http', 'the status line is not HTTP', 'garbage'),
  {
    id: 'too-slow',
    area: 'wire',
    what: 'a retrieve takes longer than anybody waits',
    slow: true,
    answer: (answer, request) =>
      isRetrieve(request) && isSuccess(answer) ? { ...answer, delay: TOO_LONG_MS } : undefined,
  },
  {
    id: 'utf-16',
    area: 'wire',
    what: 'text is encoded in UTF-16 while JSON must be UTF-8 (RFC 8259, 8.1)',
    answer: (answer) =>
      isSuccess(answer) && answer.body.length > 0
        ? withBody(answer, Buffer.from(answer.body.toString('utf8'), 'utf16le'))
        : undefined,
  },
  {
    id: 'gzip-unasked',
    area: 'wire',
    what: 'a body is called gzip and is not',
    answer: (answer) =>
      isSuccess(answer) && answer.body.length > 0 ? withHeader(answer, 'content-encoding', 'gzip') : undefined,
  },
];
