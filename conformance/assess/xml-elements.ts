// The elements of a body in XML, with what their prefixes stand for (Namespaces in XML 1.0).
import { XmlElement as Parsed, parseXml, XmlError, XmlText } from '@rgrove/parse-xml';

export interface XmlElement {
  /** Without its prefix. */
  name: string;
  /** What the prefix stands for; empty where nothing says it. */
  namespace: string;
  children: XmlElement[];
  /** Its own text, without that of its children and the blanks around it. */
  text: string;
}

/** @returns undefined where it is not well-formed; `unread` where it has what is not read here (a document type) */
export function xmlRoot(body: string): XmlElement | 'unread' | undefined {
  if (/<!DOCTYPE/i.test(body)) return 'unread';
  try {
    const { root } = parseXml(body);
    return root ? elementOf(root, new Map()) : undefined;
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    // Nested so deep that the parser runs out of stack.
    if (error instanceof RangeError) return 'unread';
    throw error;
  }
}

function elementOf(parsed: Parsed, around: ReadonlyMap<string, string>): XmlElement | undefined {
  const bound = bindings(parsed, around);
  const [prefix = '', name] = parsed.name.includes(':') ? parsed.name.split(/:(.*)/s) : ['', parsed.name];
  if (name === undefined || (prefix !== '' && !bound.has(prefix))) return undefined;
  const children: XmlElement[] = [];
  for (const one of parsed.children) {
    if (!(one instanceof Parsed)) continue;
    const child = elementOf(one, bound);
    if (!child) return undefined;
    children.push(child);
  }
  return { name, namespace: bound.get(prefix) ?? '', children, text: ownText(parsed) };
}

function ownText({ children }: Parsed): string {
  return children
    .flatMap((one) => (one instanceof XmlText ? [one.text] : []))
    .join('')
    .trim();
}

function bindings({ attributes }: Parsed, around: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const own = Object.entries(attributes).filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  return own.length === 0 ? around : new Map([...around, ...own.map(([name, to]) => [name.slice(6), to] as const)]);
}

/** Children of a name in the namespace of another element. */
export function childrenOf(parent: XmlElement | undefined, name: string): XmlElement[] {
  return parent?.children.filter((one) => one.name === name && one.namespace === parent.namespace) ?? [];
}
