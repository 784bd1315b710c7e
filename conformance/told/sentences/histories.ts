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
  /** "The `stock` of each product goes down by the quantity of its items." */
  takesFrom: [
    [
      /\b(?<property>\w{2,40}) (?:of (?:each |the |its |every )?\w{2,30} )?(?:goes down|is (?:reduced|decreased|lowered|decremented|diminished)|decreases|drops|falls|shrinks) by (?:the |its |their )?(?<amount>\w{2,40})\b/i,
    ],
    [
      /\b(?:reduces?|decreases?|lowers?|decrements?) (?:the |its )?(?<property>\w{2,40}) (?:of (?:each |the |its |every )?\w{2,30} )?by (?:the |its |their )?(?<amount>\w{2,40})\b/i,
    ],
    [/(?<property>\w{2,40}) ?(?:が|から|は) ?(?<amount>\w{2,40}) ?(?:だけ|の分|分)(?:減|差し引)/],
    [
      /\b(?<property>\w{2,40}) (?:de[rs] \p{L}{2,30} )?(?:sinkt|verringert sich) um (?:die |den )?(?<amount>\w{2,40})\b/iu,
    ],
    [
      /\b(?<property>\w{2,40}) (?:d[eu]s? \p{L}{2,30} )?(?:baisse|diminue|est diminué) de (?:la |le )?(?<amount>\w{2,40})\b/iu,
    ],
  ],
  /** "What it took from the stock is put back." */
  givesBack: [
    [/\b(?:put|given|goes|go|comes?|booked|added)\b[^.;]{0,20}\bback\b/i],
    [/\b(?:is|are|gets?) (?:restored|returned|released|replenished)\b/i],
    [/(?:戻|復元)/],
    [/\b(?:zurückgebucht|wieder gutgeschrieben|zurückgegeben)/i],
    [/\b(?:est|sont) (?:remise?s?|rendue?s?|restituée?s?)(?!\p{L})/iu],
  ],
  /** "Poll it until its `status` is `done`." */
  pollUntil: [
    [
      /\b(?:poll|ask|read|query|check|repeat|call)\b[^.;]{0,60}\buntil (?:its |the )?(?<property>\w{2,30}) (?:is|becomes|=) (?:set to )?(?<state>\w{2,30})\b/i,
    ],
    [/(?<property>\w{2,30}) ?が ?(?<state>\w{2,30}) ?になるまで/],
    [/\bbis (?:der |die |sein |ihr )?(?<property>\w{2,30}) (?<state>\w{2,30}) ist\b/i],
    [/\bjusqu['’]à ce que (?:son |le |la )?(?<property>\w{2,30}) soit (?<state>\w{2,30})\b/i],
  ],
  /** "`resultUrl` is then the address of the report." */
  thenAddress: [
    [/\b(?<link>\w{2,30}) (?:is|has|holds|contains) then the (?:address|URL|link|location)\b/i],
    [/\b(?<link>\w{2,30}) then (?:is|has|holds|contains|points to) the (?:address|URL|link|location|result)\b/i],
    [/(?<link>\w{2,30}) ?(?:に|が)[^。]{0,10}(?:アドレス|URL)/],
    [/\b(?<link>\w{2,30}) ist dann die (?:Adresse|URL)\b/i],
    [/\b(?<link>\w{2,30}) est alors l['’](?:adresse|URL)\b/i],
  ],
} as const satisfies Record<string, readonly Words[]>;
