// The documented sample as an oracle: the fields it shows must be there, and the values that never vary must be its values.
// What varies is found by comparing answers of the same operation, not by a list of names.
import type { ApiOperation, JsonValue } from '../../spec/contract/api.js';
import { answerable } from '../../spec/fitting/one-way-values.js';
import { isObject } from '../../spec/is-object.js';
import { pointerPart } from '../../spec/json-pointer.js';
import { bodySchema, type Operation } from '../plan/resources.js';
import type { Case, Relaxation } from '../plan/story.js';
import type { HttpAnswer } from '../send/http.js';
import type { Finding } from './answer.js';
import { documentedResponse } from './answer.js';

/** Answers of several stories have to be this far apart before what is equal in all of them counts as constant, in milliseconds. */
const APART = 50;
const KEPT = 8;

interface Kept {
  value: JsonValue;
  at: number;
  /** Of which story: what is read twice in one is the same thing. */
  story: string;
}

/** The sample nearest to an answer: its values by place, and what the answer has not of it. */
interface Closest {
  sample: Map<string, JsonValue[]>;
  missing: Missing[];
}

/** A text that all answers agree on, and what the sample has there. */
interface Other {
  pointer: string;
  wanted: string;
  constant: string;
}

type Verdict = Omit<Finding, 'id' | 'source'>;

/** Collects answers while the run goes on; asked when it is over. */
export class AnswerLog {
  private readonly kept = new Map<string, Kept[]>();
  private readonly cases = new Map<string, { one: Case; status: number; value: JsonValue }>();

  /**
   * @param sharedPages pages that document several operations: whose sample it is cannot be told
   * @param showsAnother whether a sample is one of another resource than the case's answer
   * @param isOurs whether a text is one that the run makes: it is the same in all answers of one story
   * @param freeFields names of what requests fill with members of their own choice, which samples only illustrate
   * @param mayLack names of what an answer may leave out where it has no value
   * @param chosen names of what requests that write the thing send: theirs to choose
   */
  constructor(
    private readonly now: () => number,
    private readonly sharedPages: Set<string>,
    private readonly isOurs: (text: string) => boolean,
    private readonly showsAnother: (one: Case, sample: JsonValue) => boolean = () => false,
    private readonly freeFields: (one: Case) => ReadonlySet<string> = () => new Set(),
    private readonly mayLack: (one: Case) => ReadonlySet<string> = () => new Set(),
    private readonly chosen: (one: Case) => ReadonlySet<string> = () => new Set(),
  ) {}

  add(one: Case, answer: HttpAnswer, value: JsonValue | undefined): void {
    if (value === undefined || one.expect.error) return;
    this.cases.set(one.id, { one, status: answer.status, value });
    const id = `${one.operation.op.id} ${answer.status}`;
    const list = this.kept.get(id) ?? [];
    if (list.length >= KEPT) list.splice(1, 1);
    list.push({ value, at: this.now(), story: one.kind === 'story' ? one.id.replace(/\/[^/]*$/, '') : one.id });
    this.kept.set(id, list);
  }

  /** What the samples say about each case, once all answers are in. */
  findings(): Map<string, { findings: Finding[]; relaxations: Relaxation[] }> {
    const found = new Map<string, { findings: Finding[]; relaxations: Relaxation[] }>();
    for (const [id, { one, status, value }] of this.cases) {
      const samples = documentedSamples(one.operation, status);
      const own = samples.filter((sample) => !this.showsAnother(one, sample));
      const finding = this.judge(one, status, value, own);
      const reason = 'the documented sample shows an entity of another kind than the operation answers with';
      const relaxations = own.length < samples.length ? [{ id: 'sample-of-another', reason }] : [];
      found.set(id, { findings: finding ? [finding] : [], relaxations });
    }
    return found;
  }

  private judge(one: Case, status: number, value: JsonValue, samples: JsonValue[]): Finding | undefined {
    const best = this.closest(one, status, value, samples);
    if (!best || best.sample.size === 0) return undefined;
    const { op } = one.operation;
    const source = one.source ?? op.docs.source;
    const shared = op.docs.pages.some((page) => this.sharedPages.has(page));
    const other = shared ? undefined : this.otherConstant(one, `${op.id} ${status}`, best.sample);
    const verdict = other ? differs(other, one) : lacks(best.missing, one, shared);
    return { id: 'sample', ...verdict, ...(source ? { source } : {}) };
  }

  /** The sample that the answer lacks least of, and what it lacks of it. */
  private closest(one: Case, status: number, value: JsonValue, samples: JsonValue[]): Closest | undefined {
    const varying = this.varyingMembers(one.operation.op, status);
    const free = this.freeFields(one);
    const empty = this.mayLack(one);
    const isFree = (pointer: string): boolean =>
      pointer
        .split('/')
        .slice(0, -1)
        .some((name) => free.has(name));
    const isExpected = ({ pointer }: Missing): boolean =>
      varying !== 'all' && !varying.has(pointer) && !isFree(pointer) && !empty.has(lastName(pointer));
    return samples
      .map((sample) => ({ sample: leaves(sample), missing: missingFrom(sample, value).filter(isExpected) }))
      .sort((a, b) => a.missing.length - b.missing.length)[0];
  }

  /** The first text that is the same in all answers and another in the sample; what requests send is theirs to choose. */
  private otherConstant(one: Case, id: string, sample: Closest['sample']): Other | undefined {
    const own = new Set([...Object.keys(bodySchema(one.operation)?.properties ?? {}), ...this.chosen(one)]);
    for (const [pointer, constant] of this.constants(id)) {
      const wanted = sample.get(pointer)?.[0];
      if (typeof constant !== 'string' || typeof wanted !== 'string' || isSame(wanted, constant)) continue;
      if (!own.has(lastName(pointer)) && !this.isOurs(constant)) return { pointer, wanted, constant };
    }
    return undefined;
  }

  /**
   * Members that depend on what a form asks for (a grant): those that other answers have. Of one answer among several
   * commands nothing can be told, since nobody knows whose sample it is.
   */
  private varyingMembers(op: ApiOperation, status: number): Set<string> | 'all' {
    if (!op.body?.content.some((m) => m.type.includes('form-urlencoded'))) return new Set();
    const answers = this.kept.get(`${op.id} ${status}`) ?? [];
    if (answers.length < 2 && (op.docs.cases?.length ?? 0) > 1) return 'all';
    return new Set(answers.flatMap(({ value }) => [...leaves(value).keys()]));
  }

  /** Places whose value was the same in every answer, where the answers are far enough apart to tell. */
  private constants(id: string): Map<string, JsonValue> {
    const answers = this.kept.get(id) ?? [];
    const first = answers[0];
    const last = answers.at(-1);
    const stories = new Set(answers.map(({ story }) => story));
    if (!first || !last || stories.size < 2 || last.at - first.at < APART) return new Map();
    const constant = new Map(
      [...leaves(first.value)].flatMap(([path, values]) =>
        values.length === 1 ? [[path, values[0] as JsonValue] as const] : [],
      ),
    );
    for (const { value } of answers.slice(1)) {
      const other = leaves(value);
      for (const [path, known] of constant)
        if (other.get(path)?.some((v) => v !== known) !== false) constant.delete(path);
    }
    return constant;
  }
}

/** Where a server stands is its own: two addresses are the same where one's path is the end of the other's. */
function isSame(wanted: string, constant: string): boolean {
  const [a, b] = [pathOf(wanted), pathOf(constant)];
  return wanted === constant || (a !== undefined && b !== undefined && (a.endsWith(b) || b.endsWith(a)));
}

/** Of an absolute URL. */
function pathOf(text: string): string | undefined {
  return /^https?:/i.test(text) && URL.canParse(text) ? new URL(text).pathname : undefined;
}

/** A text that never varies is binding where it names the resource; others, and addresses, may be an installation's own. */
function differs({ pointer, wanted, constant }: Other, one: Case): Verdict {
  return {
    level: pathOf(wanted) === undefined && namesResource(wanted, one.operation) ? one.level : 'SHOULD',
    ok: false,
    expected: `${JSON.stringify(wanted)}, as in the documented sample`,
    actual: JSON.stringify(constant),
    pointer,
  };
}

function lacks(missing: Missing[], one: Case, shared: boolean): Verdict {
  const { operation } = one;
  const judged = !shared && operation.op.method !== 'HEAD';
  const promised = judged ? missing.find((m) => isPromised(m, operation)) : undefined;
  const level = promised ? one.level : 'SHOULD';
  const lost = promised ?? missing[0];
  if (!lost) return { level, ok: true, expected: 'the documented sample', actual: 'fits, but for values that vary' };
  const { pointer } = lost;
  return { level, ok: false, expected: `${pointer}, as in the documented sample`, actual: 'absent', pointer };
}

/** Without what only requests have, which an example of a schema shows as well. */
function documentedSamples({ api, op }: Operation, status: number): JsonValue[] {
  const media = documentedResponse(op, status)?.content ?? [];
  const values = media.flatMap(({ schema, examples }) => examples.map((e) => answerable(api, schema, e.value)));
  return values.filter((value) => typeof value === 'object' && value !== null);
}

/** Values by place; all items of a list share a place (and a list of one the place of the object alone). */
function leaves(value: JsonValue, at = '', found = new Map<string, JsonValue[]>()): Map<string, JsonValue[]> {
  if (Array.isArray(value)) for (const item of value) leaves(item, at, found);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) leaves(inner, `${at}/${pointerPart(key)}`, found);
  else if (at !== '') {
    const there = found.get(at);
    if (there) there.push(value);
    else found.set(at, [value]);
  }
  return found;
}

interface Missing {
  pointer: string;
  /** It only leads on to something else (OData JSON format, "Deferred Content"). */
  deferred: boolean;
}

/** Members that a sample shows with a value and an answer has not; an empty list lacks nothing, one object stands for a list of one. */
function missingFrom(sample: JsonValue, actual: JsonValue, at = ''): Missing[] {
  const shown = Array.isArray(sample) ? sample[0] : sample;
  const got = Array.isArray(actual) ? actual[0] : actual;
  if (typeof shown !== 'object' || shown === null || Array.isArray(shown)) return [];
  if (typeof got !== 'object' || got === null || Array.isArray(got)) return [];
  return Object.entries(shown).flatMap(([name, value]): Missing[] => {
    const pointer = `${at}/${pointerPart(name)}`;
    const inner = got[name];
    if (inner !== undefined) return missingFrom(value, inner, pointer);
    // Nothing may be told by leaving it out.
    return value === null ? [] : [{ pointer, deferred: isObject(value) && Object.hasOwn(value, '__deferred') }];
  });
}

/**
 * A member that a server always has a value for: not one that a request may leave out, nor one that a grant decides on, nor a
 * link that a sample only illustrates.
 */
function isPromised(missing: Missing, operation: Operation): boolean {
  const schema = bodySchema(operation);
  const form = operation.op.body?.content.some((m) => m.type.includes('form-urlencoded')) ?? false;
  const name = lastName(missing.pointer);
  const optional = schema?.properties?.[name] !== undefined && !schema.required?.includes(name);
  return !form && !optional && !missing.deferred;
}

/** Whether a constant names the resource that the operation answers with: `Ctl.Folder` below `/Folder` or `…/_Folder`. */
function namesResource(text: string, operation: Operation): boolean {
  const last = operation.segments.filter((s) => s.variable === undefined).at(-1);
  const name = last?.text.replace(/^_/, '') ?? '';
  return name.length > 2 && text.split(/\W+/).includes(name);
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
