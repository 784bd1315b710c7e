// What documents say of lists and their options.
import type { Words } from './words.js';

export const LISTS = {
  /** "A value that is no integer of the range is answered with 400." */
  noInteger: [
    [/\b(?:is|are) (?:no|not an?) (?:integer|number)s?\b/i, /\b400\b/],
    [/(?:整数|数値)(?:で|では)(?:ない|ありません)/, /400/],
  ],
  /** "Upper and lower case count as the same." */
  caseIsNothing: [
    [/\bcase[- ]insensitiv/i],
    [/\b(?:upper|lower)[- ]?case\b/i, /\b(?:same|alike|ignored)\b/i],
    [/\bignor\w+ (?:the )?case\b|\bregardless of (?:upper |lower )?case\b/i],
    [/大文字(?:と|、|・|および)?小文字(?:を|は)(?:区別|識別)(?:しない|しません|されない|されません|せず)/],
    [/Groß- und Kleinschreibung/, /\b(?:keine Rolle|nicht unterschieden|ignoriert|egal)\b/i],
    [/\bcasse\b/i, /\b(?:ignorée|indifférente|pas prise en compte|sans importance)/i],
  ],
  /** "A property that the entities do not have is passed over." */
  passedOver: [
    [
      /\bpropert(?:y|ies)\b/i,
      /\b(?:not have|not exist|nonexistent|unknown)\b/i,
      /\b(?:passed over|ignored|skipped)\b/i,
    ],
    [/\b(?:nonexistent|non-existent|unknown) propert(?:y|ies)\b/i, /\b(?:passed over|ignored|skipped)\b/i],
    [/(?:存在しない|にない)プロパティ/, /無視/],
  ],
  /** "… that contain the given words in any of their values" */
  anyValue: [[/\bin any of (?:their|its) values\b/i], [/いずれかの値/, /含む/]],
  /** "Newest first." */
  newestFirst: [
    [/\b(?:newest|latest|most recent)(?: ones?)? first\b/i],
    [/新しい(?:もの|順)/],
    [/\bneueste\w?\b/i, /\bzuerst\b/i],
    [/\bplus récente?s?\b/i, /(?:d'abord|en premier)/i],
  ],
  oldestFirst: [
    [/\b(?:oldest|earliest)(?: ones?)? first\b/i],
    [/古い(?:もの|順)/],
    [/älteste\w?\b/i, /\bzuerst\b/i],
    [/\bplus anciene?n?e?s?\b/i, /(?:d'abord|en premier)/i],
  ],
  /** "Sorted by name." */
  orderedBy: [
    [
      /\b(?:sorted|ordered|in (?:alphabetical )?order)(?: alphabetically)? (?:by|of) (?:the |their |its )?(?<property>\w{1,40})/i,
    ],
    [/(?<property>\w{1,40}) ?(?:の(?:昇順|降順)|順)(?:で|に)/],
    [/\bnach (?:dem |der |den |ihrem )?(?<property>\w{1,40}) (?:\w{1,20} )?(?:sortiert|geordnet)\b/i],
    [/\b(?:sortiert|geordnet) nach (?:dem |der |den |ihrem )?(?<property>\w{1,40})/i],
    [/\b(?:tri|ordonn)ée?s? (?:par|selon) (?:l'|le |la |leur )?(?<property>\w{1,40})/i],
  ],
  /** "In descending order." */
  downwards: [
    [/\b(?:descending|reverse|newest|latest|highest|largest)\b/i],
    [/降順/],
    [/\babsteigend/i],
    [/\bdécroissant/i],
  ],
  /** "In no particular order." */
  notSo: [
    [/\b(?:not|no particular)\b/i],
    [/(?:定まらない|不定|保証(?:されない|しない))/],
    [/\b(?:nicht|keine\w?)\b/i],
    [/\b(?:pas|aucun)\b/i],
  ],
  /** "The id is always there." */
  always: [[/(?<!\bnot )\balways (?:there|shown|included|present|returned)\b/i], [/常に(?:含まれ|返)/]],
} as const satisfies Record<string, readonly Words[]>;
