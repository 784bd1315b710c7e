// Small letters for capitals and the reverse.

export function inOtherCase(text: string): string {
  return text.replace(/\p{L}/gu, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
}

/** @param property a member of the body; one that is no text, or none, leaves the body as it is */
export function withOtherCase(body: object, property: string | undefined): object {
  const value = property === undefined ? undefined : Reflect.get(body, property);
  return property !== undefined && typeof value === 'string' ? { ...body, [property]: inOtherCase(value) } : body;
}
