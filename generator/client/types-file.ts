// The types of the client, written by openapi-typescript from the view that it can read.
import type { GlobalContext, OpenAPI3 } from 'openapi-typescript';
import type { Api, ApiOperation } from '../../spec/contract/api.js';
import { withoutStandIns, withStandIns } from './stand-ins.js';
import { typesLayout } from './types-layout.js';
import { typesView } from './types-view.js';

/**
 * openapi-typescript's options as its command has them, but for properties with a default, which stay optional, and for objects
 * of which nothing is said, which may have any.
 */
const PLAIN = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  defaultNonNullable: false,
  emptyObjectsUnknown: true,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  makePathsEnum: false,
  pathParamsAsTypes: false,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  redoc: {} as GlobalContext['redoc'],
  postTransform: undefined,
  transform: undefined,
  transformProperty: undefined,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  silent: true,
} satisfies Partial<GlobalContext>;

/**
 * Text of `types.ts`: `paths`, `components` and `operations`, which has every operation, whatever its method.
 *
 * @throws Error with openapi-typescript's words where the document is none that it takes
 */
export async function typesText(api: Api, name: (operation: ApiOperation) => string): Promise<string> {
  const [{ astToString, resolveRef, scanDiscriminators, transformSchema }, { default: ts }] = await Promise.all([
    import('openapi-typescript'),
    import('typescript'),
  ]);
  const view = withStandIns(typesView(api, name)) as OpenAPI3;
  // Not its default export, which lints and bundles first: the view has been read and has no foreign references.
  const options = { silent: true };
  const resolve = <T>(ref: string): T | undefined => resolveRef<T>(view, ref, options);
  const nodes = transformSchema(view, {
    ...PLAIN,
    injectFooter: [],
    discriminators: scanDiscriminators(view, options),
    resolve,
  });
  const paths = new Set(api.operations.map((operation) => operation.path));
  const text = astToString(
    nodes.map((node) =>
      ts.isInterfaceDeclaration(node) && node.name.text === 'paths'
        ? ts.factory.updateInterfaceDeclaration(
            node,
            node.modifiers,
            node.name,
            node.typeParameters,
            node.heritageClauses,
            node.members.filter(
              (m) => !(m.name && ts.isStringLiteral(m.name) && !paths.has(withoutStandIns(m.name.text))),
            ),
          )
        : node,
    ),
  );
  return typesLayout(withoutStandIns(text));
}
