// A member of a body with small letters for capitals and the reverse.

/** @param property the member, where it is a text; none leaves the body as it is */
export function inOtherCase(body: object, property: string | undefined): object {
  const value: unknown =
    property === undefined ? undefined : Object.entries(body).find(([name]) => name === property)?.[1];
  if (property === undefined || typeof value !== 'string') return body;
  const swapped = [...value].map((letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
  return { ...body, [property]: swapped.join('') };
}
