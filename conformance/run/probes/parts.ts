// Things of which only some properties are asked for, or with what belongs to them inside.
import type { JsonValue } from '../../../spec/contract/api.js';
import { isObject } from '../../../spec/is-object.js';
import type { JsonObject } from '../../assess/entity-in.js';
import type { Question } from '../../plan/question.js';
import type { ListLook } from './list-look.js';
import type { Probe } from './probe.js';

type Of<K extends Question['kind']> = Extract<Question, { kind: K }>;

export class Parts {
  constructor(
    private readonly probe: Probe,
    private readonly list: ListLook,
  ) {}

  look(question: Of<'fields'> | Of<'embedded'>): Promise<void> {
    return question.kind === 'fields' ? this.fields(question) : this.embedded(question);
  }

  private async fields({ option, asked, always, others }: Of<'fields'>): Promise<void> {
    const title = `ask for ${asked.join(' and ')} alone`;
    const things = await this.list.things([[option, asked.join(',')]], [...asked, ...always, ...others], title);
    if (!things?.length) return;
    const lost = [...asked, ...always].filter((name) => things.some((one) => !Object.hasOwn(one, name)));
    const more = others.filter((name) => things.some((one) => Object.hasOwn(one, name)));
    const expected = [...asked, ...always].join(', ');
    this.probe.add('keeps', lost.length === 0, expected, lost.length === 0 ? 'so' : `no ${lost.join(', ')}`);
    this.probe.add('lacks', more.length === 0, `nothing but ${expected}`, more.join(', ') || 'so');
  }

  private async embedded({ option, property, reference }: Of<'embedded'>): Promise<void> {
    const names = [property, ...(reference === undefined ? [] : [reference])];
    const things = await this.list.things([[option, property]], names, `ask for ${property} inside`);
    if (!things?.length) return;
    // What refers to nothing has nothing inside.
    const referring = things.filter((one) => reference === undefined || (one[reference] ?? null) !== null);
    const empty = referring.find((one) => typeof (one[property] ?? null) !== 'object' || one[property] == null);
    this.probe.add(
      'embeds',
      empty === undefined,
      `${property} inside`,
      empty ? JSON.stringify(empty[property] ?? 'none') : 'so',
    );
    const other = reference === undefined ? undefined : referring.find((one) => isAnother(one, property, reference));
    if (reference !== undefined)
      this.probe.add(
        'embeds-own',
        other === undefined,
        `the ${property} that ${reference} names`,
        other ? 'another' : 'so',
      );
  }
}

function isAnother(one: JsonObject, property: string, reference: string): boolean {
  const inside = one[property];
  const id = isObject<JsonValue>(inside) ? inside['id'] : undefined;
  return id !== undefined && one[reference] !== undefined && String(id) !== String(one[reference]);
}
