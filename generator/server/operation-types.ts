// The types of one operation: its request in parts, one reply per documented status.
import type { ApiMedia, ApiParameter, ApiResponse, Schema } from '../../spec/contract/api.js';
import { FORM, isJson, isText, isXml, MULTIPART_FORM, mediaName } from '../../templates/server/runtime/media-type.js';
import { type Definitions, schemaKind, schemaKinds } from '../../templates/server/runtime/schema-kind.js';
import type { Declarations, Member, TypeText } from '../typescript/declarations.js';
import { commentLines, stringLiteral } from '../typescript/literal.js';
import { pascalCase } from '../typescript/names.js';
import { parameters, type RoutedOperation } from './route-table.js';

/** Names of the two types that a handler's signature has. */
export interface OperationTypes {
  input: string;
  reply: string;
  /** What the file needs of the runtime. */
  runtime: string[];
}

/** Declares the types of an operation; `base` is their common beginning, `UpdateRelation`. */
export function declareOperation(
  routed: RoutedOperation,
  base: string,
  declarations: { input: Declarations; reply: Declarations },
  definitions: Definitions,
): OperationTypes {
  const runtime = new Set<string>();
  const input = declareInput(routed, base, declarations.input, definitions);
  const { responses } = routed.operation;
  const replies = responses.map((response) =>
    declareReply(response, responses, base, declarations.reply, definitions, runtime),
  );
  if (replies.length === 0) {
    runtime.add('Reply');
    replies.push('Reply');
  }
  const reply = declarations.reply.declareUnion(`${base}Reply`, replies, ['What the handler answers.']);
  return { input, reply, runtime: [...runtime].sort() };
}

const PLACES = [
  { in: 'path', member: 'path', suffix: 'Path', comment: 'Keys and names in the URL.' },
  { in: 'query', member: 'query', suffix: 'Query', comment: undefined },
  { in: 'header', member: 'headers', suffix: 'Headers', comment: undefined },
  { in: 'cookie', member: 'cookies', suffix: 'Cookies', comment: undefined },
] as const;

function declareInput(
  { operation, route }: RoutedOperation,
  base: string,
  declarations: Declarations,
  definitions: Definitions,
): string {
  const all = parameters(operation);
  const nullable = new Set(route.parameters.filter((p) => p.nullable).map((p) => p.name));
  const members: Member[] = [];
  for (const place of PLACES) {
    const here = all.filter((parameter) => parameter.in === place.in);
    const name = `${base}${place.suffix}`;
    const own = here.map((parameter) => parameterMember(parameter, name, nullable.has(parameter.name), declarations));
    if (own.length === 0) continue;
    const type = [declarations.declareInterface(name, own)];
    members.push({ name: place.member, optional: false, type, comment: place.comment });
  }
  const media = operation.body?.content ?? [];
  const optional = operation.body?.required !== true;
  const types = media.map((one, index) => ({
    one,
    type: inputType(one, bodyName(base, media, index), declarations, definitions),
  }));
  const [first] = types;
  if (first && types.some(({ type }) => type.join() !== first.type.join()))
    return declareChoice(base, members, types, optional, declarations);
  if (first) members.push({ name: 'body', optional, type: first.type, comment: operation.body?.description });
  return declarations.declareInterface(`${base}Input`, members, ['What the handler gets.']);
}

function parameterMember(parameter: ApiParameter, name: string, nullable: boolean, declarations: Declarations): Member {
  const type = declarations.type(parameter.schema, `${name}${pascalCase(parameter.name)}`);
  return {
    name: parameter.name,
    optional: !parameter.required && parameter.in !== 'path',
    type: nullable && !type.includes('null') ? [...type, 'null'] : type,
    comment: parameter.description,
  };
}

/** A request whose body is of one of several types, told apart by `contentType`. */
function declareChoice(
  base: string,
  members: readonly Member[],
  types: readonly { one: ApiMedia; type: TypeText }[],
  optional: boolean,
  declarations: Declarations,
): string {
  const media = types.map(({ one }) => one);
  const common = members.length > 0 ? declarations.declareInterface(`${base}Parameters`, members) : undefined;
  const names = types.map(({ one, type }) =>
    declarations.declareInterface(`${base}Input${mediaWord(one.type)}`, [
      {
        name: 'contentType',
        optional: false,
        type: [one.type.includes('*') ? 'string' : stringLiteral(mediaName(one.type, media))],
      },
      { name: 'body', optional: false, type },
    ]),
  );
  const choice = optional ? [...names, "Partial<Record<'contentType' | 'body', never>>"] : names;
  const parts = common === undefined ? choice : choice.map((name) => `(${common} & ${name})`);
  return declarations.declareUnion(`${base}Input`, parts, [
    'What the handler gets: `contentType` tells what the body is.',
  ]);
}

function bodyName(base: string, media: readonly ApiMedia[], index: number): string {
  return media.length > 1 ? `${base}Body${mediaWord(media[index]?.type ?? '')}` : `${base}Body`;
}

/** `Json`, `Form`, `Xml`, `Bytes`: a word for a media type in a type's name. */
function mediaWord(type: string): string {
  if (isJson(type)) return 'Json';
  if (type.startsWith(FORM)) return 'Form';
  if (type.startsWith('multipart/')) return 'Multipart';
  if (/xml/.test(type)) return 'Xml';
  if (type.startsWith('text/')) return 'Text';
  return 'Bytes';
}

/** The type of a body that a handler gets. */
function inputType(media: ApiMedia, name: string, declarations: Declarations, definitions: Definitions): TypeText {
  const type = media.type.toLowerCase();
  if (isJson(type) || type.startsWith(FORM)) return declarations.type(media.schema, name);
  if (type.startsWith(MULTIPART_FORM)) return ['FormData'];
  if (isText(type)) return isXml(type) ? ['string'] : textType(media.schema, name, declarations, definitions);
  return type.includes('*') ? ['unknown'] : ['Uint8Array'];
}

/** The type of a body that a handler answers with. */
function replyType(media: ApiMedia, name: string, declarations: Declarations, definitions: Definitions): TypeText {
  const type = media.type.toLowerCase();
  const isValue = isJson(type) || type.startsWith(FORM) || (type === '*/*' && isStructured(media.schema, definitions));
  return isValue ? declarations.type(media.schema, name) : ['RawBody'];
}

function isStructured(schema: Schema, definitions: Definitions): boolean {
  const kinds = schemaKinds(schema, definitions);
  return kinds.size > 0 && !kinds.has('string');
}

/** Text is read as the number or boolean that its schema says; everything else stays a string. */
function textType(schema: Schema, name: string, declarations: Declarations, definitions: Definitions): TypeText {
  const kinds = schemaKinds(schema, definitions);
  const isRead = (kinds.has('number') || kinds.has('boolean')) && !kinds.has('array') && !kinds.has('object');
  return isRead ? declarations.type(schema, name) : ['string'];
}

function replyName(base: string, status: string): string {
  return `${base}${status === 'default' ? 'Default' : status.toUpperCase()}`;
}

function declareReply(
  response: ApiResponse,
  all: readonly ApiResponse[],
  base: string,
  declarations: Declarations,
  definitions: Definitions,
  runtime: Set<string>,
): string {
  const name = replyName(base, response.status);
  const members: Member[] = [
    { name: 'status', optional: false, type: [statusType(response.status, all, runtime)] },
    { name: 'headers', optional: true, type: [replyHeaders(response, name, declarations, definitions, runtime)] },
  ];
  const types = response.content.map((media, index) =>
    replyType(
      media,
      response.content.length > 1 ? `${name}Body${mediaWord(media.type)}${index || ''}` : `${name}Body`,
      declarations,
      definitions,
    ),
  );
  if (types.flat().includes('RawBody')) runtime.add('RawBody');
  if (response.content.length > 1 && response.content.every((media) => !media.type.includes('*')))
    members.push({ name: 'contentType', optional: true, type: response.content.map((m) => stringLiteral(m.type)) });
  else if (response.content.length > 0) members.push({ name: 'contentType', optional: true, type: ['string'] });
  // Without it a reply could bring a body that nobody documented.
  const body = types.length > 0 ? withoutRepeats(types.flat()) : ['never'];
  members.push({ name: 'body', optional: types.length === 0, type: body });
  return declarations.declareInterface(name, members, commentLines(response.description));
}

function withoutRepeats(type: TypeText): TypeText {
  const parts = [...new Set(type)];
  return parts.includes('unknown') ? ['unknown'] : parts;
}

function statusType(status: string, all: readonly ApiResponse[], runtime: Set<string>): string {
  if (/^\d{3}$/.test(status)) return status;
  runtime.add('StatusClass');
  const key = /^[1-5]XX$/i.test(status) ? status.toUpperCase() : 'default';
  const group = classType(key);
  const others = all.flatMap((response) => {
    if (/^\d{3}$/.test(response.status))
      return key === 'default' || response.status[0] === key[0] ? response.status : [];
    return key === 'default' && response.status !== 'default' ? classType(response.status.toUpperCase()) : [];
  });
  return others.length > 0 ? `Exclude<${group}, ${others.join(' | ')}>` : group;
}

function classType(key: string): string {
  return `StatusClass[${stringLiteral(key)}]`;
}

function replyHeaders(
  response: ApiResponse,
  name: string,
  declarations: Declarations,
  definitions: Definitions,
  runtime: Set<string>,
): string {
  runtime.add('ReplyHeaders');
  if (response.headers.length === 0) return 'ReplyHeaders';
  const members = response.headers.map((header) => ({
    ...{ name: header.name, optional: true, type: headerType(header.schema, definitions), comment: header.description },
  }));
  return `${declarations.declareInterface(`${name}Headers`, members)} & ReplyHeaders`;
}

/** Header values are texts or numbers, and lists of them are sent one by one; a schema narrows them only by listing them. */
function headerType(schema: Schema, definitions: Definitions): TypeText {
  const values = schema.enum?.filter((value) => typeof value === 'string') ?? [];
  if (values.length > 0) return values.map(stringLiteral);
  const isList = schemaKind(schema, definitions) === 'array';
  return ['string', 'number', ...(isList ? ['readonly string[]'] : [])];
}
