// Code below a title for headers that holds nothing but header lines: `Content-Type: application/json`.
import type { Profile } from '../../profiles/profile.js';
import type { FenceBlock } from '../../read/document.js';
import { type Attribute, bullet } from './attributes.js';

const LINE = /^([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]{1,4}(\S[^\n]{0,500})$/;

/** The headers of a fence; none where any line is something else. */
export function headerLines(fence: FenceBlock, profile: Profile): Attribute[] {
  const lines = fence.text.split('\n').filter((line) => line.trim() !== '');
  const found = lines.map((line) => LINE.exec(line.trim()));
  if (lines.length === 0 || !found.every((one) => one !== null)) return [];
  const item = { kind: 'item' as const, indent: 0, text: fence.text, span: fence.span, links: [] };
  return found.map(([, name = '', value = '']) => bullet(item, name, '', value, profile));
}
