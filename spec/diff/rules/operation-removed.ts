// An operation that the new contract has no more, or a URL form of one.
import type { ApiOperation } from '../../contract/api.js';
import type { Rule } from '../change.js';
import { place } from '../walk.js';

export const operationRemoved: Rule = {
  id: 'diff/operation-removed',
  about: 'an operation is gone, or stands under another method or URL',
  api: ({ removed, added }) =>
    removed
      .filter((operation) => operation.docs.aliasOf === undefined)
      .map((operation) => {
        const moved = added.find((other) => other.id === operation.id);
        return {
          level: 'breaking',
          message: moved
            ? `${operation.id}: ${title(operation)} is gone; the operation is now ${title(moved)}`
            : `${operation.id}: ${title(operation)} is gone`,
          place: moved ? place(moved, 'new') : place(operation, 'old'),
        };
      }),
};

export const urlFormRemoved: Rule = {
  id: 'diff/url-form-removed',
  about: 'one of the documented URL forms of an operation is gone',
  api: ({ removed }) =>
    removed
      .filter((operation) => operation.docs.aliasOf !== undefined)
      .map((operation) => ({
        level: 'breaking',
        message: `${operation.docs.aliasOf}: the URL form ${operation.docs.url ?? operation.path} is gone (${operation.method})`,
        place: place(operation, 'old'),
      })),
};

function title(operation: ApiOperation): string {
  return `${operation.method} ${operation.path}`;
}
