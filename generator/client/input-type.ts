// The type of what a function of the client takes, and how its members get into the request.
import type { Api, ApiMedia, ApiOperation, ApiParameter } from '../../spec/contract/api.js';
import { formStyles, queryStyles } from '../query-style.js';
import { propertyKey, stringLiteral, valueLiteral } from '../typescript/literal.js';
import { mediaKind, valueKind } from './media-kind.js';
import { memberAccess, valueCode } from './value-code.js';

export interface InputType {
  text: string;
  /** Whether a call without input is wrong. */
  isRequired: boolean;
  /** Types of the runtime that the text names. */
  uses: string[];
  /** Members of the request, as source. */
  members: [string, string][];
}

const GROUPS = [
  ['path', 'path'],
  ['query', 'query'],
  ['headers', 'header'],
  ['cookies', 'cookie'],
] as const;

/** OpenAPI 3.1, "Parameter Object": these are described elsewhere. */
const IGNORED = new Set(['accept', 'content-type', 'authorization']);

export function inputType(api: Api, operation: ApiOperation, name: string): InputType {
  const members: [string, string][] = [];
  const lines: string[] = [];
  let isRequired = false;
  for (const [member, where] of GROUPS) {
    const parameters = operation.parameters.filter((p) => p.in === where && !isIgnored(p));
    if (where === 'path' ? !/\{[^{}]*\}/.test(operation.path) : parameters.length === 0) continue;
    const required = where === 'path' || parameters.some((p) => p.required);
    isRequired ||= required;
    lines.push(`${member}${required ? '' : '?'}: NonNullable<Operation['parameters']['${where}']>;`);
    if (where === 'header') members.push([member, headersCode(api, parameters, required)]);
    else if (where !== 'path') members.push([member, `input.${member}`]);
    const styles = where === 'query' ? queryStyles(parameters, api) : {};
    if (Object.keys(styles).length > 0) members.push(['styles', valueLiteral(styles, 4, 12)]);
  }
  const body = bodyType(api, operation);
  if (body.lines.length + body.variants.length > 0) {
    members.push(['body', 'input.body'], ['type', body.type]);
    const form = operation.body?.content.find((media) => mediaKind(media.type) === 'form');
    const styles = form ? formStyles(form, api) : {};
    if (Object.keys(styles).length > 0) members.push(['form', valueLiteral(styles, 4, 10)]);
    isRequired ||= operation.body?.required === true || body.variants.length > 0;
  }
  const own = [...lines, ...body.lines].map((line) => `\n  ${line}`).join('');
  const block = own === '' ? '{}' : `{${own}\n}`;
  const variants = body.variants.map((variant) => `\n  | (${name}Common & ${variant})`).join('');
  const text =
    variants === ''
      ? own === ''
        ? `export type ${name} = CallOptions;`
        : `export interface ${name} extends CallOptions ${block}`
      : `interface ${name}Common extends CallOptions ${block}\n\nexport type ${name} =${variants};`;
  return { text, isRequired, uses: body.uses, members };
}

function headersCode(api: Api, parameters: readonly ApiParameter[], isRequired: boolean): string {
  const written = parameters.flatMap((parameter) => {
    const { name } = parameter;
    const code = valueCode(
      api,
      parameter,
      `input.headers${isRequired ? '' : '?.'}${memberAccess(name)}`.replace('?..', '?.'),
    );
    return code === undefined ? [] : [`${propertyKey(name)}: ${code}`];
  });
  return written.length === 0 ? 'input.headers' : `{ ${['...input.headers', ...written].join(', ')} }`;
}

function isIgnored(parameter: ApiParameter): boolean {
  return parameter.in === 'header' && IGNORED.has(parameter.name.toLowerCase());
}

interface BodyType {
  lines: string[];
  variants: string[];
  uses: string[];
  /** Source of the media type that is sent. */
  type: string;
}

/** One media type gives a member `body`; several give one variant each, told apart by `type`. */
function bodyType(api: Api, operation: ApiOperation): BodyType {
  const content = operation.body?.content ?? [];
  const [only] = content;
  const mark = operation.body?.required ? '' : '?';
  const uses = content.some((m) => ['binary', 'text'].includes(valueKind(api, m))) ? ['Payload'] : [];
  if (only === undefined) return { lines: [], variants: [], uses, type: 'undefined' };
  if (content.length === 1) {
    return { lines: [`body${mark}: ${valueType(api, only)};`], variants: [], uses, type: stringLiteral(only.type) };
  }
  const variants = content.map(
    (media) => `{\n      type: ${stringLiteral(media.type)};\n      body${mark}: ${valueType(api, media)};\n    }`,
  );
  return { lines: [], variants, uses, type: 'input.type' };
}

function valueType(api: Api, media: ApiMedia): string {
  const kind = valueKind(api, media);
  if (kind === 'multipart') return 'FormData';
  if (kind === 'text' || kind === 'binary') return 'Payload';
  return `NonNullable<Operation['requestBody']>['content'][${stringLiteral(media.type)}]`;
}
