// Headers that only the answer to a repeated request has: "… is returned again, with the header `Idempotent-Replayed`". Pure.
import type { ApiResponseHeader } from '../../spec/contract/api.js';
import { rememberedFor } from '../../spec/remember.js';
import { says } from '../told/told.js';

export const isOfReplays = rememberedFor(
  ({ description, required }: ApiResponseHeader): boolean => required !== true && says(description, 'replays'),
);
