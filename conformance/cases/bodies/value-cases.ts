// Bodies with one value that the documents forbid, and with one that they allow.
import type { JsonValue, Schema } from '../../../spec/contract/api.js';
import { typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { isOrdered } from '../../plan/field-orders.js';
import { fieldsAt } from '../../plan/fields-at.js';
import { fixedFields } from '../../plan/fixed-fields.js';
import { keepsLength, mayTellApart } from '../../plan/names.js';
import { isOldPassword } from '../../plan/registration.js';
import { bodyMedia, bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import { isServersOwn } from '../../plan/servers-own.js';
import { withValueAt } from '../../plan/value-at.js';
import { letsIn } from '../../plan/whose.js';
import { isMultipart } from '../../plan/write-body.js';
import { namesOwner, namesPath } from '../addresses/named-by-path.js';
import type { Derived } from '../derived.js';
import { samples } from '../lifecycle/samples.js';
import { answersEach } from './answers-each.js';
import { type Context, changesIt, creates, isAlone, madeBy, refers, renames, replaces } from './body-context.js';
import { isTag, type Place } from './body-places.js';
import { orConflict, orRefused, right, rightWord, wrong } from './body-requests.js';
import { depends, needsMore } from './depends.js';
import { isFormed } from './formed-text.js';
import { isReference } from './made-body.js';
import { rightValues } from './right-values.js';
import { fitsText, formsSide, isOtherSide, nullable, plainSide } from './schema-sides.js';
import { wrongTexts } from './texts.js';
import { wrongMaps } from './wrong-maps.js';
import { wrongMoments } from './wrong-moments.js';
import { wrongValues } from './wrong-values.js';

/** Types that a text on its way may not be read as. */
const SCALARS = new Set(['integer', 'number', 'boolean']);

/** Wrong in a name, and no name of anything where one is referred to. */
const OF_NAMES = /^(?:character\/|pair-of-units|full-width|letter-beyond-list|limit-far-above|truth)/;

/** The name of something, or networks, and no address at which it has to be. */
const isName = (value: JsonValue): boolean => /^(?:urn:|[\d.]{7,15}\/\d)/i.test(String(value));

/** A place of the body whose value is the caller's to choose. */
interface Field extends Place {
  /** The member of the body that it stands in. */
  top: string;
  /** Its schema, of several sides the one that says most. */
  plain: Schema;
  /** Its value in the samples of a service that documents its commands. */
  documented: JsonValue | undefined;
  made: Resource | undefined;
}

/** @param places of the body that may be given other values */
export function valueCases(context: Context, places: Place[]): Derived[] {
  return fieldsOf(context, places).flatMap((field) => [...forbidden(context, field), ...allowed(context, field)]);
}

/** Of the places, what the documents forbid alone. */
export function wrongValueCases(context: Context, places: Place[]): Derived[] {
  return fieldsOf(context, places).flatMap((field) => forbidden(context, field));
}

function fieldsOf(context: Context, places: Place[]): Field[] {
  const made = madeBy(context);
  return places.flatMap((place) => fieldOf(context, made, place) ?? []);
}

function fieldOf(context: Context, made: Resource | undefined, place: Place): Field | undefined {
  const { suite, by } = context;
  const { path, name, schema } = place;
  const [top] = path;
  const plain = plainSide(by, schema) ?? formsSide(by, schema);
  if (typeof top !== 'string' || (path.length === 1 && namesOwner(context, top))) return undefined;
  if (!plain || plain['readOnly'] || isServersOwn(by, made, top)) return undefined;
  const documented = suite.hasCommands && creates(context) ? samples(by, by).get(name) : undefined;
  return { ...place, top, plain, documented, made };
}

function forbidden(context: Context, field: Field): Derived[] {
  const { suite, by, json } = context;
  const { path, name, top, plain, value: sample, documented } = field;
  const text = typeOf(plain) === 'string' && plain.type !== undefined;
  const shown = sample ?? (fitsText(plain, documented) ? documented : undefined);
  const values = text
    ? [...wrongTexts(plain, shown, creates(context)), ...wrongMoments(plain, shown)]
    : [...wrongValues(by.api, plain, sample), ...wrongMaps(by.api, plain)];
  // What it refers to elsewhere in the value is there: it is refused for nothing else.
  const last = String(path.findLast((part) => typeof part === 'string'));
  const vague = path.length > 1 && !isReference(last) && !mayTellApart(last);
  const scalar = SCALARS.has(typeOf(plain));
  return values
    .filter(({ value }) => !isOtherSide(by, field.schema, value))
    .filter(({ what }) => canBeTold(what, context, scalar) && !(OF_NAMES.test(what) && refers(context, top)))
    .map(({ what, title, value, because, level }): Derived => {
      const exact = Array.isArray(value) || vague ? '' : top;
      const body = withValueAt(json, path, value);
      // Where no table lists them as OData's documents do, a server may read names in any letters.
      const inLetters = what === 'other-letters' && !suite.commandsOnly;
      // Beside a file stand parts of no type, and which of their texts mean no is for each server to know.
      const asFlag = what === 'wrong-type' && isMultipart(bodyMedia(by)?.type ?? '') && typeOf(plain) === 'boolean';
      // Who promises no refusal may make a text of a number, and a whole number of another.
      const coerced = COERCED.has(what) && !suite.commandsOnly && !refusesForms(by);
      const mild = inLetters || asFlag || coerced ? 'SHOULD' : level;
      const one = {
        ...wrong(context, `${what}/${name}`, `${name}: ${title}`, body, exact, because),
        ...(mild ? { level: mild } : {}),
      };
      return isTag(path, plain) || isFixed(context, field) ? orConflict(context, one) : one;
    });
}

const COERCED = new Set(['number', 'truth', 'not-whole']);

function refusesForms({ op }: Operation): boolean {
  return op.responses.some(({ status }) => ['400', '422', '4XX', 'DEFAULT'].includes(status.toUpperCase()));
}

/** Whether a server has to see that something is wrong, in the form in which the body is sent. */
function canBeTold(what: string, context: Context, scalar: boolean): boolean {
  const { operation, inJson, by } = context;
  // Of a number that samples alone show, nobody knows whether it may be another than a whole one.
  if (what === 'not-whole' && by.op.docs.inferred?.includes('requestSchema')) return false;
  // What is named so in error is removed with what it stands in, or not made.
  if (what === 'wrong-member') return !answersEach(operation);
  if (what === 'list' || what === 'truth') return inJson && isAlone(context);
  if (what === 'wrong-type') return inJson || scalar;
  // Taken for a text, it may be the name that something has from then on.
  return what !== 'number' || (inJson && (creates(context) || isAlone(context)));
}

/** Whether a change of it is refused, to whatever. */
function isFixed(context: Context, { path, top }: Field): boolean {
  return path.length === 1 && changesIt(context) && fixedFields(context.operation).has(top);
}

function allowed(context: Context, field: Field): Derived[] {
  const { suite, operation, base, json, by } = context;
  const { path, name, top, plain, value: sample, documented, made } = field;
  const column = columnOf(context, path);
  if (column === undefined || namesPath(suite, base, top) || renames(context, top)) return [];
  // Nobody is let in by a value that is made up.
  if (isOldPassword(operation, path) || letsIn(suite, operation)) return [];
  if (!suite.commandsOnly && depends(by.api, fieldsAt(by.api, context.schema).schema, column)) return [];
  if (!suite.commandsOnly && (isFixed(context, field) || isOrdered(by, column))) return [];
  // Whether it may be of another one from then on is not said.
  if (!suite.commandsOnly && !creates(context) && refers(context, top)) return [];
  // A change may name one thing only: then it shows whether the rest stays.
  const alone =
    path.length === 1 && !suite.commandsOnly && !replaces(context) && (context.schema.required ?? []).length === 0;
  const bodyWith = (value: JsonValue): Record<string, JsonValue> => withValueAt(alone ? {} : json, path, value);
  const nothing = nothingCase(context, field);
  const formed = sample === undefined ? samples(made?.create ?? by, by).get(name) : undefined;
  if (formed !== undefined && isFormed(formed, plain))
    return [...nothing, right(context, `with/${name}`, `${name} given`, bodyWith(formed))];
  const known = path.length === 1 ? asMade(context, made, column, plain) : plain;
  // A field that the command leaves out is only given a name that nobody else could have.
  const shown = sample ?? (suite.commandsOnly ? documented : undefined);
  const values = rightValues(operation, column, known, shown, suite.commandsOnly, creates(context))
    .filter(({ value }) => sample !== undefined || !suite.commandsOnly || isName(value))
    .filter(({ value }) => suite.commandsOnly || !needsMore(by, column, value, json))
    .filter(({ exact, value }) => !exact || (isAlone(context) && (!refers(context, top) || isName(value))));
  return [
    ...nothing,
    ...values.map(({ what, title, value, exact, guessed }) => {
      const id = what.replace(`/${column}`, `/${name}`);
      const ofRun = what.startsWith('limit-') && keepsLength(column, String(value), known);
      const one = right(context, id, `${name} ${title}`, bodyWith(value), exact && !ofRun ? [top] : []);
      if (guessed) return orRefused(one);
      return what.startsWith('in-list/') ? rightWord(context, one) : one;
    }),
  ];
}

/** The name of a property of the resource itself, wherever the body keeps those. */
function columnOf({ suite, by, schema }: Context, path: Place['path']): string | undefined {
  const fields = suite.commandsOnly ? [] : fieldsAt(by.api, schema).path;
  const last = path.slice(0, -1).join('/') === fields.join('/') ? path.at(-1) : undefined;
  return typeof last === 'string' ? last : undefined;
}

function nothingCase(context: Context, { path, name, schema, value }: Field): Derived[] {
  const { suite, by, json } = context;
  const shown = value !== undefined && value !== null;
  if (!suite.commandsOnly || !creates(context) || !shown || !nullable(by, schema)) return [];
  return [right(context, `nothing/${name}`, `${name} is null`, withValueAt(json, path, null))];
}

/** A text that the create lists the values of is one of them, whatever a change of it says. */
function asMade({ operation }: Context, made: Resource | undefined, field: string, schema: Schema): Schema {
  const { create } = made ?? {};
  if (!create || create === operation || schema.enum) return schema;
  const listed = mergedSchema(create.api, bodySchema(create)?.properties?.[field] ?? {}).enum;
  return listed ? { ...schema, enum: listed } : schema;
}
