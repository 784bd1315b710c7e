// Tables drawn with the signs for boxes (`┌──┬──┐`, `│ a │ b │`) → the same with `+`, `-` and `|`. Every offset stays.

const ACROSS = '─━═┄┅┈┉╌╍';
const DOWN = '│┃║┆┇┊┋╎╏';
const SIGN = /[\u2500-\u257f]/g;
const FEWEST_ACROSS = 3;

export function withPlainTables(text: string): string {
  if (!/[─━═]{3}/.test(text) || !hasBar(text)) return text;
  const lines = text.split('\n');
  let inTable = false;
  for (const [i, line] of lines.entries()) {
    const border = isBorder(line);
    inTable = border || (inTable && hasBar(line));
    if (!inTable) continue;
    lines[i] = line.replace(SIGN, (sign) => (DOWN.includes(sign) ? '|' : ACROSS.includes(sign) ? '-' : '+'));
    // What is doubled below single lines parts the titles from the rows.
    if (border && line.includes('╞')) lines[i] = (lines[i] as string).replaceAll('-', '=');
  }
  return lines.join('\n');
}

function hasBar(line: string): boolean {
  for (const sign of DOWN) if (line.includes(sign)) return true;
  return false;
}

/** Nothing but signs of boxes, mostly across, with corners at both ends. A branch of a tree has a name behind it. */
function isBorder(line: string): boolean {
  const signs = line.trim();
  if (!/^[\u2500-\u257f]+$/.test(signs)) return false;
  const isCorner = (sign = ''): boolean => !ACROSS.includes(sign) && !DOWN.includes(sign);
  const across = [...signs].filter((sign) => ACROSS.includes(sign)).length;
  return across >= FEWEST_ACROSS && isCorner(signs[0]) && isCorner(signs.at(-1));
}
