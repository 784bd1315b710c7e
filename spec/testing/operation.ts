// One page of an example read into its contract, for tests that look at what became of its words.
import { readProfile } from '../../cli/documents.js';
import { buildSpec } from '../build.js';
import { pointer } from '../contract/pointer.js';
import { type Example, examplePages } from '../lint/example.js';
import { packageRoot } from '../package-root.js';

const options = { profile: readProfile(undefined, packageRoot()) };
/** Where the example's form stands in the contract. */
export const PATH = "/{CellName}/__ctl/Label('{LabelName}')";

/** Looks into the contract of a page; references on the way are followed. */
export function build(example: Example): (...at: string[]) => unknown {
  const files = Object.entries(examplePages(example)).map(([path, text]) => ({ path, text }));
  const { document } = buildSpec(files, options);
  const deref = (value: unknown): unknown => {
    const ref = (value as { $ref?: string } | undefined)?.$ref;
    return ref === undefined ? value : pointer(document, ref.slice(1));
  };
  return (...at) => at.reduce<unknown>((value, key) => (deref(value) as Record<string, unknown>)?.[key], document);
}

/** Looks into the example's operation. */
export const operation = (sections: Record<string, string>): ((...at: string[]) => unknown) => {
  const read = build({ sections });
  return (...at) => read('paths', PATH, 'put', ...at);
};
export const table = (columns: string, ...rows: string[]): string =>
  [columns, columns.replace(/[^|]+/g, ':--'), ...rows].join('\n');
