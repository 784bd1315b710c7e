// Operations beside those of our own documents: rules of boxes and the page of a cell.
//
// The documented API names them (a box leads to its rules), so a server of the whole API
// has them, though nothing is certified by them here.
import type { Route, RouteMedia } from '../../../generated/server/runtime/route.js';

const JSON_BODY: RouteMedia[] = [{ type: 'application/json', schema: true }];

/** What a box leads to may also be addressed with the box's schema, which must then be right. */
export function withBoxSchema(route: Route): Route {
  const plain = "/Box(Name='{BoxName}')/";
  if (!route.path.includes(plain)) return route;
  const path = route.path.replace(plain, "/Box(Name='{BoxName}',Schema='{SchemaURL}')/");
  return { ...route, path, aliases: [route.path, ...(route.aliases ?? [])] };
}

/** The URL of a cell ends with a slash; clients of the contract, whose paths have none, leave it out. */
export function withCellSlash(route: Route): Route {
  return route.path === '/{CellName}' ? { ...route, path: '/{CellName}/', aliases: [route.path] } : route;
}

const RULE = "Rule(Name='{RuleName}',_Box.Name='{BoxName}')";
const RULE_FORMS = [RULE, "Rule(Name='{RuleName}')", "Rule('{RuleName}')"];
const BOX_FORMS = ["Box(Name='{BoxName}',Schema='{SchemaURL}')", "Box(Name='{BoxName}')", "Box('{BoxName}')"];

export const MORE_ROUTES: Route[] = [
  ...paths(['Rule'], 'GET', 'POST'),
  ...paths(RULE_FORMS, 'GET', 'PUT', 'MERGE', 'DELETE'),
  ...paths(below(RULE_FORMS, '/_Box'), 'GET', 'POST'),
  ...paths(below(RULE_FORMS, '/$links/_Box'), 'GET', 'POST'),
  ...paths(below(RULE_FORMS, "/$links/_Box('{BoxName2}')"), 'PUT', 'DELETE'),
  ...paths(below(BOX_FORMS, '/_Rule'), 'GET', 'POST'),
  ...paths(below(BOX_FORMS, '/$links/_Rule'), 'GET', 'POST'),
  ...paths(below(BOX_FORMS, "/$links/_Rule(Name='{RuleName}',_Box.Name='{BoxName2}')"), 'PUT', 'DELETE'),
  { id: 'cellPage', method: 'GET', path: '/{CellName}/', parameters: [], responses: { '200': ['text/html'] } },
];

function below(forms: string[], path: string): string[] {
  return forms.map((form) => form + path);
}

function paths(forms: string[], ...methods: string[]): Route[] {
  const [path = '', ...aliases] = forms.map((form) => `/{CellName}/__ctl/${form}`);
  return methods.map((method) => ({
    id: `${method} ${path}`,
    method,
    path,
    aliases,
    parameters: [],
    ...(['POST', 'PUT', 'MERGE'].includes(method) ? { body: { required: true, content: JSON_BODY } } : {}),
    responses: {},
  }));
}
