// Names of entities in query strings, which a run calls otherwise than the documents: quoted ones (`$filter=Name eq 'folder1'`)
// and words (`q=folder1%20new`), in capitals as well.
import type { Entity } from '../plan/entities.js';

/** @param query as it is documented, with its `?` */
export function withNames(query: string, documented: string, actual: string): string {
  const capitals = documented.toUpperCase();
  const text = replaced(query, documented, actual);
  return capitals === documented ? text : replaced(text, capitals, actual.toUpperCase());
}

function replaced(query: string, documented: string, actual: string): string {
  const quoted = (name: string): string => `'${encodeURIComponent(name.replaceAll("'", "''"))}'`;
  const text = query.replaceAll(quoted(documented), () => quoted(actual));
  const named = (word: string): string => (word === encodeURIComponent(documented) ? encodeURIComponent(actual) : word);
  return text.replace(
    /([?&](?!\$|%24)[^=&]+=)([^&]*)/g,
    (_, option: string, value: string) => option + value.split('%20').map(named).join('%20'),
  );
}

/** A query with the names of the run for those that documents have for things. */
export function withNamesOf(
  query: string,
  things: readonly Entity[],
  keysOf: (one: Entity) => (string | null)[],
): string {
  let text = query;
  for (const one of things) {
    const [documented] = one.keys;
    if (documented != null) text = withNames(text, documented, keysOf(one)[0] ?? '');
  }
  return text.replaceAll(' ', '%20');
}
