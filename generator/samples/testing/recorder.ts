// A server that writes down what it gets, and answers with the status that a test asks for.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Recorded {
  method: string;
  /** As sent: path and query. */
  url: string;
  headers: Record<string, string>;
  body: string;
}

export interface Recorder {
  origin: string;
  requests: Recorded[];
  /** Status and body of the next answers. */
  answer: { status: number; headers?: Record<string, string>; body?: string };
  close(): Promise<void>;
}

export async function startRecorder(): Promise<Recorder> {
  const recorder: Recorder = {
    origin: '',
    requests: [],
    answer: { status: 200 },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '' } = request;
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      recorder.requests.push({ method, url, headers, body: Buffer.concat(chunks).toString('utf8') });
      const { status, headers: answered = {}, body } = recorder.answer;
      response.writeHead(status, answered);
      response.end(status === 204 || status === 304 ? undefined : body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  recorder.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return recorder;
}
