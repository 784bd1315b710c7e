// Whose it is what a case would change: something of the run, something new, what belongs to the account that asks, or somebody's.
import { isOpen } from './registration.js';
import type { Operation } from './resources.js';
import { logsIn, makesUnnamed, onlyLooks, SAFE_METHODS } from './safe-methods.js';
import { OWN, spokenOf } from './spoken.js';
import type { Case } from './story.js';
import { methodOf, type Subject, type Suite } from './subject.js';

/** `single`: there is one of it, which can be put back as it was. `new`: it is made by the request, and stays where nothing removes it. */
export function whoseIs(
  suite: Suite,
  one: Case,
  subject: Subject,
): 'ours' | 'new' | 'own-account' | 'single' | 'foreign' {
  const operation = one.meant ?? one.operation;
  if (SAFE_METHODS.has(operation.op.method) || onlyLooks(operation) || subject.located.length > 0) return 'ours';
  // What it makes is called as the run says, and removed by that; what it removes are things of the run.
  if (operation.bulk || subject.removed || operation.enrols) return 'ours';
  if (one.account || spokenOf(one.request.body).includes(OWN)) return 'ours';
  // Nobody's name is known to it: whom a wrong request is refused, nothing is changed for.
  if (letsIn(suite, operation) && one.expect.statuses.every((status) => status.startsWith('4'))) return 'ours';
  const made = subject.bodyResource;
  if (made ? methodOf(one) === 'POST' : makesUnnamed(operation)) return 'new';
  if (suite.registration && !isOpen(operation) && !made) return 'own-account';
  return operation.single ? 'single' : 'foreign';
}

/** Whether a request is of somebody who shows who they are, by a password or by what a login gave them. */
export function letsIn({ registration }: Suite, operation: Operation): boolean {
  return logsIn(operation) || [registration?.login?.operation, registration?.refresh?.operation].includes(operation);
}
