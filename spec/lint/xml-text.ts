// Whether the tags of an XML text match (XML 1.0, section 2.1): no more than a writer needs to be told.
import { straightAttributes } from '../xml/straight-attributes.js';

export interface XmlProblem {
  offset: number;
  length: number;
  message: string;
}

interface Tag {
  name: string;
  offset: number;
  length: number;
  kind: 'open' | 'close' | 'empty';
}

/** The first tag without its other, or a quote that is none; undefined where all match. Elisions (`...`) are text. */
export function xmlProblem(written: string): XmlProblem | undefined {
  const text = straightAttributes(written);
  return tagProblem(text) ?? quoteProblem(written, text);
}

function quoteProblem(written: string, text: string): XmlProblem | undefined {
  if (written === text) return undefined;
  let offset = 0;
  while (written[offset] === text[offset]) offset++;
  return { offset, length: 1, message: `${written[offset]} is no quote of an attribute` };
}

function tagProblem(text: string): XmlProblem | undefined {
  const open: Tag[] = [];
  for (const tag of tagsOf(text)) {
    const { name, kind, offset, length } = tag;
    if (kind === 'open') open.push(tag);
    if (kind !== 'close') continue;
    const last = open.pop();
    if (last?.name === name) continue;
    return { offset, length, message: last ? `</${name}> where </${last.name}> belongs` : `</${name}> closes nothing` };
  }
  const last = open.at(-1);
  return last && { offset: last.offset, length: last.length, message: `<${last.name}> is not closed` };
}

const ASIDES = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;
const NAME = /\/?[A-Za-z_][\w.:-]*/y;

/** Every tag in order; what never ends is where reading ends. Each character is looked at a bounded number of times. */
function* tagsOf(text: string): Generator<Tag> {
  for (let i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i)) {
    const aside = ASIDES.find(([start]) => text.startsWith(start, i));
    if (aside) {
      const end = text.indexOf(aside[1], i + aside[0].length);
      if (end < 0) return;
      i = end + aside[1].length;
      continue;
    }
    NAME.lastIndex = i + 1;
    const name = NAME.exec(text)?.[0];
    if (name === undefined) {
      i++;
      continue;
    }
    const end = tagEnd(text, i + 1 + name.length);
    if (end < 0) return;
    const kind = name.startsWith('/') ? 'close' : text[end - 1] === '/' ? 'empty' : 'open';
    yield { name: name.replace('/', ''), offset: i, length: end + 1 - i, kind };
    i = end + 1;
  }
}

/** Offset of the `>` that ends a tag, those in quotes left out. */
function tagEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const char = text[i];
    if (char === '>') return i;
    if (char !== '"' && char !== "'") continue;
    i = text.indexOf(char, i + 1);
    if (i < 0) return -1;
  }
  return -1;
}
