// Gives openapi-typescript's text the layout that biome and prettier give it, so that a consumer's formatter finds nothing to do.
import { stringLiteral, unionLines } from '../typescript/literal.js';

const WIDTH = 120;

/** Two blanks of indentation, single quotes, long unions over several lines. Comments keep their words. */
export function typesLayout(text: string): string {
  let inComment = false;
  return text
    .split('\n')
    .map((line) => {
      const trimmed = line.trimStart();
      const isComment = inComment || trimmed.startsWith('/*') || trimmed.startsWith('//');
      inComment = isComment && !trimmed.startsWith('//') && !line.includes('*/');
      const indent = ' '.repeat(Math.floor((line.length - trimmed.length) / 4) * 2);
      if (isComment) return indent + (trimmed.startsWith('*') ? ' ' : '') + trimmed.trimEnd();
      return broken(indent, quoted(trimmed));
    })
    .join('\n');
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

/** `name: A | B | C;` too long for its line. */
function broken(indent: string, code: string): string {
  if (indent.length + code.length <= WIDTH) return indent + code;
  const parts = /^((?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[\w$]+)\??:) (.*);$/.exec(code);
  const members = parts ? topLevelMembers(parts[2] ?? '') : [];
  if (members.length < 2) return indent + code;
  return unionLines(parts?.[1] ?? '', members, indent.length)
    .replaceAll('\n', `\n${indent}`)
    .replace(/^/, indent)
    .replaceAll(`\n${indent}${indent}`, `\n${indent}`);
}

/** The members of a union, split where no bracket or quote is open. */
function topLevelMembers(type: string): string[] {
  const tokens = type.match(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[[({<]|[\])}>]| \| |[^'"[\](){}<>|]+|[|]/g) ?? [];
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
