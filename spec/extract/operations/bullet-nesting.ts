// Items of a list in items of a list: what each is a member of.
import type { Wording } from '../../constraints/wording.js';
import type { Attribute } from './attributes.js';

export class BulletNesting {
  private readonly parents: { indent: number; path: string }[] = [];

  constructor(private readonly wording: Wording) {}

  /** The whole name of an item, which may be a member of one above that is less indented. */
  nameOf(indent: number, { name, type }: Attribute): string {
    while ((this.parents.at(-1)?.indent ?? -1) >= indent) this.parents.pop();
    const parent = this.parents.at(-1);
    const whole = !parent || name.startsWith(`${parent.path}.`) ? name : `${parent.path}.${name}`;
    const isList = type.includes('[]') || this.wording.tellsOfList.test(type);
    this.parents.push({ indent, path: isList ? `${whole}[]` : whole });
    return whole;
  }

  /** What comes next is in nothing that came before, but for the members of an array that is the whole body (`[]`). */
  end(whole?: '[]'): void {
    this.parents.length = 0;
    if (whole) this.parents.push({ indent: -1, path: whole });
  }
}
