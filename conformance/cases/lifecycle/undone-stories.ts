// Stories of what is taken back: `POST /tunes/{id}/like` and then its DELETE, `…/archive` and then `…/unarchive`. Of a thing that
// was just made, the second alone shows nothing: its flag is not set anyway.
import { isTelling, sameThing, undoneBy } from '../../plan/actions.js';
import type { Operation } from '../../plan/resources.js';
import { setBy } from '../../plan/set-by.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { documents } from '../refusal.js';
import { Telling } from './stories.js';

export function undoneGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.operations.flatMap((undo) => undone(suite, undo));
}

function undone(suite: Suite, undo: Operation): CaseGroup[] {
  const first = isFit(undo) && isTelling(undo) ? doneBefore(suite, undo) : undefined;
  const [before, base] = [first && baseRequest(suite, first), first && baseRequest(suite, undo)];
  if (!first || !before || !base) return [];
  const telling = new Telling(`story/${undo.op.id}-after-${first.op.id}`);
  telling.add('done', first, before, expectation(first.op));
  telling.add('undone', undo, base, expectation(undo.op));
  return telling.group();
}

/** What sets a flag the other way round, at the same address, or by the same name without its `un`. */
function doneBefore({ model }: Suite, undo: Operation): Operation | undefined {
  const flags = Object.entries(setBy(undo)).filter(([, value]) => typeof value === 'boolean');
  const others = flags.length === 0 ? [] : model.operations.filter((o) => o !== undo && isFit(o) && sameThing(o, undo));
  const named = [
    ...(undo.op.method === 'DELETE' ? others.filter((o) => o.signature === undo.signature) : []),
    ...undoneBy(undo, others),
  ];
  const contrary = (other: Operation): boolean =>
    flags.some(([name, value]) => typeof setBy(other)[name] === 'boolean' && setBy(other)[name] !== value);
  return named.find((other) => isTelling(other) && contrary(other));
}

/** A refusal in some state would leave it open. */
function isFit(operation: Operation): boolean {
  return operation.judged && operation.op.docs.sideEffects === undefined && !documents(operation, '409');
}
