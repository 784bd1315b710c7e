// An operation, or a URL form of one, that the old contract had not.
import type { Rule } from '../change.js';
import { place } from '../walk.js';

export const operationAdded: Rule = {
  id: 'diff/operation-added',
  about: 'an operation or a URL form is new',
  api: ({ added, removed }) =>
    added
      .filter((operation) => !removed.some((other) => other.id === operation.id))
      .map((operation) => ({
        level: 'safe',
        message:
          operation.docs.aliasOf === undefined
            ? `${operation.id}: ${operation.method} ${operation.path} is new`
            : `${operation.docs.aliasOf}: the URL form ${operation.docs.url ?? operation.path} is new (${operation.method})`,
        place: place(operation, 'new'),
      })),
};
