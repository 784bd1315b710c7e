// What a page tells of all operations at once, line by line, as `docproof inspect` shows it.
import { toldHeaders } from './assemble/common-headers.js';
import { toldOptions } from './assemble/common-options.js';
import { toldRefusals } from './assemble/common-refusals.js';
import { reason } from './assemble/reason.js';
import type { Page } from './extract/page.js';
import type { Profile } from './profiles/profile.js';
import { placeOf, type Span } from './read/document.js';

export interface ToldOfAll {
  line: number;
  text: string;
}

export function toldByPage(page: Page, profile: Profile): ToldOfAll[] {
  const at = ({ start }: Span): number => placeOf(page.document, start).line;
  const told = [
    ...toldHeaders(page, profile).map(({ row, side, required, methods, codes, except }) => ({
      line: at(row.span),
      text: [
        `header ${row.name} ${required ? 'needed in' : 'of'} ${side === 'request' ? 'requests' : 'answers'}`,
        methods ? `of ${[...methods].join(', ')}` : '',
        codes.length > 0 ? `with ${codes.join(', ')}` : '',
        except === undefined ? '' : `but for ${except.trim().replaceAll('`', '')}`,
      ]
        .filter(Boolean)
        .join(' '),
    })),
    ...toldOptions(page, profile).map(({ name, span }) => ({ line: at(span), text: `query ${name} of lists` })),
    ...toldRefusals(page, profile).map(({ status, span }) => ({
      line: at(span),
      text: `answer ${status} ${reason(String(status))}`,
    })),
  ];
  return told.sort((a, b) => a.line - b.line);
}
