// The accounts that a whole run has: one of its own where nobody gave it a token, and another one, to whom nothing of it belongs.
import { OTHER } from '../plan/spoken.js';
import type { Leftover } from '../run.js';
import { NoAnswer } from '../send/http.js';
import { Conversation } from './conversation.js';
import { Creations } from './creations.js';
import { altered } from './secrets/altered-token.js';
import type { Session } from './session.js';

/** Behind all stories: no two of them make the same names. */
const INDEX = 36 ** 3 - 1;

export interface Enrolled {
  /** Removes them again. */
  close(left: Leftover[]): Promise<void>;
}

/** Registers them as it is documented. What cannot be told of that is told by the cases that need them. */
export async function enrol(session: Session): Promise<Enrolled> {
  if (!session.suite.registration) return { close: async () => {} };
  const conversation = new Conversation(session, INDEX);
  const creations = new Creations(conversation);
  const registered = async (who: string): Promise<string | undefined> => {
    try {
      const problem = await conversation.accounts.enrol(creations, who);
      if (problem !== undefined) session.notEnrolled ??= problem;
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
    }
    const token = conversation.accounts.token(who);
    session.redactor.add(token, true);
    return token;
  };
  if (session.token === undefined) {
    const token = await registered('main');
    if (token !== undefined) {
      session.token = token;
      session.altered = altered(token);
      session.redactor.own = token;
      session.redactor.add(session.altered, true);
    }
  }
  const another = await registered(OTHER);
  if (another !== undefined) Object.assign(session, { another, otherNames: conversation.accounts.namesOf(OTHER) });
  return {
    close: async (left) => {
      await conversation.accounts.close(left);
      await creations.clean(left);
    },
  };
}
