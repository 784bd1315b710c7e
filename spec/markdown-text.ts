// Untrusted text in Markdown that docproof writes.

/** Outside code: nothing in the text may become Markdown or HTML, nor end a line or a cell. */
export function markdownText(value: string): string {
  return value.replace(/[\r\n]+/g, ' ').replace(/[\\`*_{}[\]<>#|!~&@]/g, (c) => `&#${c.codePointAt(0)};`);
}
