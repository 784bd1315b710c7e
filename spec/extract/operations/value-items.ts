// Items below an attribute that are its values, where words announce them: "Valid values are:", "one of:".
import type { Wording } from '../../constraints/wording.js';
import type { ItemBlock } from '../../read/document.js';
import type { Attribute } from './attributes.js';

export class ValueItems {
  /** The attribute whose values may stand below. */
  private above: { name: string; indent: number } | undefined;

  constructor(private readonly wording: Wording) {}

  /** The value that an item gives, and of what; undefined where it is anything else. */
  read(item: ItemBlock, attribute: Attribute | undefined): { name: string; value: string } | undefined {
    if (this.above && item.indent > this.above.indent) {
      const value = attribute?.written ?? /^["'`]?([\w.-]{1,60})["'`]?(?:\s?[:–—-]\s|$)/.exec(item.text)?.[1];
      return value === undefined ? undefined : { name: this.above.name, value };
    }
    const announces = attribute && this.announces(attribute.notes);
    this.above = announces ? { name: attribute.name, indent: item.indent } : undefined;
    return undefined;
  }

  private announces(notes: string): boolean {
    const [, words] = /([^\n]{1,80}):$/.exec(notes.trim().slice(-81)) ?? [];
    return words !== undefined && this.wording.beforeList.test(`${words} `);
  }
}
