// JSON samples with parts left out (`...`) → JSON: what stands for "and so on" is dropped.

/** The text without elisions; the same text where there are none. Linear. */
export function withoutElisions(text: string): string {
  if (!/\.\.\.|…/.test(text) && !/(?:^|[\s,])\/\//.test(text)) return text;
  let out = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    if (quoted) {
      out += char;
      if (char === '\\') out += text[++i] ?? '';
      else if (char === '"') quoted = false;
    } else if (char === '"') {
      quoted = true;
      out += char;
    } else if (char === '…') continue;
    else if (char === '.' && text.startsWith('...', i)) {
      while (text[i + 1] === '.') i++;
    } else if (char === '/' && text[i + 1] === '/') {
      while (i + 1 < text.length && text[i + 1] !== '\n') i++;
    } else out += char;
  }
  return withoutLooseCommas(out);
}

/** Commas that an elision left behind: before a closing bracket, after an opening one, doubled. */
function withoutLooseCommas(text: string): string {
  let out = '';
  let quoted = false;
  let last = '';
  let pending = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    if (quoted) {
      out += char;
      if (char === '\\') out += text[++i] ?? '';
      else if (char === '"') quoted = false;
      continue;
    }
    if (char === ',') {
      pending = last !== '' && last !== '[' && last !== '{' && last !== ':';
      continue;
    }
    if (!/\s/.test(char)) {
      if (pending && char !== ']' && char !== '}') out += ',';
      pending = false;
      last = char;
      if (char === '"') quoted = true;
    }
    out += char;
  }
  return out;
}
