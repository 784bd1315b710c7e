// Values of a path variable that only a sentence lists: "`env` is one of `dev`, `staging`, `prod`".
import { withCode } from '../extract/code-marks.js';
import { bullet } from '../extract/operations/attributes.js';
import type { FieldRow, Page } from '../extract/page.js';
import type { Profile } from '../profiles/profile.js';
import type { Inline } from '../read/document.js';
import { rememberedFor } from '../remember.js';

const MAX_TEXT = 2000;
/** What stands between the name and what it is. */
const IS = /^ ?(?:is|are|must be|can be|may be|ist|muss|kann|est|doit être|peut être) /;

/** What the first sentence that begins with the variable says that it is, as the row of a table would have it. */
export function spokenVariable(page: Page, name: string, profile: Profile): FieldRow | undefined {
  const known = variablesBy(profile)(page);
  if (!known.has(name)) known.set(name, spokenIn(page, name, profile));
  return known.get(name);
}

/** Many operations of a page have a variable of one name. */
const variablesBy = rememberedFor((_: Profile) =>
  rememberedFor((_: Page): Map<string, FieldRow | undefined> => new Map()),
);

function spokenIn({ document }: Page, name: string, profile: Profile): FieldRow | undefined {
  const marked = `\`${name}\``;
  for (const block of document.blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'item') continue;
    const text = block.kind === 'item' ? block.text : block.lines.map((line) => line.text).join('\n');
    if (text.length > MAX_TEXT || !text.includes(name)) continue;
    const line: Inline = { text, span: block.span, links: [] };
    for (const sentence of withCode(line, document.text).text.split(/(?<=[.;。])\s*/)) {
      const begun = sentence.replace(/^the /i, '');
      const rest = begun.startsWith(marked) ? begun.slice(marked.length) : '';
      const is = IS.exec(rest)?.[0] ?? profile.wording.leadingParticle.exec(rest)?.[0];
      if (is === undefined) continue;
      const notes = rest.slice(is.length).replace(/[.;。]$/, '');
      return bullet({ ...line, kind: 'item', indent: 0, text: notes }, name, '', notes, profile);
    }
  }
  return undefined;
}
