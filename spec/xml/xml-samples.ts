// What XML samples show: which element stands in which, and what their prefixes stand for. Broken ones as far as they go.
import { straightAttributes } from './straight-attributes.js';

export interface XmlSamples {
  /** By the name of an element, without its prefix: the names of those that it stands in. */
  parents: Map<string, string[]>;
  /** Names of elements that others stand in. */
  containers: Set<string>;
  /** URIs by prefix (Namespaces in XML 1.0, section 3). */
  namespaces: Map<string, string>;
}

/** Levels that a sample may have, and parents of one name: samples are untrusted. */
const MAX = 100;

const TAG = /<(\/?)(?:([A-Za-z_][\w.-]{0,80}):)?([A-Za-z_][\w.-]{0,80})([^<>]{0,2000})>/g;
const DECLARED = /\bxmlns:([\w.-]{1,80})\s{0,3}=\s{0,3}["']([^"'<>]{1,300})["']/g;

export function readXmlSamples(texts: readonly string[]): XmlSamples {
  const shown: XmlSamples = { parents: new Map(), containers: new Set(), namespaces: new Map() };
  for (const text of texts) {
    const open: string[] = [];
    for (const [, closing, , name, rest] of straightAttributes(text).matchAll(TAG)) {
      if (name === undefined || rest === undefined) continue;
      if (closing) {
        const at = open.lastIndexOf(name);
        if (at >= 0) open.length = at;
        continue;
      }
      const parent = open.at(-1);
      if (parent !== undefined) shown.containers.add(parent);
      const known = shown.parents.get(name) ?? [];
      if (parent !== undefined && parent !== name && known.length < MAX && !known.includes(parent))
        shown.parents.set(name, [...known, parent]);
      for (const [, prefix, uri] of rest.matchAll(DECLARED))
        if (prefix && uri && !shown.namespaces.has(prefix)) shown.namespaces.set(prefix, uri);
      if (!rest.trimEnd().endsWith('/') && open.length < MAX) open.push(name);
    }
  }
  return shown;
}
