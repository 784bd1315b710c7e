import { expect, it } from 'vitest';
import type { Page } from '../extract/page.js';
import { optionPages } from './parameters.js';

it("a line of an option's range that is about another option stays in its description", () => {
  const value = { effective: '$top: 0-10000 (default: 25)\n$expand 0-100 when query is specified' };
  const page = { id: '1', file: '1.md', option: { name: '$top', description: 'Bounds a list.', value } };
  const read = () => ({ schema: {} });
  const option = optionPages([page as unknown as Page], read as never).get('$top');
  expect(option?.description).toBe('Bounds a list.\n\n$expand 0-100 when query is specified');
});
