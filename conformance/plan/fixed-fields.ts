// Fields that stay as they were made: "The kind of an existing flag can't be changed", "`medium` must be the same as before".
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { rememberedFor } from '../../spec/remember.js';
import { bodySchema, type Operation } from './resources.js';

const NOT = `(?:can(?:no|')t|can not|may not|must not|can never|is not allowed to) be (?:changed|updated|modified|altered|edited)`;
const STAYS = `is immutable|is fixed|never changes|would change|must (?:be the same as|stay as it was|not change)`;

/** What a field's own description says of it, in whole sentences. */
const OF_ITSELF = new RegExp(`(?:^|[.;,] )(?:(?:it|this|the value) )?(?:${NOT}|${STAYS}|immutable)`, 'i');
const LATER = /\b(?:if|unless|while|when|by)\b/i;

/** Of the fields that an operation's body may have, those whose value nobody can change. */
export const fixedFields = rememberedFor((operation: Operation): ReadonlySet<string> => {
  const { api, op } = operation;
  const refusals = op.responses.filter(({ status }) => status.startsWith('4'));
  const clauses = [op.description, ...refusals.map(({ description }) => description)].flatMap(clausesOf);
  const fields = Object.entries(bodySchema(operation)?.properties ?? {});
  return new Set(
    fields.flatMap(([name, raw]) => {
      const own = clausesOf(mergedSchema(api, raw).description).some((clause) => OF_ITSELF.test(clause));
      return own || clauses.some((clause) => fixes(clause, name)) ? [name] : [];
    }),
  );
});

/** Whether a clause says so of a field by its name: with a few words between them, of what has it. */
function fixes(clause: string, name: string): boolean {
  const at = clause.search(new RegExp(String.raw`(?<![\w-])${escaped(name)}(?![\w-])`, 'i'));
  if (at < 0) return false;
  const behind = clause.slice(at + name.length);
  return new RegExp(String.raw`^(?: of an? [\w ]{1,30}?)? (?:${NOT}|${STAYS})`, 'i').test(behind);
}

/** Without code marks. What holds under a condition alone is no rule. */
function clausesOf(text = ''): string[] {
  return text
    .replace(/[`*]/g, '')
    .split(/[.;\n](?:\s|$)|, (?:or|and|otherwise|but) /)
    .map((clause) => clause.replace(/\s+/g, ' ').trim())
    .filter((clause) => clause.length < 300 && !LATER.test(clause));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
