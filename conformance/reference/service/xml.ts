// Bodies in XML, as far as requests to a cell have them.
import { DomainError } from '../model/catalogue.js';

export interface XmlElement {
  name: string;
  attributes: string;
  children: XmlElement[];
  text: string;
}

const MAX_DEPTH = 16;
const TAG = /<(\/?)(?:[\w.-]+:)?([\w.-]+)(?![\w.-])([^<>]*?)(\/?)>|<\?[^<>]*\?>|([^<]+)/y;

/** Elements by their local names. No entities, no document types: nothing here needs them. @throws DomainError 400 */
export function readXml(xml: string): XmlElement {
  const top: XmlElement = { name: '', attributes: '', children: [], text: '' };
  const open: XmlElement[] = [top];
  TAG.lastIndex = 0;
  while (TAG.lastIndex < xml.length) {
    const match = TAG.exec(xml);
    const current = open.at(-1);
    if (!match || !current || open.length > MAX_DEPTH) throw new DomainError('PR400-DV-0001');
    const [, closing, name, attributes = '', empty, text] = match;
    if (text !== undefined) current.text += text;
    else if (name !== undefined && closing) {
      if (open.length < 2 || open.pop()?.name !== name) throw new DomainError('PR400-DV-0001');
    } else if (name !== undefined) {
      const element: XmlElement = { name, attributes, children: [], text: '' };
      current.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const [root, ...others] = top.children;
  if (open.length > 1 || !root || others.length > 0) throw new DomainError('PR400-DV-0001');
  return root;
}
