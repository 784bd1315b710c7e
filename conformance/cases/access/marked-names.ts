// A login with a name whose letters a form has to encode: it is the name that the account was made with.
import { patternTest } from '../../../spec/contract/pattern.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { bodySchema } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { expectation } from '../documented.js';
import { Telling } from '../lifecycle/stories.js';
import { loginOf } from './login.js';

/** What has a meaning of its own in a form (URL Standard, section 5.1), and what is no letter of a form's own set. */
const ENCODED = '+=&%!$@~^|{}';

/** Longest name that is made, before the run makes it its own. */
const LONGEST = 40;

export function markedNameGroups(suite: Suite): CaseGroup[] {
  const login = suite.hasCommands ? loginOf(suite) : undefined;
  const property = login?.account.keys[0]?.property;
  const name = login?.entity.keys[0];
  if (!login?.create.judged || property === undefined || name == null) return [];
  const { create, made, tokenEndpoint } = login;
  const { pattern, maxLength = LONGEST } = mergedSchema(create.api, bodySchema(create)?.properties?.[property] ?? {});
  const fits = pattern === undefined ? undefined : patternTest(pattern);
  const marks = [...ENCODED].filter((mark) => fits?.(`${name}${mark}${name}`) === true).join('');
  if (marks === '' || name.length + marks.length > LONGEST || maxLength < 2 * LONGEST) return [];
  const json = { ...login.json, [property]: `${name}${marks}` };
  const telling = new Telling(`story/${create.op.id}-marked-name`);
  const expect = { ...expectation(create.op), effect: 'made' as const };
  telling.add('create', create, { ...made, json, body: JSON.stringify(json) }, expect);
  telling.add('login', tokenEndpoint, login.as(`${name}${marks}`), expectation(tokenEndpoint.op));
  return telling.group();
}
