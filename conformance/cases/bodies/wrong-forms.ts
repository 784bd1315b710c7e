// Texts that are all but of a form which documents give: another scheme, a number beyond its range, one character more or less.
import type { Schema } from '../../../spec/contract/api.js';
import type { WrongValue } from './wrong-values.js';

type Fits = (text: string) => boolean;

/** @param text one that fits */
export function wrongForms(schema: Schema, text: string, fits: Fits): WrongValue[] {
  return [
    ...wrongAddresses(text, fits),
    ...wrongNumbersInside(text, fits),
    ...wrongSeparators(text, fits),
    ...nearForms(schema, text, fits),
  ];
}

/** An address but for its scheme, and one but for the slash at its end, where the documents ask for them. */
function wrongAddresses(text: string, fits: Fits): WrongValue[] {
  const [, rest] = /^https?(:\/\/.+)$/i.exec(text) ?? [];
  if (rest === undefined) return [];
  const tried = [
    {
      what: 'scheme',
      title: 'an address of the scheme ftp',
      value: `ftp${rest}`,
      because: 'the documents list the schemes',
    },
    {
      what: 'no-slash',
      title: 'an address without a slash at the end',
      value: text.replace(/\/$/, ''),
      because: 'the documents say that it ends with a slash',
    },
  ];
  return tried.filter(({ value }) => !fits(value));
}

/** An address of IPv6 (RFC 4291, section 2.2), and words that another sign than the documented one stands between. */
function wrongSeparators(text: string, fits: Fits): WrongValue[] {
  const found: WrongValue[] = [];
  const because = 'the documents give a form';
  if (fits('192.0.2.10') && !fits('name') && !fits('2001:db8::1'))
    found.push({ what: 'other-addresses', title: 'an address of IPv6', value: '2001:db8::1', because });
  // What any text may stand for is no list of words.
  if (fits(`${text} ${text}`) && !fits(`${text},${text}`) && !fits(`${text}x`))
    found.push({ what: 'separator', title: 'words with a comma between them', value: `${text},${text}`, because });
  return found;
}

/** Beyond what forms of addresses and times have at most, with a number that is as long and may be allowed. */
const BEYOND: [beyond: string, asLong: string][] = [
  ['33', '11'],
  ['61', '11'],
  ['256', '111'],
];

/** Of the numbers in a form, such as that of an address, the first and the last beyond their range. */
function wrongNumbersInside(whole: string, fits: Fits): WrongValue[] {
  const [first = '', ...more] = whole.split(',');
  // Where a list is allowed, one alone may be read by other means than several.
  const alone = more.length > 0 ? [first, more.at(-1) ?? ''].filter(fits) : [];
  return [...numbersBeyond(whole, fits), ...alone.flatMap((one, i) => numbersBeyond(one, fits, `alone-${i + 1}/`))];
}

function numbersBeyond(text: string, fits: Fits, which = ''): WrongValue[] {
  const runs = [...text.matchAll(/\d+/g)];
  const ends = [...new Set([runs[0], runs.at(-1)])];
  return ends.flatMap((run, i): WrongValue[] => {
    if (!run) return [];
    const change = (by: string): string => text.slice(0, run.index) + by + text.slice(run.index + run[0].length);
    const [beyond] = BEYOND.find(([by, asLong]) => fits(change(asLong)) && !fits(change(by))) ?? [];
    if (beyond === undefined) return [];
    const because = `the documents give a form, and ${beyond} is beyond the range of its number`;
    return [{ what: `range-inside/${which}${i + 1}`, title: `${change(beyond)}`, value: change(beyond), because }];
  });
}

/** A text but for the case of its letters, for its last character, or for one more. */
function nearForms(schema: Schema, text: string, fits: Fits): WrongValue[] {
  // A scheme and a host have no case of their own (RFC 3986, section 6.2.2.1).
  if (text.includes(':') || !fits(text)) return [];
  const because = 'the documents give a form';
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
  const cased = [text.toUpperCase(), text.toLowerCase()].filter((one) => one !== text).slice(0, 1);
  const tried = [
    ...cased.map((value) => ({ what: 'other-case', title: `${value}, in other letters`, value })),
    { what: 'one-less', title: 'without its last character', value: text.slice(0, -1) },
    { what: 'one-more', title: 'with its last character twice', value: text + text.slice(-1) },
  ];
  return tried
    .filter(({ value }) => value.length >= Math.max(minLength, 1) && value.length <= maxLength && !fits(value))
    .map((one) => ({ ...one, because }));
}
