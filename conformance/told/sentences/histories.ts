// What documents say of what is recorded of a thing.
import type { Words } from './words.js';

export const HISTORIES = {
  /** "Each change of the status adds an entry to `history`", "one entry for each change of the status". */
  recordsChanges: [
    [
      /\b(?:each|every|all|any)\b[^.;]{0,20}\b(?:changes?|transitions?)\b[^.;]{0,30}\b(?:adds?|appends?|records?|recorded|logged|creates?|writes?|leaves?|kept|stored|is in|are in)\b/i,
    ],
    [
      /\b(?:entry|event|record|line|item|one)\b[^.;]{0,20}\b(?:for|per) (?:each|every)\b[^.;]{0,20}\b(?:change|transition)\b/i,
    ],
    [/\b(?:entry|event|record)\b[^.;]{0,12}\b(?:each|every) time\b[^.;]{0,60}\b(?:changed|changes)\b/i],
    [/(?:変更|遷移)(?:の?たびに|ごとに|毎に)[^。]{0,30}(?:追加|記録|残)/],
    [
      /\bjede[rn]? (?:Änderung|Wechsel|\p{L}{0,12}(?:wechsel|änderung))\b[^.;]{0,40}\b(?:erzeugt|ergibt|fügt|protokolliert|festgehalten|eingetragen)/iu,
    ],
    [/\bchaque (?:changement|transition|modification)\b[^.;]{0,40}(?:ajoute|crée|enregistrée?|consignée?)(?!\p{L})/iu],
  ],
  /** "… of the status": not of something else. */
  ofState: [
    [/\b(?:status|state|phase|stage)\b/i],
    [/(?:状態|ステータス)/],
    [/\b(?:Status|Zustand)/i],
    [/\b(?:statut|état)(?!\p{L})/iu],
  ],
} as const satisfies Record<string, readonly Words[]>;
