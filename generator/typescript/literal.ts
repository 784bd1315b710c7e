// Writes values, strings, keys and comments as TypeScript source in the layout that biome and prettier give it.

const WIDTH = 120;

/** A string literal: single quotes unless that needs more escapes; everything else escaped as JSON does. */
export function stringLiteral(text: string): string {
  if (/^[\w .,:;/()[\]{}<>=+*^|!?#$%&@~-]*$/.test(text)) return `'${text}'`;
  const body = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  const single = body.split("'").length;
  const double = body.split('"').length;
  return single > double ? `"${body.replaceAll('"', '\\"')}"` : `'${body.replaceAll("'", "\\'")}'`;
}

/** A property's name in a type or an object: bare where that is possible. */
export function propertyKey(name: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : stringLiteral(name);
}

/** A name in a value that stands for itself. */
export class Identifier {
  constructor(readonly name: string) {}
}

/** A JSON value as an expression, whose first line starts at column `column` of a line indented by `indent`. */
export function valueLiteral(value: unknown, indent = 0, column = indent): string {
  if (typeof value === 'string') return stringLiteral(value);
  if (value instanceof Identifier) return value.name;
  if (Array.isArray(value)) return arrayLiteral(value, indent, column);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  if (entries.length === 0) return '{}';
  const pad = ' '.repeat(indent + 2);
  const lines = entries.map(([name, inner]) => {
    // `__proto__: x` in an object would set its prototype.
    const key = name === '__proto__' ? "['__proto__']" : propertyKey(name);
    return `${pad}${property(key, inner, indent + 2)},`;
  });
  return `{\n${lines.join('\n')}\n${' '.repeat(indent)}}`;
}

/** `key: value`; a string too long for its line goes to the next, unless the key is so short that nothing is won. */
function property(key: string, value: unknown, indent: number): string {
  const start = indent + textWidth(key) + 2;
  const text = valueLiteral(value, indent, start);
  const breaks = typeof value === 'string' && textWidth(key) >= 5;
  const tooLong = breaks && start + textWidth(text) + 1 > WIDTH;
  return tooLong ? `${key}:\n${' '.repeat(indent + 2)}${text}` : `${key}: ${text}`;
}

function arrayLiteral(values: unknown[], indent: number, column: number): string {
  if (values.length === 0) return '[]';
  const items = values.map((value) => valueLiteral(value, indent + 2, indent + 2));
  const line = `[${items.join(', ')}]`;
  const nested = values.length > 1 && values.every(isWide);
  if (!nested && !line.includes('\n') && column + textWidth(line) + 1 <= WIDTH) return line;
  const pad = ' '.repeat(indent + 2);
  const all = values.every((value) => typeof value === 'number') ? filled(items, indent + 2) : items;
  return `[\n${all.map((item) => `${pad}${item}`).join(',\n')},\n${' '.repeat(indent)}]`;
}

/** An object or array of several entries: a list of these is broken into lines even where it would fit. */
function isWide(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !(value instanceof Identifier) && Object.keys(value).length > 1;
}

/** Numbers are laid out as many to a line as fit. */
function filled(items: readonly string[], indent: number): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last !== undefined && indent + last.length + 2 + item.length + 1 <= WIDTH)
      lines[lines.length - 1] = `${last}, ${item}`;
    else lines.push(item);
  }
  return lines;
}

/** A union at the end of `head`, broken into lines where it does not fit. `tail` closes it. */
export function unionLines(head: string, parts: readonly string[], indent: number, tail = ';'): string {
  const line = `${head} ${parts.join(' | ')}${tail}`;
  if (indent + textWidth(line) <= WIDTH || parts.length === 1) return line;
  const pad = ' '.repeat(indent + 2);
  return `${head}\n${parts.map((part) => `${pad}| ${part}`).join('\n')}${tail}`;
}

/** Columns that a text takes: two for wide characters. */
export function textWidth(text: string): number {
  if (!/[^\0-\x7f]/.test(text)) return text.length;
  let width = 0;
  for (const char of text)
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u.test(
        char,
      )
        ? 2
        : 1;
  return width;
}

/** Lines for a documentation comment: its end mark can not occur, and no line has blanks at its end. */
export function commentLines(...texts: (string | undefined)[]): string[] {
  const paragraphs = texts.filter((text) => text !== undefined && text.trim() !== '');
  return paragraphs.flatMap((text, index) => [
    ...(index > 0 ? [''] : []),
    ...(text as string)
      .trim()
      .split(/\r\n|[\n\r\u2028\u2029]/)
      .map((line) => line.replaceAll('*/', '*\\/').trimEnd()),
  ]);
}

/** A documentation comment with its line end, or nothing where there is nothing to say. */
export function docComment(lines: readonly string[], indent = 0): string {
  const pad = ' '.repeat(indent);
  if (lines.length === 0) return '';
  if (lines.length === 1) return `${pad}/** ${lines[0]} */\n`;
  return `${pad}/**\n${lines.map((line) => `${pad} *${line === '' ? '' : ` ${line}`}`).join('\n')}\n${pad} */\n`;
}
