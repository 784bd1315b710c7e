// Marks around and above remarks.
/** `:::note Title` and `:::` around a remark, `> [!NOTE]` above one: marks without words of their own. */
export function isAside(line: string): boolean {
  return /^ {0,3}(?::{3,}[ \t]*(?:[A-Za-z]{3,12}(?:[ \t[{].{0,120})?)?|> ?\[![A-Z]{3,12}\])[ \t]*$/.test(line);
}
