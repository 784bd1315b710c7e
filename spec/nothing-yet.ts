/** An object to fill by names that documents give: without a prototype, even `__proto__` is one like any other. */
export function nothingYet<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}
