// YAML as people write it: what it says, where each part stands, and the first thing that is wrong with it. Pure.
import { createRequire } from 'node:module';
import type { Document, ParsedNode } from 'yaml';
import { nestsTooDeep } from './nesting.js';

/** Loaded with the first text: a start-up that reads none does not wait for it. */
const load = createRequire(import.meta.url);

/** A place in a text, both counted from 1. */
export interface YamlPlace {
  line: number;
  column: number;
}

export interface YamlSource {
  document: Document.Parsed;
  /** Plain values; undefined where the text is broken. A tree: it holds no value inside itself. */
  value: unknown;
  /** Why there is no value, in one line, and the offset in the text that shows it. */
  broken?: { message: string; offset: number };
  placeAt(offset: number): YamlPlace;
  /** Offset of the value at a path, else of the nearest one around it that is there; 0 where none is. */
  offsetOf(path: readonly (string | number)[]): number;
}

/**
 * Reads YAML 1.2 that anybody may have written: what cannot be read is said, not thrown.
 *
 * @param aliases how many values aliases may stand for, so that a short text can't become a huge value
 */
export function readYaml(text: string, aliases = 100): YamlSource {
  const { LineCounter, parseDocument } = load('yaml') as typeof import('yaml');
  const lines = new LineCounter();
  const isDeep = nestsTooDeep(text);
  const document = parseDocument(isDeep ? '' : text, { lineCounter: lines, uniqueKeys: true });
  const { value, broken }: Pick<YamlSource, 'value' | 'broken'> = isDeep
    ? { value: undefined, broken: { message: 'brackets stand too deep in each other', offset: 0 } }
    : readValue(document, aliases);
  return {
    document,
    value,
    ...(broken ? { broken } : {}),
    placeAt(offset) {
      const { line, col } = lines.linePos(offset);
      return { line: line || 1, column: col || 1 };
    },
    offsetOf(path) {
      for (let n = path.length; n > 0; n--) {
        const node = document.getIn(path.slice(0, n), true) as ParsedNode | undefined;
        if (node?.range) return node.range[0];
      }
      return 0;
    },
  };
}

function readValue(document: Document.Parsed, aliases: number): Pick<YamlSource, 'value' | 'broken'> {
  const error = document.errors[0];
  if (error)
    return {
      value: undefined,
      broken: { message: error.message.split('\n')[0]?.replace(/:$/, '') ?? 'not YAML', offset: error.pos[0] },
    };
  try {
    const value: unknown = document.toJS({ maxAliasCount: aliases });
    if (!holdsItself(value, new Set(), new Set())) return { value };
    return { value: undefined, broken: { message: 'an anchor stands inside itself', offset: 0 } };
  } catch (reason) {
    return { value: undefined, broken: { message: (reason as Error).message, offset: 0 } };
  }
}

function holdsItself(value: unknown, around: Set<object>, seen: Set<object>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (around.has(value)) return true;
  if (seen.has(value)) return false;
  seen.add(value);
  around.add(value);
  const found = Object.values(value).some((inner) => holdsItself(inner, around, seen));
  around.delete(value);
  return found;
}
