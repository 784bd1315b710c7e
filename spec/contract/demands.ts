// What must stand at a place of an OpenAPI document, and what to say where something else does.
import { isObject } from '../is-object.js';

export type FaultCode =
  | 'spec/dangling-reference'
  | 'spec/external-reference'
  | 'spec/invalid-path-item'
  | 'spec/invalid-operation'
  | 'spec/invalid-parameter'
  | 'spec/invalid-schema';

export interface Demand {
  holds(value: unknown): boolean;
  code: FaultCode;
  /** As it goes on after `must be`. */
  wanted: string;
  help: string;
}

/** By the place that a value has; a place that is not here takes anything. */
export const DEMANDS = {
  item: {
    holds: isObject,
    code: 'spec/invalid-path-item',
    wanted: 'a path item, which is an object',
    help: 'write its operations below it, or take it out',
  },
  operation: {
    holds: isObject,
    code: 'spec/invalid-operation',
    wanted: 'an operation, which is an object',
    help: 'write at least its `responses:` below it, or take it out',
  },
  parameter: {
    // With a reference it is whatever that leads to.
    holds: (value) =>
      isObject(value) && ('$ref' in value || (typeof value['name'] === 'string' && typeof value['in'] === 'string')),
    code: 'spec/invalid-parameter',
    wanted: 'a parameter, which has its `name` and where it stands (`in`) as text',
    help: 'write both: `in` is one of path, query, header and cookie',
  },
  schema: {
    holds: (value) => isObject(value) || typeof value === 'boolean',
    code: 'spec/invalid-schema',
    wanted: 'a schema, which is an object or a boolean',
    help: 'write `{}` where any value will do',
  },
  schemas: {
    holds: Array.isArray,
    code: 'spec/invalid-schema',
    wanted: 'a list of schemas',
    help: 'write each schema after a `-`',
  },
  'named schemas': {
    // What was left empty names none.
    holds: (value) => isObject(value) || value === null,
    code: 'spec/invalid-schema',
    wanted: 'schemas by their names',
    help: 'write each as `name: schema`',
  },
  names: {
    holds: Array.isArray,
    code: 'spec/invalid-schema',
    wanted: 'a list of names',
    help: 'list the properties that are required in the schema of the object that has them',
  },
  pointer: {
    holds: (value) => typeof value === 'string',
    code: 'spec/dangling-reference',
    wanted: 'text',
    help: 'name what is meant, such as "#/components/schemas/NAME"',
  },
  text: {
    holds: (value) => typeof value === 'string',
    code: 'spec/invalid-schema',
    wanted: 'text',
    help: 'put it in quotes, or take it out',
  },
} satisfies Record<string, Demand>;
