// Tags of components that sites of documentation render: `<ParamField body="size" required>` (MDX), `{% swagger-parameter in="body" %}` (GitBook).

export interface ComponentTag {
  name: string;
  kind: 'opens' | 'closes' | 'whole';
  /** One without a value has an empty one. */
  attributes: ReadonlyMap<string, string>;
  /** Offsets in the text, end exclusive. */
  start: number;
  end: number;
}

const START = /<\/?[A-Z]|\{%/g;
const ATTRIBUTE =
  /([\w:-]{1,60})(?:\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)'|\{\s{0,5}["'`]?([^{}]*?)["'`]?\s{0,5}\}|([^\s"'{}=<>]+)))?/g;
const CLOSING = /<\/([A-Z][\w.-]{0,60})\s{0,5}>|\{%\s{0,5}end([\w-]{1,60})\s{0,5}%\}/g;
const MAX_LENGTH = 2000;

/** Names of tags that something closes somewhere in a text. */
export function closedTags(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(CLOSING)].map(([, element, block]) => (element ?? block) as string));
}

/**
 * The tags of a part of a text, in its order. Names of HTML have small letters: those are none, nor is `<ID>`, which nothing closes.
 *
 * @param closed the names of those that are closed
 */
export function componentTags(text: string, from: number, to: number, closed: ReadonlySet<string>): ComponentTag[] {
  const tags: ComponentTag[] = [];
  const isOne = ({ name, kind, attributes }: ComponentTag): boolean =>
    kind !== 'opens' || attributes.size > 0 || closed.has(name);
  START.lastIndex = from;
  for (let found = START.exec(text); found && found.index < to; found = START.exec(text)) {
    const tag = found[0] === '{%' ? blockTag(text, found.index) : elementTag(text, found.index);
    if (!tag || tag.end > to || !isOne(tag)) continue;
    tags.push(tag);
    START.lastIndex = tag.end;
  }
  return tags;
}

/** `{% name … %}`, `{% endname %}`. */
function blockTag(text: string, start: number): ComponentTag | undefined {
  const end = text.slice(start, start + MAX_LENGTH).indexOf('%}');
  const [, closing, name, rest = ''] =
    /^\s{0,5}(end)?([\w-]{1,60})([\s\S]*)$/.exec(text.slice(start + 2, start + end)) ?? [];
  if (end < 0 || !name) return undefined;
  return { name, kind: closing ? 'closes' : 'opens', attributes: attributesIn(rest), start, end: start + end + 2 };
}

/** `<Name …>`, `</Name>`, `<Name … />`. */
function elementTag(text: string, start: number): ComponentTag | undefined {
  const end = elementEnd(text, start);
  const [, closing, name, rest = '', whole] =
    /^<(\/?)([A-Z][\w.-]{0,60})([\s\S]*?)(\/?)>$/.exec(end === undefined ? '' : text.slice(start, end)) ?? [];
  if (end === undefined || !name || (rest !== '' && !/^\s/.test(rest))) return undefined;
  const kind = closing ? 'closes' : whole ? 'whole' : 'opens';
  return { name, kind, attributes: attributesIn(rest), start, end };
}

/** Behind the `>` that stands in no quotes and no braces. */
function elementEnd(text: string, start: number): number | undefined {
  let quote = '';
  let depth = 0;
  for (let i = start; i < text.length && i < start + MAX_LENGTH; i++) {
    const char = text[i] as string;
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'" || char === '`') quote = char;
    else if (char === '{') depth++;
    else if (char === '}') depth--;
    else if (char === '>' && depth <= 0) return i + 1;
  }
  return undefined;
}

function attributesIn(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, key = '', double, single, braced, bare] of text.matchAll(ATTRIBUTE))
    attributes.set(key, double ?? single ?? braced ?? bare ?? '');
  return attributes;
}
