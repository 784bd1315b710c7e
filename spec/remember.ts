// Results of pure functions that are asked for again and again. Nobody can tell a remembered result from a new one.

/** `make`, which works once for each object and forgets with it. */
export function rememberedFor<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { value: V }>();
  return (key) => {
    const result = known.get(key) ?? { value: make(key) };
    known.set(key, result);
    return result.value;
  };
}

/** `make` for texts, of which a run has few that differ. @param most how many are kept; then all are forgotten */
export function rememberedText<V>(make: (text: string) => V, most = 5_000): (text: string) => V {
  const known = new Map<string, { value: V }>();
  return (text) => {
    const old = known.get(text);
    if (old) return old.value;
    if (known.size >= most) known.clear();
    const value = make(text);
    known.set(text, { value });
    return value;
  };
}
