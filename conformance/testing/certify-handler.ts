// A run against a handler on a server of its own, which is gone afterwards.
import type { Run } from '../run.js';
import { certifyFake } from './certify-fake.js';
import { type Handler, startFake } from './fake-server.js';

/** @param spec text of an OpenAPI document; @param only text that occurs in the ids of the cases to run */
export async function certifyHandler(spec: string, handler: Handler, only?: string): Promise<Run> {
  const server = await startFake(handler);
  try {
    return await certifyFake(spec, server.url, only === undefined ? {} : { select: { only } });
  } finally {
    await server.close();
  }
}

/** The object that a body is, if it is one. */
export function objectIn(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
