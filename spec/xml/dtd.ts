// Element declarations (XML 1.0, section 3.2) → which elements contain which. Sloppy spellings in documents are read as meant.

export interface Child {
  name: string;
  /** `*` or `+`: any number of them. */
  many: boolean;
}

export interface Dtd {
  /** Element → its children in order; declarations of one name are put together. */
  children: Map<string, Child[]>;
  attributes: Map<string, string[]>;
  text: Set<string>;
  empty: Set<string>;
  any: Set<string>;
}

const DECLARATION = /<\s{0,3}!?\s{0,3}(ELEMENT|ATTLIST)\s{1,8}([A-Za-z_][\w.-]{0,80})!?\s{0,8}([^<>]{0,2000})/g;

/** A name, a type (a word, or a choice in brackets) and a default, the latter two as far as they are there; one behind the other. */
const ATTRIBUTE =
  /([A-Za-z_][\w.-]{0,80})(?:\s{1,8}(?:[A-Z]{2,20}|\([^()]{0,300}\))){0,2}(?:\s{0,8}(?:#[A-Za-z]{1,20}|"[^"]{0,200}"|'[^']{0,200}')){0,2}\s{0,8}/gy;

/** Reads every declaration in the texts; anything else in them is skipped. */
export function readDtd(texts: readonly string[]): Dtd {
  const dtd: Dtd = { children: new Map(), attributes: new Map(), text: new Set(), empty: new Set(), any: new Set() };
  for (const text of texts)
    for (const [, kind, name, content] of text.matchAll(DECLARATION)) {
      if (name === undefined || content === undefined) continue;
      if (kind === 'ATTLIST') addAttribute(dtd, name, content);
      else addElement(dtd, name, content);
    }
  return dtd;
}

function addAttribute(dtd: Dtd, owner: string, content: string): void {
  const names = [...content.matchAll(ATTRIBUTE)].map((found) => found[1] as string);
  dtd.attributes.set(owner, [...new Set([...(dtd.attributes.get(owner) ?? []), ...names])]);
}

function addElement(dtd: Dtd, name: string, content: string): void {
  const before = dtd.children.get(name) ?? [];
  for (const [, word, mark] of content.matchAll(/(#?[A-Za-z_][\w.-]{0,80})\s?([*+?]?)/g)) {
    if (word === undefined) continue;
    if (word === '#PCDATA') dtd.text.add(name);
    else if (/^E(?:MPTY|NPTY|MTPY)$/.test(word)) dtd.empty.add(name);
    else if (word === 'ANY') dtd.any.add(name);
    else if (!/^(?:or|and)$/i.test(word) && !before.some((child) => child.name.toLowerCase() === word.toLowerCase()))
      before.push({ name: word, many: mark === '*' || mark === '+' || /\)\s?[*+]\s*$/.test(content) });
  }
  dtd.children.set(name, before);
}
