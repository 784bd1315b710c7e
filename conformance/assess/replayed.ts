// Headers that only the answer to a repeated request has: "… is returned again, with the header `Idempotent-Replayed`". Pure.
import type { ApiResponseHeader } from '../../spec/contract/api.js';
import { says } from '../told/told.js';

export function isOfReplays({ description, required }: ApiResponseHeader): boolean {
  return required !== true && says(description, 'replays');
}
