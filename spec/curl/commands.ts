// Where the commands of a fence start: `curl` at the start of a line, behind a prompt, or behind `&&`, `;`, `|`.

export interface CommandStart {
  /** Offset of the word `curl`. */
  offset: number;
  /** Offset behind it. */
  after: number;
}

const AT_LINE =
  /^[ \t\u3000]*(?:(?:PS )?[A-Za-z]:\\[^>\n]*>[ \t]*|[\w.@:~/-]*[$%#>][ \t]+)?(?:(?:sudo|time|exec|command)[ \t]+|[A-Za-z_]\w*=(?:'[^'\n]*'|"[^"\n]*"|[^\s'"]*)[ \t]+)*(?:[\w./-]*\/)?(curl(?:\.exe)?)(?=[ \t\u3000\r\n\\^`]|$)/gm;
const BEHIND_OPERATOR = /(?:&&|\|\||[;|])[ \t]*(curl)(?=[ \t])/g;

/** What another program writes goes into it: `cat <<EOF | curl`, `echo … | curl`. */
const BEHIND_PIPE = /^[ \t]*(?:[$%#>][ \t]+)?(?:cat|echo|printf|jq)[ \t][^\n]*\|[ \t]*curl[ \t]/m;

/** Whether a line of the text starts a command. */
export function hasCommand(text: string): boolean {
  return text.includes('curl') && (text.search(AT_LINE) >= 0 || text.search(BEHIND_PIPE) >= 0);
}

/** All of them, in order. Lines inside another command's quotes are for the caller to skip. */
export function findCommands(text: string): CommandStart[] {
  const starts = new Map<number, CommandStart>();
  for (const pattern of [AT_LINE, BEHIND_OPERATOR])
    for (const found of text.matchAll(pattern)) {
      const name = found[1] ?? 'curl';
      const offset = found.index + found[0].length - name.length;
      starts.set(offset, { offset, after: offset + name.length });
    }
  return [...starts.values()].sort((a, b) => a.offset - b.offset);
}

const ASSIGNMENT =
  /^[ \t]*(?:[$%#>][ \t]+)?(?:export[ \t]+)?([A-Za-z_]\w*)=(?:'([^'\n]*)'|"([^"$`\n]*)"|([^\s'"$`;&|]*))[ \t]*;?[ \t]*$/gm;

/** Variables that lines before `offset` set to plain values. */
export function variablesBefore(text: string, offset: number): Map<string, string> {
  const variables = new Map<string, string>();
  for (const found of text.slice(0, offset).matchAll(ASSIGNMENT))
    if (found[1]) variables.set(found[1], found[2] ?? found[3] ?? found[4] ?? '');
  return variables;
}
