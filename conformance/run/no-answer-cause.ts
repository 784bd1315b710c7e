// Whether a case that got no complete answer shows a fault of the server, or only that the line or the server is gone.
import { setTimeout } from 'node:timers/promises';
import { SAFE_METHODS } from '../plan/safe-methods.js';
import { type HttpRequest, NoAnswer } from '../send/http.js';
import type { Conversation } from './conversation.js';

/** Milliseconds in which a server that ends has closed its door. */
const ENDING = 100;

/**
 * Asks again, where that changes nothing, and then for anything at all.
 *
 * @returns why nothing can be told; undefined where the server is there, answers others, and did not answer this
 */
export async function causeOutside(conversation: Conversation, error: NoAnswer): Promise<string | undefined> {
  const { session } = conversation;
  const request = conversation.last;
  await setTimeout(ENDING);
  if (error.broken && request && SAFE_METHODS.has(request.method)) {
    const again = await outcomeOf(conversation, request, 'send the same again');
    if (typeof again === 'number') return `${error.message}; sent again, it was answered ${again}`;
  }
  const root = { method: 'GET', url: `${session.target}/`, headers: {} };
  const other = await outcomeOf(conversation, root, 'see whether the server still answers');
  // Who spoke HTTP before and speaks something else now is there, and wrong.
  const there = typeof other === 'number' || other.begun || (other.garbled && session.heard);
  return there ? undefined : `${error.message}, and then the server answered nothing: ${other.message}`;
}

async function outcomeOf(conversation: Conversation, request: HttpRequest, title: string): Promise<number | NoAnswer> {
  try {
    return (await conversation.exchange(request, 'probe', title)).status;
  } catch (error) {
    if (error instanceof NoAnswer) return error;
    throw error;
  }
}
