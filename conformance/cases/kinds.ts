// Whether prose speaks of things of a resource: "external roles" of `ExternalRole` or `ExtRole`, which are no roles.
import type { Resource } from '../plan/resources.js';

/** Whether a sentence says of such things that they are somewhere: "while roles or relations belong to it". */
export function speaksOfKind(sentence: string, resource: Resource): boolean {
  return kindsOf(resource).some((kind) =>
    new RegExp(
      `\\b(?:while|or|and|any|the)\\s+${kind}\\b|(?<![A-Za-z])${kind}(?:が|も|または|および|、|や|と)`,
      'i',
    ).test(sentence),
  );
}

/** Whether a list of words has them: "accounts, external cells and roles". */
export function listsKind(list: string, resource: Resource): boolean {
  return kindsOf(resource).some((kind) =>
    new RegExp(
      `(?:^|, |、|および|または|や|\\b(?:and|or|an?|the) )${kind}(?=,| and\\b| or\\b|、|および|または|や|$)`,
      'i',
    ).test(list),
  );
}

/** Patterns of what prose calls things of a resource. */
function kindsOf({ name, create }: Resource): string[] {
  const [, kind = name] = /^\w+ (.+)$/.exec(create?.op.summary ?? '') ?? [];
  const names = [name, kind].map((one) => one.replace(/([a-z])([A-Z])/g, '$1 $2'));
  // A name may cut its words short, and prose may put them in the plural.
  return [...names, name].map((one) => one.replace(/[^\w ]/g, '\\$&').replace(/(?= |$)/g, '[a-z]*'));
}
