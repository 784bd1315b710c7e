// What tells stories, in the order of the report.
import { accessListGroups } from '../cases/access/access-list-stories.js';
import { accountGroups } from '../cases/access/account-stories.js';
import { cookieGroups } from '../cases/access/cookie-stories.js';
import { everybodyGroups } from '../cases/access/everybody-stories.js';
import { loginCountGroups } from '../cases/access/login-counts.js';
import { loginGroups } from '../cases/access/login-stories.js';
import { madeThroughGroups } from '../cases/access/made-through-stories.js';
import { markedNameGroups } from '../cases/access/marked-names.js';
import { passwordGroups } from '../cases/access/password-stories.js';
import { privilegeGroups } from '../cases/access/privilege-stories.js';
import { tokenGroups } from '../cases/access/token-stories.js';
import { apartGroups } from '../cases/addresses/apart-stories.js';
import { containerGroups } from '../cases/addresses/container-stories.js';
import { keyPartGroups } from '../cases/addresses/key-part-stories.js';
import { mediaGroups } from '../cases/headers/media-stories.js';
import { typingGroups } from '../cases/headers/typing-stories.js';
import { amountGroups } from '../cases/lifecycle/amount-stories.js';
import { bodyVersionGroups } from '../cases/lifecycle/body-version-stories.js';
import { cascadeGroups } from '../cases/lifecycle/cascade-stories.js';
import { countGroups } from '../cases/lifecycle/count-stories.js';
import { deletedGroups } from '../cases/lifecycle/deleted-stories.js';
import { dependentGroups } from '../cases/lifecycle/dependent-stories.js';
import { fieldOrderGroups } from '../cases/lifecycle/field-order-stories.js';
import { fieldStateGroups } from '../cases/lifecycle/field-state-stories.js';
import { historyGroups } from '../cases/lifecycle/history-stories.js';
import { integrityGroups } from '../cases/lifecycle/integrity-stories.js';
import { jobGroups } from '../cases/lifecycle/job-stories.js';
import { mergePatchGroups } from '../cases/lifecycle/merge-patch-stories.js';
import { moveGroups } from '../cases/lifecycle/move-stories.js';
import { nameGroups } from '../cases/lifecycle/name-stories.js';
import { oftenGroups } from '../cases/lifecycle/often-stories.js';
import { overlapGroups } from '../cases/lifecycle/overlap-stories.js';
import { ownerRenameGroups } from '../cases/lifecycle/owner-rename-stories.js';
import { placeGroups } from '../cases/lifecycle/place-stories.js';
import { propertyGroups } from '../cases/lifecycle/property-stories.js';
import { relatedGroups } from '../cases/lifecycle/related-stories.js';
import { repeatedGroups } from '../cases/lifecycle/repeated-stories.js';
import { singleGroups } from '../cases/lifecycle/single-stories.js';
import { stateGroups } from '../cases/lifecycle/state-stories.js';
import { stepNumberGroups } from '../cases/lifecycle/step-number-stories.js';
import { stepwiseGroups } from '../cases/lifecycle/stepwise-stories.js';
import { undoneGroups } from '../cases/lifecycle/undone-stories.js';
import { uniqueGroups } from '../cases/lifecycle/unique-stories.js';
import { updateGroups } from '../cases/lifecycle/update-stories.js';
import { crossedGroups } from '../cases/links/crossed-stories.js';
import { linkKindGroups } from '../cases/links/kind-stories.js';
import { linkGroups } from '../cases/links/link-stories.js';
import { membershipGroups } from '../cases/links/membership-stories.js';
import { otherOwnerGroups } from '../cases/links/other-owner-stories.js';
import { ownerLinkGroups } from '../cases/links/owner-link-stories.js';
import { throughGroups } from '../cases/links/through-stories.js';
import { askedGroups } from '../cases/lists/asked-stories.js';
import { expandLimitGroups } from '../cases/lists/expand-limits.js';
import { findingGroups } from '../cases/lists/finding-stories.js';
import { leftOutGroups } from '../cases/lists/left-out-stories.js';
import { listQueryGroups } from '../cases/lists/list-queries.js';
import { openListGroups } from '../cases/lists/open-lists.js';
import { ownerOptionGroups } from '../cases/lists/owner-options.js';
import { readOptionGroups } from '../cases/lists/read-options.js';
import { wordGroups } from '../cases/lists/word-stories.js';
import type { Suite } from './subject.js';
import type { CaseGroup } from './suite.js';

/** Stories beside the life of each resource. */
export const STORIES: readonly ((suite: Suite) => CaseGroup[])[] = [
  linkGroups,
  crossedGroups,
  linkKindGroups,
  updateGroups,
  passwordGroups,
  loginGroups,
  madeThroughGroups,
  accountGroups,
  loginCountGroups,
  markedNameGroups,
  mediaGroups,
  typingGroups,
  tokenGroups,
  integrityGroups,
  listQueryGroups,
  openListGroups,
  ownerOptionGroups,
  readOptionGroups,
  expandLimitGroups,
  relatedGroups,
  ownerLinkGroups,
  ownerRenameGroups,
  nameGroups,
  findingGroups,
  wordGroups,
  askedGroups,
  leftOutGroups,
  stepwiseGroups,
  mergePatchGroups,
  bodyVersionGroups,
  singleGroups,
  membershipGroups,
  cascadeGroups,
  dependentGroups,
  deletedGroups,
  countGroups,
  repeatedGroups,
  undoneGroups,
  oftenGroups,
  overlapGroups,
  stateGroups,
  placeGroups,
  historyGroups,
  fieldStateGroups,
  amountGroups,
  stepNumberGroups,
  jobGroups,
  moveGroups,
  uniqueGroups,
  fieldOrderGroups,
  apartGroups,
  keyPartGroups,
  containerGroups,
  otherOwnerGroups,
  throughGroups,
  cookieGroups,
  privilegeGroups,
  accessListGroups,
  everybodyGroups,
  propertyGroups,
];
