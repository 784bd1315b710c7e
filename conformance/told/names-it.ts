/** Whether a text has a name in it, whole: `size` is not in "resize". Names may have any sign in them. */
export function namesIt(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w-])${name.replace(/[^\w]/g, '\\$&')}(?![\\w-])`).test(text);
}
