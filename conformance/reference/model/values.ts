// What a value of a property may be. Each check says why a value is refused, as an error of the catalogue.
import { isIP } from 'node:net';
import { DomainError } from './catalogue.js';

/** A value as it is stored and shown. */
export type Value = string | number | boolean | null;

/** Throws a DomainError where `value` may not stand in `property`. Null is judged elsewhere. */
export type Check = (value: unknown, property: string) => void;

function matching(pattern: RegExp): Check {
  return (value, property) => {
    if (typeof value !== 'string' || !pattern.test(value)) throw new DomainError('PR400-OD-0006', property);
  };
}

export const CELL_NAME = matching(/^[a-z0-9][a-z0-9-]{0,127}$/);
export const NAME = matching(/^[a-zA-Z0-9][a-zA-Z0-9-_]{0,127}$/);
export const RELATION_NAME = matching(/^[a-zA-Z0-9-+][a-zA-Z0-9-_+:]{0,127}$/);
export const ACCOUNT_NAME = matching(/^[a-zA-Z0-9][a-zA-Z0-9-_!$*=^`{|}~.@]{0,127}$/);
export const ACCOUNT_STATUS = matching(/^(active|deactivated|passwordChangeRequired)$/);

const MAX_URL = 1024;

/** A URL of a cell: http or https, as a browser would write it, with a slash at the end. */
export function isCellUrl(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > MAX_URL || !/^https?:\/\/[^?#@\s]+\/$/.test(value)) return false;
  return URL.canParse(value) && new URL(value).href === value;
}

function isUrn(value: unknown): boolean {
  return (
    typeof value === 'string' && value.length <= MAX_URL && /^urn:[a-z0-9][a-z0-9-]{1,31}:[\x21-\x7e]+$/i.test(value)
  );
}

export const CELL_URL: Check = (value, property) => {
  if (!isCellUrl(value)) throw new DomainError('PR400-OD-0049', property);
};

export const SCHEMA_URL: Check = (value, property) => {
  if (!isCellUrl(value) && !isUrn(value)) throw new DomainError('PR400-OD-0050', property);
};

/** http, https or urn. */
export const ROLE_URI: Check = (value, property) => {
  const fits =
    isUrn(value) ||
    (typeof value === 'string' &&
      value.length <= MAX_URL &&
      /^https?:\/\/[\x21-\x7e]+$/.test(value) &&
      URL.canParse(value));
  if (!fits) throw new DomainError('PR400-OD-0006', property);
};

const ACCOUNT_TYPES = new Set(['basic', 'oidc:google']);

/** Types separated by single spaces, each once. */
export const ACCOUNT_TYPE: Check = (value, property) => {
  const types = typeof value === 'string' ? value.split(' ') : [];
  const fits = types.length > 0 && types.every((t) => ACCOUNT_TYPES.has(t)) && new Set(types).size === types.length;
  if (!fits) throw new DomainError('PR400-OD-0006', property);
};

/** IPv4 addresses and CIDR ranges, separated by commas. */
export const IP_RANGES: Check = (value, property) => {
  const fits = typeof value === 'string' && value.split(/, */).every(isRange);
  if (!fits) throw new DomainError('PR400-OD-0006', property);
};

function isRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  if (isIP(address) !== 4 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,2}$/.test(bits) && Number(bits) <= 32);
}

export const BOOLEAN: Check = (value, property) => {
  if (typeof value !== 'boolean') throw new DomainError('PR400-OD-0006', property);
};

export const TEXT: Check = (value, property) => {
  const fits = typeof value === 'string' && value.length <= MAX_URL && !/[\0\ud800-\udfff]/u.test(value);
  if (!fits) throw new DomainError('PR400-OD-0006', property);
};

const ACTIONS = /^(log|log\.info|log\.warn|log\.error|relay|relay\.event|relay\.data|exec)$/;
export const RULE_ACTION: Check = matching(ACTIONS);
