// Tables of XML nodes → schema. A body in XML is an object to JSON Schema with the names and namespaces under `xml`.
import type { Schema } from '../contract/api.js';
import type { Namespace, NodeRow } from '../extract/page.js';

/** The root element with the other nodes as properties; nesting is what DTDs and prose tell, which a flat table does not. */
export function xmlSchema(rows: NodeRow[], namespaces: Namespace[]): Schema {
  const uris = new Map(namespaces.map(({ prefix, uri }) => [prefix.replace(/:$/, ''), uri]));
  const [root, ...nodes] = rows.filter((row) => /^[A-Za-z_][\w.-]*$/.test(row.name));
  const properties: Record<string, Schema> = {};
  for (const node of nodes) properties[node.name] ??= { ...xmlOf(node, uris), ...about(node) };
  return {
    type: 'object',
    ...(root ? { ...xmlOf(root, uris), ...about(root) } : {}),
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
  };
}

function xmlOf(node: NodeRow, uris: ReadonlyMap<string, string>): Schema {
  const prefix = node.namespace.replace(/:$/, '');
  const uri =
    uris.get(prefix) ?? (/^\w+:[^\s]*:?$/.test(node.namespace) && !/^\w+:?$/.test(prefix) ? node.namespace : undefined);
  const attribute = /attribute|属性/i.test(node.kind);
  return {
    xml: {
      name: node.name,
      ...(uri ? { namespace: uri } : {}),
      ...(/^\w+$/.test(prefix) ? { prefix } : {}),
      ...(attribute ? { attribute: true } : {}),
    },
  };
}

function about(node: NodeRow): { description?: string } {
  const description = [node.overview, node.notes].filter(Boolean).join('\n');
  return description ? { description } : {};
}
