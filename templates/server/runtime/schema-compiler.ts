// JSON Schemas as functions: ajv, with what it does not do as an API's server needs it.
import type { Ajv2020 as Ajv, ValidateFunction } from 'ajv/dist/2020.js';
import type { Definitions } from './schema-kind.js';

/** Compiles a schema; the function finds the first error of a value, or all of them. */
export type Compile = (schema: object, all: boolean) => ValidateFunction;

/** Loads ajv, which takes its time, and gives it the schemas that others refer to as `api#/components/schemas/NAME`. */
export async function loadCompiler(definitions: Definitions): Promise<Compile> {
  const [{ Ajv2020 }, formats] = await Promise.all([import('ajv/dist/2020.js'), import('ajv-formats')]);
  // Resolved as bundlers do, the package has no types to name its member by.
  const { default: addFormats } = formats.default;
  const making = (allErrors: boolean): Ajv => {
    const ajv = new Ajv2020({
      strict: false,
      allErrors,
      logger: false,
      validateSchema: false,
      discriminator: true,
      // A property may be called `constructor`, which every object inherits.
      ownProperties: true,
      // 19.99 is a multiple of 0.01, though not as floating point numbers divide.
      multipleOfPrecision: 6,
      code: { regExp },
    });
    addFormats(ajv);
    // ajv compares every item with every other: seconds for a few thousand objects.
    ajv.removeKeyword('uniqueItems');
    ajv.addKeyword({ keyword: 'uniqueItems', type: 'array', validate: areUnique, error: NOT_UNIQUE });
    return ajv.addSchema({ $id: 'api', components: { schemas: definitions } });
  };
  let all: Ajv | undefined;
  const first = making(false);
  return (schema, wantsAll) => {
    if (!wantsAll) return first.compile(schema);
    all ??= making(true);
    return all.compile(schema);
  };
}

const NOT_UNIQUE = { message: 'must NOT have duplicate items' };

function areUnique(wanted: unknown, items: readonly unknown[]): boolean {
  return wanted !== true || new Set(items.map(canonical)).size === items.length;
}

/** The same text for equal values, whatever the order of their members. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Patterns are ECMA-262 with the u flag; those that only work without it (`\\-`, `\\_`) are taken, too. */
const regExp = Object.assign(
  (pattern: string, flags: string): RegExp => {
    try {
      return new RegExp(pattern, flags);
    } catch {
      return new RegExp(pattern);
    }
  },
  { code: 'new RegExp' },
);
