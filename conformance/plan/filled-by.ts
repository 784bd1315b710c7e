// Which properties an action fills or empties: its words name them, and its sample shows them so.
import type { JsonValue } from '../../spec/contract/api.js';
import { rememberedFor } from '../../spec/remember.js';
import { objectsWith, sameJson } from '../assess/entity-in.js';
import { says, sentencesOf } from '../told/told.js';
import type { Operation } from './resources.js';
import { shownIn } from './turns.js';

/** Of a property that documents show with a value and without one: which of the two an action leaves. */
export const filledBy = rememberedFor((operation: Operation): ReadonlyMap<string, 'value' | 'null'> => {
  const { api, op } = operation;
  const samples = op.responses
    .filter(({ status }) => status.startsWith('2'))
    .flatMap(({ content }) => content.flatMap(({ examples }) => examples.map(({ value }) => value)))
    .filter((value) => !isOfThing(operation, value));
  const sure = sentencesOf(op.description).filter((sentence) => !says(sentence, 'unsure'));
  const words = new Set(sure.flatMap((sentence) => sentence.match(/[A-Za-z]\w*/g) ?? []));
  // "It gets a tracking number": `tracking_number`.
  const spoken = (name: string): boolean =>
    /[a-z]_[a-z]/.test(name) && sure.some((sentence) => sentence.includes(` ${name.replaceAll('_', ' ')}`));
  const found = new Map<string, 'value' | 'null'>();
  for (const [name, shown] of samples.flatMap((sample) => objectsWith(sample, []).flatMap(Object.entries<JsonValue>)))
    if ((words.has(name) || spoken(name)) && shownBoth(api, name)) found.set(name, shown === null ? 'null' : 'value');
  for (const name of toldToGetOne(operation, sure)) if (!found.has(name)) found.set(name, 'value');
  return found;
});

/** What the create of the thing shows as well is the thing as it is shown anywhere, not as the action leaves it. */
function isOfThing({ api, op }: Operation, sample: JsonValue): boolean {
  const things = op.path.replace(/\/[^/]*\/[^/]*$/, '');
  const made = api.operations.filter(({ method, path }) => method === 'POST' && path === things);
  const shown = made.flatMap(({ responses }) => responses.flatMap(({ content }) => content.flatMap((m) => m.examples)));
  return shown.some(({ value }) => sameJson(value, sample));
}

/** "Sets `returned_on` to the day of today": a time that documents show as null, or what is called like the action. */
function toldToGetOne({ api, op, segments }: Operation, sentences: readonly string[]): string[] {
  const setting = sentences.filter(
    (one) => says(one, 'setsAlong') && !says(one, 'clearsAlong') && !/\bnull\b/i.test(one),
  );
  const words = new Set(setting.flatMap((sentence) => sentence.match(/[A-Za-z]\w*/g) ?? []));
  const empty = new Set(shownIn(api).flatMap(([name, value]) => (value === null && words.has(name) ? [name] : [])));
  const own = segments.at(-1)?.text;
  // What it may be sent is what it was sent.
  return op.body ? [] : [...empty].filter((name) => TIME.test(name) || name === own);
}

const TIME = /(?:_(?:at|on|date|time)|[a-z](?:At|On|Date|Time))$/;

function shownBoth(api: Operation['api'], name: string): boolean {
  return shownEmpty(api).has(name) && shownFilled(api).has(name);
}

const shownEmpty = rememberedFor((api: Operation['api']) => namesShown(api, (value) => value === null));
const shownFilled = rememberedFor((api: Operation['api']) =>
  namesShown(api, (value) => typeof value === 'string' || typeof value === 'number'),
);

function namesShown(api: Operation['api'], as: (value: JsonValue) => boolean): ReadonlySet<string> {
  return new Set(shownIn(api).flatMap(([name, value]) => (as(value) ? [name] : [])));
}
