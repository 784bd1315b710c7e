// Which properties an action fills or empties: its words name them, and its sample shows them so.
import type { JsonValue } from '../../spec/contract/api.js';
import { rememberedFor } from '../../spec/remember.js';
import { objectsWith } from '../assess/entity-in.js';
import { says, sentencesOf } from '../told/told.js';
import type { Operation } from './resources.js';
import { shownIn } from './turns.js';

/** Of a property that documents show with a value and without one: which of the two an action leaves. */
export const filledBy = rememberedFor(({ api, op }: Operation): ReadonlyMap<string, 'value' | 'null'> => {
  const samples = op.responses
    .filter(({ status }) => status.startsWith('2'))
    .flatMap(({ content }) => content.flatMap(({ examples }) => examples.map(({ value }) => value)));
  const sure = sentencesOf(op.description).filter((sentence) => !says(sentence, 'unsure'));
  const words = new Set(sure.flatMap((sentence) => sentence.match(/[A-Za-z]\w*/g) ?? []));
  // "It gets a tracking number": `tracking_number`.
  const spoken = (name: string): boolean =>
    /[a-z]_[a-z]/.test(name) && sure.some((sentence) => sentence.includes(` ${name.replaceAll('_', ' ')}`));
  const found = new Map<string, 'value' | 'null'>();
  for (const [name, shown] of samples.flatMap((sample) => objectsWith(sample, []).flatMap(Object.entries<JsonValue>)))
    if ((words.has(name) || spoken(name)) && shownBoth(api, name)) found.set(name, shown === null ? 'null' : 'value');
  for (const name of toldToGetOne(sure, api)) if (!found.has(name)) found.set(name, 'value');
  return found;
});

/** "Sets `returned_on` to the day of today": of what documents show as null. */
function toldToGetOne(sentences: readonly string[], api: Operation['api']): string[] {
  const setting = sentences.filter(
    (one) => says(one, 'setsAlong') && !says(one, 'clearsAlong') && !/\bnull\b/i.test(one),
  );
  const words = new Set(setting.flatMap((sentence) => sentence.match(/[A-Za-z]\w*/g) ?? []));
  return [...new Set(shownIn(api).flatMap(([name, value]) => (value === null && words.has(name) ? [name] : [])))];
}

function shownBoth(api: Operation['api'], name: string): boolean {
  const shown = shownIn(api).filter(([one]) => one === name);
  return (
    shown.some(([, value]) => value === null) &&
    shown.some(([, value]) => typeof value === 'string' || typeof value === 'number')
  );
}
