// The type of what a function of the client gives back: one answer per documented status.
import type { Api, ApiOperation, ApiResponse } from '../../spec/contract/api.js';
import { stringLiteral, unionLines } from '../typescript/literal.js';
import { responseKind } from './media-kind.js';

const CLASSES: Record<string, string> = {
  '1': 'InformationStatus',
  '2': 'SuccessStatus',
  '3': 'RedirectStatus',
  '4': 'ClientErrorStatus',
  '5': 'ServerErrorStatus',
};

export interface AnswerType {
  text: string;
  /** Types of the runtime that the text names. */
  uses: string[];
  /** Status and how its body is read, in the order of the contract. */
  answers: [string, string][];
}

export function answerType(api: Api, operation: ApiOperation, name: string): AnswerType {
  const responses = operation.responses.filter((r) => isStatus(r.status));
  if (responses.length === 0)
    return {
      text: `export type ${name} = Answer<AnyStatus, undefined>;`,
      uses: ['Answer', 'AnyStatus'],
      answers: [['default', 'none']],
    };
  const uses = new Set(['Answer']);
  const members = responses.map((response) => {
    const status = statusType(response.status, responses, uses);
    return `Answer<${status}, ${bodyType(api, response)}>`;
  });
  return {
    text: unionLines(`export type ${name} =`, members, 0),
    uses: [...uses],
    answers: responses.map((r) => [runtimeStatus(r.status), responseKind(api, r).kind]),
  };
}

function isStatus(status: string): boolean {
  return /^[1-5](\d\d|XX)$/i.test(status) || status === 'default';
}

function runtimeStatus(status: string): string {
  return status === 'default' ? status : status.toUpperCase();
}

/** A number; a class or `default` without what is documented beside it. */
function statusType(status: string, responses: ApiResponse[], uses: Set<string>): string {
  if (/^\d+$/.test(status)) return status;
  const whole = status === 'default' ? 'AnyStatus' : (CLASSES[status[0] ?? ''] ?? 'AnyStatus');
  uses.add(whole);
  const others = responses.flatMap(({ status: other }) => {
    if (other === status || other === 'default') return [];
    if (/^\d+$/.test(other)) return status === 'default' || other[0] === status[0] ? [other] : [];
    const name = CLASSES[other[0] ?? ''];
    if (status !== 'default' || name === undefined) return [];
    uses.add(name);
    return [name];
  });
  return others.length === 0 ? whole : `Exclude<${whole}, ${others.join(' | ')}>`;
}

function bodyType(api: Api, response: ApiResponse): string {
  const { kind, json, isText, isBinary } = responseKind(api, response);
  if (kind === 'none') return 'undefined';
  if (kind === 'binary') return 'Blob';
  const key = /^\d+$/.test(response.status) ? response.status : stringLiteral(response.status);
  const types = json.map((m) => `Operation['responses'][${key}]['content'][${stringLiteral(m.type)}]`);
  const others = [isText ? ['string'] : [], isBinary ? ['Blob'] : [], kind === 'derivedJson' ? ['undefined'] : []];
  return [...types, ...others.flat()].join(' | ');
}
