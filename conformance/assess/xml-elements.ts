// The elements of a body in XML (Extensible Markup Language 1.0, Namespaces in XML 1.0), read in one go from front to back.

export interface XmlElement {
  /** Without its prefix. */
  name: string;
  /** What the prefix stands for; empty where nothing says it. */
  namespace: string;
  children: XmlElement[];
  /** Its own text, without the blanks around it. */
  text: string;
}

const TOKEN = /<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(.*?)\]\]>|<\/([^\s<>]+)\s*>|<([^\s/<>!?]+)([^<>]*)>|([^<]+)/sy;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

interface Open {
  element: XmlElement;
  tag: string;
  bound: Map<string, string>;
}

/** @returns undefined where it is not well-formed; `unread` where it has what is not read here (a document type) */
export function xmlRoot(body: string): XmlElement | 'unread' | undefined {
  if (/<!DOCTYPE|<[^<>]*=\s*(?:"[^"]*>|'[^']*>)/i.test(body)) return 'unread';
  const open: Open[] = [];
  let root: XmlElement | undefined;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < body.length) {
    const [whole, data, closed, tag, attributes = '', text] = TOKEN.exec(body) ?? [];
    if (whole === undefined) return undefined;
    const around = open.at(-1);
    if (closed !== undefined) {
      if (around?.tag !== closed) return undefined;
      around.element.text = around.element.text.trim();
      open.pop();
    } else if (tag !== undefined) {
      if (!around && root) return undefined;
      const bound = bindings(attributes, around?.bound);
      const element = elementOf(tag, bound);
      if (!element) return undefined;
      root ??= element;
      around?.element.children.push(element);
      if (!attributes.endsWith('/')) open.push({ element, tag, bound });
    } else if (around) around.element.text += data ?? decoded(text ?? '');
    else if ((text ?? data ?? '').replace(/^\uFEFF/, '').trim() !== '') return undefined;
  }
  return open.length === 0 ? root : undefined;
}

function bindings(attributes: string, outer = new Map<string, string>()): Map<string, string> {
  if (!attributes.includes('xmlns')) return outer;
  const bound = new Map(outer);
  for (const [, name = '', one, other] of attributes.matchAll(ATTRIBUTE))
    if (name === 'xmlns' || name.startsWith('xmlns:')) bound.set(name.slice(6), one ?? other ?? '');
  return bound;
}

function elementOf(tag: string, bound: Map<string, string>): XmlElement | undefined {
  const [prefix = '', ...rest] = tag.includes(':') ? tag.split(':') : ['', tag];
  if (prefix !== '' && !bound.has(prefix)) return undefined;
  return { name: rest.join(':'), namespace: bound.get(prefix) ?? '', children: [], text: '' };
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
    if (code === undefined) return NAMED[name] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Children of a name in the namespace of another element. */
export function childrenOf(parent: XmlElement | undefined, name: string): XmlElement[] {
  return parent?.children.filter((one) => one.name === name && one.namespace === parent.namespace) ?? [];
}
