// YAML as people write it: what it says, where each part stands, and the first thing that is wrong with it. Pure.
import { createRequire } from 'node:module';
import type { Document, ParsedNode } from 'yaml';
import { DEEPEST, tooDeepAt } from './nesting.js';

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
  const { document, value, broken } = read(text, aliases, (given) =>
    parseDocument(given, { lineCounter: lines, uniqueKeys: true }),
  );
  if (broken) lines.lineStarts = Array.from(text.matchAll(/^/gm), (start) => start.index);
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

type Read = Pick<YamlSource, 'document' | 'value' | 'broken'>;

function read(text: string, aliases: number, parse: (text: string) => Document.Parsed): Read {
  const nothing = (message: string, offset = 0): Read => {
    return { document: parse(''), value: undefined, broken: { message, offset } };
  };
  const deep = tooDeepAt(text);
  if (deep !== undefined) return nothing(`nested deeper than ${DEEPEST} levels`, deep);
  try {
    const document = parse(text);
    return { document, ...readValue(document, aliases) };
  } catch (reason) {
    // The parser calls itself for each level, and has no limit of its own.
    if (reason instanceof RangeError) return nothing('nested too deep');
    throw reason;
  }
}

function readValue(document: Document.Parsed, aliases: number): Pick<YamlSource, 'value' | 'broken'> {
  const error = document.errors[0];
  if (error)
    return {
      value: undefined,
      broken: { message: firstLine(error.message), offset: error.pos[0] },
    };
  try {
    const value: unknown = document.toJS({ maxAliasCount: aliases });
    if (!holdsItself(value, new Set(), new Set())) return { value };
    return { value: undefined, broken: { message: 'an anchor stands inside itself', offset: 0 } };
  } catch (reason) {
    return { value: undefined, broken: { message: firstLine((reason as Error).message), offset: 0 } };
  }
}

/** Of a message, whose further lines show the text. */
function firstLine(message: string): string {
  const line = message.split('\n', 1)[0] ?? '';
  return line.replace(/:$/, '').replace('Maximum call stack size exceeded', 'nested too deep');
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
