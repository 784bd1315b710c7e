// Fields that stay as they were made: "The kind of an existing flag can't be changed", "`medium` must be the same as before".
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { rememberedFor } from '../../spec/remember.js';
import { says, sentencesOf, toldBy } from '../told/told.js';
import { bodySchema, type Operation } from './resources.js';

/** Words in front of it in a field's own description: "it", "the value". */
const MOST_WORDS = 3;

/** Of the fields that an operation's body may have, those whose value nobody can change. */
export const fixedFields = rememberedFor((operation: Operation): ReadonlySet<string> => {
  const { api, op } = operation;
  const refusals = op.responses.filter(({ status }) => status.startsWith('4'));
  const told = [op.description, ...refusals.map(({ description }) => description)].flatMap(whatStays);
  const fields = Object.entries(bodySchema(operation)?.properties ?? {});
  return new Set(
    fields.flatMap(([name, raw]) => {
      const own = whatStays(mergedSchema(api, raw).description).some(isShort);
      return own || told.some((what) => endsWith(what, name)) ? [name] : [];
    }),
  );
});

/** Of what the clauses of a text say so. What holds under a condition alone is no rule. */
function whatStays(text: string | undefined): string[] {
  return sentencesOf(text?.replace(/[`*]/g, ''))
    .flatMap((sentence) =>
      sentence.split(
        /, (?:or|and|otherwise|but|its) | (?:and|but) (?=can|is|may|must|never)| und (?=kann|ist|bleibt)| et (?=ne|est|reste)|、/,
      ),
    )
    .filter((clause) => !says(clause, 'onlyThen'))
    .flatMap((clause) => toldBy(clause, 'staysAsMade')['what'] ?? []);
}

function isShort(what: string): boolean {
  return what.trim().split(/\s+/).length <= MOST_WORDS;
}

/** Whether words end with a field by its name, and with what has it: "The kind of an existing flag". */
function endsWith(what: string, name: string): boolean {
  const pattern = `(?<![\\w-])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:は|の値は|を)?(?: of an? [\\w ]{1,30})?\\s*(?:ist |est )?$`;
  return new RegExp(pattern, 'i').test(what);
}
