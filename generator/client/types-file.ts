// The types of the client, written by openapi-typescript from the view that it can read.
import type { Api, ApiOperation } from '../../spec/contract/api.js';
import { typesLayout } from './types-layout.js';
import { typesView } from './types-view.js';

/**
 * Text of `types.ts`: `paths`, `components` and `operations`, which has every operation, whatever its method.
 *
 * @throws Error with openapi-typescript's words where the document is none that it takes
 */
export async function typesText(api: Api, name: (operation: ApiOperation) => string): Promise<string> {
  const [{ default: openapiTS, astToString }, { default: ts }] = await Promise.all([
    import('openapi-typescript'),
    import('typescript'),
  ]);
  const view = typesView(api, name);
  const nodes = await openapiTS(view as unknown as Parameters<typeof openapiTS>[0], {
    silent: true,
    defaultNonNullable: false,
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
            node.members.filter((m) => !(m.name && ts.isStringLiteral(m.name) && !paths.has(m.name.text))),
          )
        : node,
    ),
  );
  return typesLayout(text);
}
