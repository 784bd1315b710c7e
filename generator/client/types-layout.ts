// Gives openapi-typescript's text the layout that biome and prettier give it, so that a consumer's formatter finds nothing to do.
import { stringLiteral, textWidth, unionLines } from '../typescript/literal.js';

const WIDTH = 120;

/** Two blanks of indentation, single quotes, unions over several lines where biome breaks them. Comments keep their words. */
export function typesLayout(text: string): string {
  let inComment = false;
  const lines = text.split('\n').map((line) => {
    const trimmed = line.trimStart();
    const isComment = inComment || trimmed.startsWith('/*') || trimmed.startsWith('//');
    inComment = isComment && !trimmed.startsWith('//') && !line.includes('*/');
    const indent = Math.floor((line.length - trimmed.length) / 4) * 2;
    return isComment
      ? { indent, code: (trimmed.startsWith('*') ? ' ' : '') + trimmed.trimEnd(), isComment }
      : { indent, code: bareKey(quoted(trimmed)), isComment };
  });
  return blocks(lines)
    .map(({ indent, code }) => (code === '' ? '' : ' '.repeat(indent) + code))
    .join('\n');
}

interface Line {
  indent: number;
  code: string;
  isComment: boolean;
}

function quoted(code: string): string {
  return code.replace(/"(?:[^"\\]|\\.)*"/g, (literal) => {
    try {
      return stringLiteral(JSON.parse(literal) as string);
    } catch {
      return literal;
    }
  });
}

/** A key in quotes that needs none: letters of any script may begin a name. */
function bareKey(code: string): string {
  return code.replace(/^'([\p{ID_Start}$_][\p{ID_Continue}$]*)'(?=\??:)/u, '$1');
}

/** Lays out lines and the blocks between braces, innermost first. */
function blocks(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const chain = line.isComment || !line.code.endsWith('{') ? [] : closings(lines, i);
    const last = chain.at(-1);
    if (last === undefined) {
      out.push(...(line.isComment ? [line] : broken(line)));
      continue;
    }
    const bounds = [i, ...chain];
    const inner = chain.map((end, n) => blocks(lines.slice((bounds[n] as number) + 1, end)));
    const edges = bounds.map((at) => lines[at] as Line);
    const made = union(edges, inner) ?? edges.flatMap((edge, n) => [[edge], inner[n] ?? []].flat());
    // One by one: as arguments of one call, the lines of a large contract overflow the stack.
    for (const one of made) out.push(one);
    i = last;
  }
  return out;
}

/** Indexes of the lines that close the block begun at `from`, and those begun by such a line (`} | {`). */
function closings(lines: readonly Line[], from: number): number[] {
  const indent = lines[from]?.indent;
  const found: number[] = [];
  for (let i = from + 1; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (line.isComment || line.indent !== indent || !line.code.startsWith('}')) continue;
    found.push(i);
    if (!line.code.endsWith('{')) return found;
  }
  return [];
}

const OPENING =
  /^((?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[\p{ID_Continue}$[\]: ]+?)\??:|export type [\w$]+ =) (\(?)(.*)$/u;

/** A union with objects among its members, each on lines of its own; undefined where the block is something else. */
function union(edges: readonly Line[], inner: readonly Line[][]): Line[] | undefined {
  const [first] = edges;
  const opening = first && OPENING.exec(first.code);
  const closing = /^\}(.*?)(\)?(?:\[\])*;)$/.exec(edges.at(-1)?.code ?? '');
  if (!first || !opening || !closing) return undefined;
  const [, head = '', parenthesis = '', start = ''] = opening;
  const texts = [start, ...edges.slice(1, -1).map((edge) => edge.code.slice(1)), closing[1] ?? ''];
  if (texts.some((text) => /[&<]/.test(text.replace(/'(?:[^'\\]|\\.)*'/g, '')))) return undefined;
  // `{ … }` alone, and `{ … } | null`, stay where they are.
  if (edges.length === 2 && start === '{' && /^( \| (null|undefined))?$/.test(closing[1] ?? '')) return undefined;
  if (closing[2]?.startsWith(')') !== (parenthesis === '(')) return undefined;
  const { indent } = first;
  const member = (code: string, at = indent + 2): Line => ({ indent: at, code, isComment: false });
  const lines = [member(head + (parenthesis === '' ? '' : ' ('), indent)];
  for (const [n, text] of texts.entries()) {
    const plain = text.replace(/^ \| /, '').replace(/(?: \| )?\{$/, '');
    for (const one of plain === '' ? [] : topLevelMembers(plain)) lines.push(member(`| ${one}`));
    if (n === texts.length - 1) break;
    const body = (inner[n] ?? []).map((line) => ({ ...line, indent: line.indent + 4 }));
    lines.push(member('| {'));
    for (const one of body) lines.push(one);
    lines.push(member('}', indent + 4));
  }
  const end = closing[2] ?? ';';
  if (parenthesis === '') (lines.at(-1) as Line).code += end;
  else lines.push(member(end, indent));
  return lines;
}

/** `name: A | B | C;` too long for its line. */
function broken(line: Line): Line[] {
  if (line.indent + textWidth(line.code) <= WIDTH) return [line];
  const parts = /^(.+?\??:|export type [\w$]+ =) (.*);$/.exec(line.code);
  const members = parts ? topLevelMembers(parts[2] ?? '') : [];
  if (members.length < 2) return [line];
  const [head = '', ...rest] = unionLines(parts?.[1] ?? '', members, line.indent).split('\n');
  return [
    { ...line, code: head },
    ...rest.map((code) => ({ ...line, indent: line.indent + 2, code: code.trimStart() })),
  ];
}

/** The members of a union, split where no bracket or quote is open. */
function topLevelMembers(type: string): string[] {
  const tokens = type.match(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[[({<]|[\])}>]| \| |[^'"[\](){}<>| ]+|[| ]/g) ?? [];
  const members = [''];
  let depth = 0;
  for (const token of tokens) {
    if (/^[[({<]$/.test(token)) depth++;
    if (/^[\])}>]$/.test(token)) depth--;
    if (token === ' | ' && depth === 0) members.push('');
    else members[members.length - 1] += token;
  }
  return members;
}
