// Tables of XML nodes → schema: an object to JSON Schema, with names, namespaces and attributes under `xml` (OpenAPI, XML Object).
import type { PageWords } from '../constraints/page-words.js';
import { escapeRegExp } from '../constraints/template.js';
import type { Schema } from '../contract/api.js';
import type { Namespace, NodeRow } from '../extract/page.js';
import { type Child, type Dtd, readDtd } from './dtd.js';
import { readXmlSamples, type XmlSamples } from './xml-samples.js';

/** XML 1.0 reserves the prefix `xml` for this namespace (Namespaces in XML, section 3). */
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/**
 * The schema of the root element, the first row. What contains what is told by DTD declarations, else by descriptions
 * that call nodes of the table children; a node that nothing places hangs where the samples have it, else in the last
 * element above that holds "the following elements", else in the one that may hold anything, else under the root, so that none is lost.
 *
 * @param texts fences and cells that may hold DTD declarations
 * @param wording words that descriptions of nodes use
 * @param samples documents as the page shows them
 */
export function nodeSchema(
  rows: readonly NodeRow[],
  namespaces: readonly Namespace[],
  texts: readonly string[],
  wording: PageWords,
  samples: readonly string[] = [],
): Schema {
  const nodes = rows.filter((row) => /^[A-Za-z_][\w.-]*$/.test(row.name));
  const [root] = nodes;
  if (!root) return { type: 'object' };
  const dtd = readDtd([...texts, ...rows.map((row) => row.notes)]);
  const shown = readXmlSamples(samples);
  return new Builder(nodes, new Map([...shown.namespaces, ...uriByPrefix(namespaces)]), dtd, shown, wording).build(
    root,
  );
}

class Builder {
  private readonly placed = new Set<NodeRow>();
  /** Nodes that no declaration and no description places, by the name of the element that they hang in. */
  private homes = new Map<string, NodeRow[]>();
  /** Names that are declared as attributes and as nothing else. */
  private readonly attributes: ReadonlySet<string>;

  constructor(
    private readonly nodes: readonly NodeRow[],
    private readonly uris: ReadonlyMap<string, string>,
    private readonly dtd: Dtd,
    private readonly shown: XmlSamples,
    private readonly wording: PageWords,
  ) {
    const elements = new Set([...dtd.children].flatMap(([name, within]) => [name, ...within.map((one) => one.name)]));
    this.attributes = new Set([...dtd.attributes.values()].flat().filter((name) => !elements.has(name)));
  }

  build(root: NodeRow): Schema {
    this.homes = this.homesOf(root);
    const schema = this.element(root, []);
    const rest = this.nodes.filter((node) => !this.placed.has(node));
    if (rest.length === 0) return schema;
    const properties: Record<string, Schema> = { ...schema.properties };
    for (const node of rest) if (!this.placed.has(node)) properties[node.name] ??= this.element(node, [root]);
    return { ...schema, type: 'object', properties };
  }

  private homesOf(root: NodeRow): Map<string, NodeRow[]> {
    const named = new Set(this.nodes.flatMap((node) => this.childrenOf(node).map(({ name }) => name.toLowerCase())));
    const anything = this.nodes.filter((node) => this.dtd.any.has(node.name));
    const homes = new Map<string, NodeRow[]>();
    let element = root;
    let above: NodeRow | undefined;
    for (const node of this.nodes) {
      if (!this.isAttribute(node)) element = node;
      if (this.holdsBelow(element)) above = element;
      if (node === root || named.has(node.name.toLowerCase())) continue;
      const parents = this.shown.parents.get(node.name) ?? [];
      const open = this.isAttribute(node) ? [element] : above ? [above] : anything;
      const home = this.nodes.find((one) => parents.includes(one.name)) ?? (open.length === 1 ? open[0] : undefined);
      if (home && home !== node) homes.set(home.name, [...(homes.get(home.name) ?? []), node]);
    }
    return homes;
  }

  /** "One of the following elements will be its child". */
  private holdsBelow({ overview }: NodeRow): boolean {
    return this.wording.tellsOfChild.test(overview) && this.wording.tellsOfElementsBelow.test(overview);
  }

  private element(node: NodeRow, path: readonly NodeRow[]): Schema {
    // A node that occurs in several places is spelled out once: declarations of untrusted pages could multiply without end.
    const again = this.placed.has(node);
    this.placed.add(node);
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    const guests = (this.homes.get(node.name) ?? []).map(({ name }): Child => ({ name, many: false }));
    for (const child of again ? [] : [...this.childrenOf(node), ...guests]) {
      const row = this.find(child.name, [...path, node]);
      if (!row) continue;
      const schema = this.element(row, [...path, node]);
      properties[row.name] = child.many ? { type: 'array', items: schema } : schema;
      if (row.required) required.push(row.name);
    }
    const description = [node.overview, node.notes].filter(Boolean).join('\n');
    const children = Object.keys(properties).length > 0;
    return {
      ...this.typeOf(node, children),
      ...(description ? { description } : {}),
      xml: this.xml(node),
      ...(children ? { properties } : {}),
      ...(required.length > 0 ? { required } : {}),
      ...(this.dtd.any.has(node.name) ? { additionalProperties: true } : {}),
    };
  }

  /** By its kind, or where it is declared as an attribute and as nothing else. */
  private isAttribute({ kind, name }: NodeRow): boolean {
    return this.wording.tellsOfAttribute.test(kind) || this.attributes.has(name);
  }

  private typeOf(node: NodeRow, children: boolean): Schema {
    if (this.isAttribute(node)) return { type: 'string' };
    if (children || this.dtd.empty.has(node.name) || this.dtd.any.has(node.name)) return { type: 'object' };
    if (this.dtd.text.has(node.name)) return { type: 'string' };
    // Samples show in it what no row is about, or declarations leave it out.
    return this.shown.containers.has(node.name) || this.dtd.children.size > 0 ? { type: 'object' } : { type: 'string' };
  }

  /** Children and attributes by the declarations, else the nodes that the description names beside a word for child. */
  private childrenOf(node: NodeRow): Child[] {
    if (this.isAttribute(node)) return [];
    const declared = this.dtd.children.get(node.name) ?? [];
    const attributes = (this.dtd.attributes.get(node.name) ?? []).map((name): Child => ({ name, many: false }));
    if (declared.length > 0) return [...declared, ...attributes];
    const told = this.wording.tellsOfChild.test(node.overview);
    if (this.dtd.empty.has(node.name) || this.dtd.text.has(node.name) || !told) return attributes;
    const named = this.nodes
      .filter((other) => other !== node && !this.isAttribute(other) && mentions(node.overview, other.name))
      .map(
        ({ name }): Child => ({
          name,
          many: new RegExp(this.wording.several + escapeRegExp(name), 'iu').test(node.overview),
        }),
      );
    return [...named, ...attributes];
  }

  /** The row of a name that is not already open: names recur in other namespaces, and schemas must end. */
  private find(name: string, path: readonly NodeRow[]): NodeRow | undefined {
    const same = this.nodes.filter((node) => node.name.toLowerCase() === name.toLowerCase() && !path.includes(node));
    return same.find((node) => !this.placed.has(node)) ?? same[0];
  }

  private xml(node: NodeRow): Schema {
    const prefix = node.namespace.trim().replace(/:$/, '');
    const uri = prefix === 'xml' ? XML_NAMESPACE : (this.uris.get(prefix) ?? this.uriItself(node.namespace.trim()));
    return {
      name: node.name,
      ...(uri ? { namespace: uri } : {}),
      ...(/^\w+$/.test(prefix) && this.uriItself(node.namespace.trim()) === undefined ? { prefix } : {}),
      ...(this.isAttribute(node) ? { attribute: true } : {}),
    };
  }

  /** A namespace cell that holds the URI (`DAV:`, `urn:x`) rather than a prefix. */
  private uriItself(cell: string): string | undefined {
    return [...this.uris.values()].includes(cell) || /^\w+:[^\s]{2,}$/.test(cell) || cell === 'DAV:' ? cell : undefined;
  }
}

/** Whether a description names a node as a word of its own. */
function mentions(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!/[\w-]/.test(text[at - 1] ?? '') && !/[\w-]/.test(text[at + name.length] ?? '')) return true;
  return false;
}

function uriByPrefix(namespaces: readonly Namespace[]): Map<string, string> {
  return new Map(
    namespaces.flatMap(({ prefix, uri }) =>
      // A word without a colon is no URI (RFC 3986, section 3): some other row's name.
      prefix && uri.includes(':') ? [[prefix.trim().replace(/:$/, ''), uri.trim()] as const] : [],
    ),
  );
}
