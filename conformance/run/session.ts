// What a run shares between its stories: the suite, the line to the target, secrets, the journal, the clock.
import type { ApiOperation } from '../../spec/contract/api.js';
import type { AnswerLog } from '../assess/sample.js';
import type { Validator } from '../assess/schemas.js';
import type { OtherAccount } from '../plan/others.js';
import type { Suite } from '../plan/subject.js';
import type { Courier } from '../send/courier.js';
import type { Journal } from './journal.js';
import type { Redactor } from './secrets/redaction.js';

export interface Session {
  suite: Suite;
  courier: Courier;
  redactor: Redactor;
  journal: Journal;
  /** Base URL without a trailing slash. */
  target: string;
  /** Stands in every name that the run makes. */
  runId: string;
  token?: string;
  /** The token with another character in it, which is as secret as the token. */
  altered?: string;
  /** Tokens of other accounts of the target. */
  others: Partial<Record<OtherAccount, string>>;
  /** Token of a second account that the run has registered. */
  another?: string;
  /** What that is called. */
  otherNames?: string[];
  /** Why the run has none of its own, where it wanted one. */
  notEnrolled?: string;
  /** A password for the accounts that the run makes. */
  password: string;
  /** No new request of a case after this is aborted; cleaning goes on. */
  signal: AbortSignal;
  /** Monotonic, milliseconds. */
  now: () => number;
  validator: (operation: ApiOperation) => (schema: import('../../spec/contract/api.js').Schema) => Validator;
  /** Bodies in the report are cut to this many characters. */
  keptBody: number;
  pasted: boolean;
  /** Answers of the run, for what can only be told by comparing two. */
  answers: AnswerLog;
  /** Something of an answer came, whatever it was: the target is there. */
  heard: boolean;
}
