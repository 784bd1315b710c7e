// Takes a path of the contract apart: `/{CellName}/__ctl/Relation(Name='{RelationName}')/$links/{file}.{ext}`.
import { type KeySegment, readKeyTemplate } from './key-segment.js';

/** A key of an entity set in a path: its name ('' in the short form), its variable and how the value is quoted. */
export interface TemplateKey {
  name: string;
  variable: string;
  quote: string;
}

export type TemplateSegment =
  | { kind: 'literal'; text: string }
  | { kind: 'variable'; variable: string }
  | { kind: 'keys'; set: string; keys: TemplateKey[] }
  /** Literals and variables by turns, starting and ending with a literal that may be empty: `v{major}.{minor}`. */
  | { kind: 'mixed'; literals: string[]; variables: string[] };

/** Splits a path at its slashes; those inside a quoted key (`ExtCell('https://…/')`) stay. No first, empty segment. */
export function splitPath(path: string): string[] {
  const text = path.startsWith('/') ? path.slice(1) : path;
  if (!text.includes("('") && !text.includes("='")) return text.split('/');
  const segments: string[] = [];
  let start = 0;
  let inKeys = false;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === "'" && inKeys) quoted = !quoted;
    else if (char === '(') inKeys = true;
    else if (char === '/' && !quoted) {
      segments.push(text.slice(start, at));
      start = at + 1;
      inKeys = false;
    }
  }
  if (quoted) return text.split('/');
  segments.push(text.slice(start));
  return segments;
}

/** The segments of an OpenAPI path. */
export function readPathTemplate(path: string): TemplateSegment[] {
  return splitPath(path).map(readSegment);
}

function readSegment(text: string): TemplateSegment {
  const parts = text.split(/\{([^{}]*)\}/);
  if (parts.length === 1) return { kind: 'literal', text };
  if (parts.length === 3 && parts[0] === '' && parts[2] === '') return { kind: 'variable', variable: parts[1] ?? '' };
  const keys = templateKeys(readKeyTemplate(text));
  if (keys) return { kind: 'keys', ...keys };
  return {
    kind: 'mixed',
    literals: parts.filter((_, index) => index % 2 === 0),
    variables: parts.filter((_, index) => index % 2 === 1),
  };
}

function templateKeys(segment: KeySegment | undefined): { set: string; keys: TemplateKey[] } | undefined {
  if (!segment?.keys || segment.set.includes('{')) return undefined;
  const keys: TemplateKey[] = [];
  for (const { name, value, quote } of segment.keys) {
    const variable = /^\{([^{}]*)\}$/.exec(value ?? '')?.[1];
    if (variable === undefined) return undefined;
    keys.push({ name, variable, quote });
  }
  return { set: segment.set, keys };
}
