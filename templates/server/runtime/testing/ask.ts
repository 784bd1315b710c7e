// Asks a server of the tests' contract.
import { createServerCore, type ServerOptions } from '../server.js';
import { contract, echo } from './contract.js';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  json: Record<string, unknown>;
}

/** The answer to `METHOD /path`. */
export async function ask(
  line: string,
  init: RequestInit = {},
  options: ServerOptions = {},
  handlers = echo,
): Promise<Answer> {
  const [method = 'GET', path = '/'] = line.split(' ');
  const response = await createServerCore(
    contract,
    handlers,
    options,
  )(new Request(`http://h.example${path}`, { method, ...init }));
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
}
