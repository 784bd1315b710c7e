// Marks of Jira's and Confluence's wiki (`h2. Title`, `{code}`, `{{name}}`) → those of Markdown. Every offset stays.

const HEADING = /^h([1-6])\. (?=\S)/;
const CODE = /^\{(code|noformat)(?::(?:language=)?(\w{1,20})?[^{}\n]{0,200})?\}\s*$/;
const FEWEST_HEADINGS = 2;
const DEEPEST = 4;

/** The text as it is where it has no headings of a wiki. */
export function withoutWikiMarks(text: string): string {
  if (!/^h[1-6]\. /m.test(text)) return text;
  const lines = text.split('\n');
  if (lines.filter((line) => HEADING.test(line)).length < FEWEST_HEADINGS) return text;
  let open: string | undefined;
  for (const [i, line] of lines.entries()) {
    const [code, kind, language = ''] = CODE.exec(line.trim()) ?? [];
    if (code !== undefined && (open === undefined || open === kind)) {
      const mark = open === undefined && language.length + 3 <= line.length ? `\`\`\`${language}` : '```';
      lines[i] = mark.padEnd(line.length);
      open = open === undefined ? kind : undefined;
    } else if (open === undefined) lines[i] = inText(line);
  }
  return lines.join('\n');
}

function inText(line: string): string {
  return line
    .replace(HEADING, (marks, level) => '#'.repeat(Math.min(Number(level), DEEPEST)).padEnd(marks.length))
    .replace(/\{\{([^{}\n]{1,200})\}\}/g, ' `$1` ')
    .replace(/\[([^[\]|\n]{1,200})\|[^[\]|\s]{1,500}\]/g, (link, text: string) => ` ${text}`.padEnd(link.length))
    .replace(/\\\\(?=\s)/g, '  ');
}
