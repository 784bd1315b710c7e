// What a thing must have in it before something can be done with it: "A recipe without ingredients can't be published (409)".
import { rememberedFor } from '../../spec/remember.js';
import { isTitled } from '../told/titled.js';
import { allToldBy, sentencesOf } from '../told/told.js';
import { actsOn, turnsOn } from './actions.js';
import { type Entity, entityOf } from './entities.js';
import type { Model, Operation, Resource } from './resources.js';
import { stem } from './stem.js';
import type { Case } from './story.js';

/** What is made in a thing, of which an action on it needs one. */
export function lackedBy(model: Model, { op }: Operation, thing: Resource): Resource | undefined {
  const refusal = op.responses.find(({ status }) => status === '409');
  if (!refusal) return undefined;
  const told = (sentence: string, what: 'refusedWithout' | 'needsInside'): string[] =>
    allToldBy(sentence, what).flatMap(({ kind }) => kind ?? []);
  const sentences = sentencesOf(op.description);
  const kinds = [
    ...sentences.filter((sentence) => /\b409\b/.test(sentence)).flatMap((one) => told(one, 'refusedWithout')),
    ...[...sentences, ...sentencesOf(refusal.description)].flatMap((one) => told(one, 'needsInside')),
  ];
  if (kinds.length === 0) return undefined;
  return model.resources.find(
    (other) =>
      isMadeIn(other, thing) &&
      kinds.some((kind) => stem(kind) === stem(other.name) || isTitled(other.create?.op.summary, kind)),
  );
}

/** `POST /tickets/{id}/comments`, of tickets. */
export function isMadeIn({ create }: Resource, { signature }: Resource): boolean {
  return create?.op.method === 'POST' && create.signature.slice(0, create.signature.lastIndexOf('/')) === signature;
}

/** Whatever one of its actions needs, another may need to undo that. */
const neededInside = rememberedFor((model: Model) =>
  rememberedFor((thing: Resource): readonly Resource[] =>
    turnsOn(model, thing.signature).flatMap((action) => lackedBy(model, action, thing) ?? []),
  ),
);

/** What an action that should succeed needs in its thing. */
export function wantedInside(
  model: Model,
  { operation, meant = operation, expect }: Case,
  target: Entity | undefined,
): Entity[] {
  if (!target || !expect.statuses.some((s) => s.startsWith('2')) || !actsOn(meant, target.resource)) return [];
  return neededInside(model)(target.resource).map((one) =>
    entityOf(
      one,
      one.keys.map((_, i) => (i === 0 ? 'inside' : null)),
      [...target.parents, target],
    ),
  );
}
