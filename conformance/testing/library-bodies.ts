// What the server of library-spec.ts takes for a body.
import { isState } from './library-accounts.js';
import type { Values } from './library-links.js';
import type { Wrong } from './library-wrong.js';

const FIELDS: Record<string, string[]> = {
  Box: ['Name', 'Note', 'Memo'],
  Tag: ['Name', '_Box.Name'],
  Account: ['Name', 'State'],
  Shelf: ['Name'],
  Site: ['Url'],
};

const NAMES: Partial<Record<Wrong, RegExp>> = {
  'wide-letters': /^[a-zA-Z0-9\uff10-\uff5a][a-zA-Z0-9\uff10-\uff5a_-]{0,39}$/,
  letters: /^[\p{L}\d][\p{L}\d_-]{0,39}$/u,
  dots: /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,39}$/,
  'no-short-name': /^[a-zA-Z0-9][a-zA-Z0-9_-]{1,39}$/,
};

interface Bodies {
  /** Names of fields by kind, the key first. */
  fields: Record<string, string[]>;
  keyOf: (kind: string) => string;
  /** Undefined where it is to be refused. */
  read: (kind: string, body: string) => Values | undefined;
  /** A body without the fields that nobody knows. */
  ofFields: (kind: string, body: string) => string;
}

export function libraryBodies(wrong?: Wrong): Bodies {
  const scheme = wrong === 'any-scheme' ? '\\w+' : 'https';
  const ADDRESS = new RegExp(`^${scheme}://[\\w.%/-]+${wrong === 'no-slash' ? '' : '/'}$`);
  const NAME = (wrong && NAMES[wrong]) ?? /^[a-zA-Z0-9][a-zA-Z0-9_-]{0,39}$/;

  function read(kind: string, body: string): Values | undefined {
    let values: Record<string, unknown>;
    try {
      const given = JSON.parse(body) as Record<string, unknown> | [Record<string, unknown>] | null;
      if (given === null || (Array.isArray(given) && wrong !== 'body-in-list')) return undefined;
      values = Array.isArray(given) ? given[0] : given;
    } catch {
      return undefined;
    }
    const fields = FIELDS[kind] ?? [];
    const known = (name: string): boolean =>
      fields.includes(name) ||
      (wrong === 'fields-in-any-letters' && fields.some((field) => field.toLowerCase() === name));
    if (wrong !== 'unknown-field' && !Object.keys(values).every(known)) return undefined;
    const fits = (value: unknown): boolean =>
      (typeof value === 'string' && NAME.test(value)) || (typeof value === 'number' && wrong === 'numbers');
    if (kind === 'Site') {
      const address = values['Url'];
      const long = wrong === 'short-address' ? 99 : 100;
      return typeof address === 'string' && ADDRESS.test(address) && address.length <= long
        ? { Url: address }
        : undefined;
    }
    if (!fits(values['Name']) || !isState(values['State'])) return undefined;
    const others = fields.slice(1).map((name): [string, unknown] => [name, values[name] ?? null]);
    if (others.some(([, value]) => value !== null && !fits(value))) return undefined;
    const name = String(values['Name']);
    return { ...Object.fromEntries(others), Name: wrong === 'small-letters' ? name.toLowerCase() : name } as Values;
  }

  function ofFields(kind: string, body: string): string {
    const sent = Object.entries(JSON.parse(body) as Record<string, unknown>);
    return JSON.stringify(Object.fromEntries(sent.filter(([name]) => FIELDS[kind]?.includes(name))));
  }

  return { fields: FIELDS, keyOf: (kind) => FIELDS[kind]?.[0] ?? 'Name', read, ofFields };
}
