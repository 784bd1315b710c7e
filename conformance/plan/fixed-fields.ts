// Fields that stay as they were made: "The kind of an existing flag can't be changed", "`medium` must be the same as before".
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { rememberedFor } from '../../spec/remember.js';
import { says, sentencesOf, toldBy } from '../told/told.js';
import { bodySchema, type Operation } from './resources.js';

/** Words in front of it in a field's own description: "it", "the value". */
const MOST_WORDS = 3;

/** Of the fields that an operation's body may have, those whose value nobody can change. */
export const fixedFields = rememberedFor((operation: Operation): ReadonlySet<string> => {
  const fields = Object.entries(bodySchema(operation)?.properties ?? {});
  const own = fields.filter(([, raw]) => whatStays(mergedSchema(operation.api, raw).description).some(isShort));
  const names = fields.map(([name]) => name);
  return new Set([...own.map(([name]) => name), ...toldFixed(operation, names)]);
});

/** Of some names, those whose value an operation does not change by its own words, whether or not its body may have them. */
export function toldFixed({ op }: Operation, names: readonly string[]): string[] {
  const refusals = op.responses.filter(({ status }) => status.startsWith('4'));
  const told = [op.description, ...refusals.map(({ description }) => description)].flatMap(whatStays);
  return names.filter((name) => told.some((what) => endsWith(what, name)));
}

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
