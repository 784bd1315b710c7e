// XML in whose attributes an editor has put typographic quotes: `<a b=“c”>`.

/** The value of an attribute. */
const ATTRIBUTE =
  /=\s?(?:[\u201C-\u201F][^\u201C-\u201F"<>]{0,500}[\u201C-\u201F]|[\u2018-\u201B][^\u2018-\u201B'<>]{0,500}[\u2018-\u201B])/g;

/** The text with plain quotes around its attributes; those in the text between tags stay. One unit each, so that offsets stay. */
export function straightAttributes(xml: string): string {
  if (!/[\u2018-\u201F]/.test(xml)) return xml;
  return xml.replace(ATTRIBUTE, (value) => value.replace(/[\u201C-\u201F]/g, '"').replace(/[\u2018-\u201B]/g, "'"));
}
