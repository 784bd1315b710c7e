// An exchange as it enters the run: redacted, its bodies cut to what a report keeps.
import { withoutMarks } from '../plan/sent-files.js';
import type { Exchange } from '../run.js';
import type { HttpAnswer, HttpRequest } from '../send/http.js';
import { detached } from './secrets/detached.js';
import type { Session } from './session.js';

interface Sent {
  request: HttpRequest;
  answer: HttpAnswer | undefined;
  /** Why there is no answer. */
  failure: string | undefined;
  purpose: Exchange['purpose'];
  title: string;
  ms: number;
}

export function recordExchange(session: Session, sent: Sent): Exchange {
  const { request, answer, failure } = sent;
  const { redactor, keptBody } = session;
  // Redacted before it is cut: a secret that the cut would split must not stay in part.
  const keep = (text: string): string => detached(redactor.once(text), keptBody);
  const headers: Record<string, string> = {};
  for (const name in request.headers) headers[name] = redactor.header([name, request.headers[name] as string])[1];
  const exchange: Exchange = {
    purpose: sent.purpose,
    title: sent.title,
    request: { method: request.method, url: redactor.once(request.url), headers },
    ms: Math.round(sent.ms * 10) / 10,
  };
  if (request.body !== undefined) exchange.request.body = keep(withoutMarks(request.body));
  if (answer) {
    const response: Exchange['response'] = {
      status: answer.status,
      headers: answer.headers.map((header) => redactor.header(header)),
    };
    if (answer.body !== '') response.body = keep(answer.body);
    if (answer.bytes > keptBody) response.bodyBytes = answer.bytes;
    exchange.response = response;
  }
  if (failure !== undefined) exchange.error = redactor.text(failure);
  return exchange;
}
