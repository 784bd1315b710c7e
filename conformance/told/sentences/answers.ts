// What documents say that a property or an answer is.
import type { Words } from './words.js';

export const ANSWERS = {
  /** "Those after this time." */
  ofTime: [
    [/\b(?:date|time|timestamp)s?\b/i],
    [/(?:日時|時刻|日付)/],
    [/\b(?:Datum|Zeit|Zeitpunkt|Zeitstempel)\b/i],
    [/\b(?:dates?|heures?|horodatages?)\b/i],
  ],
  /** "The id of a customer." */
  holdsKey: [
    [/\b(?:id|identifier|key)s?\b/i],
    [/ID|識別子|キー/],
    [/\b(?:Kennung|Schlüssel)/i],
    [/\b(?:identifiant|clé)/i],
  ],
  /** "Id of an existing content type", with nothing in front: a property that is called otherwise holds it, too. */
  isKeyOf: [
    [/^(?:the |an? )?(?:unique )?(?:ids?|identifiers?|keys?) of (?<thing>[^.,;(]{1,60})/i],
    [/^(?:既存の)?(?<thing>[^。、,（(\s]{1,30}?)\s?の?\s?(?:ID|識別子)(?![^。、（(\s])/],
    [/^(?:Die )?(?:IDs?|Kennung(?:en)?) (?:de[rs]|eine[rs]|von) (?<thing>[^.,;(]{1,60})/i],
    [/^(?:L['’]|Les? )?(?:ids?|identifiants?) (?:d['’]|de l['’]|du |des? )(?<thing>[^.,;(]{1,60})/i],
  ],
  /** "Validation Error": an answer to values of a wrong form, and to nothing else. */
  failedValidation: [
    [/^(?:request |input |data |schema )?validation (?:errors?|failed|failures?)\b/i],
    [/^(?:バリデーション|入力検証|検証)の?(?:エラー|失敗)/],
    [/^(?:Validierungsfehler|Validierung fehlgeschlagen)/i],
    [/^(?:erreurs? de validation|échec de la validation)/i],
  ],
  /** "What is sent in the body is not valid." */
  ofBody: [[/\bbody\b/i], [/ボディ/], [/\b(?:Anfragetext|Rumpf)/i], [/\bcorps\b/i]],
  /** "A parameter is wrong", "the value of a header". */
  ofOptions: [
    [/\b(?:quer(?:y|ies)|param(?:eter)?s?|options?|arguments?|values?|headers?|urls?)\b/i],
    [/クエリ|パラメ[ー]?タ|オプション|引数|値|ヘッダ|URL/],
    [/\b(?:Abfrage|Parameter|Optione?n?|Werte?|Kopfzeilen?)\b/i],
    [/\b(?:requêtes?|paramètres?|options?|valeurs?|en-têtes?)\b/i],
  ],
  /** "Number of comments", "copies minus the number of loans that are not returned yet": of which kind, and which of them. */
  counts: [
    [
      /(?<less>\b(?:minus|less)\b[^.;]{0,30}?)?\b(?:(?:number|count|total|amount) of|how many) (?:all |all of )?(?:the |its |their )?(?<kind>[a-z][a-z_ -]{1,40}?)(?: (?<which>(?:in|on|of|for|that|which|who|with|without|at|from|per|under|by|it|the|are|is|was|were|has|have)\b[^.;,(]*))?(?=[.;,(]|$)/i,
    ],
    [/(?<kind>[^\s、。の(]{2,20})の(?:総)?(?:件数|個数|人数|数)(?=[。、(（]|$)/],
    [
      /\b(?:Anzahl|Zahl) (?:der|aller|seiner|ihrer) (?<kind>\p{Lu}[\p{L}-]{2,40})(?: (?<which>\p{L}[^.;,(]*))?(?=[.;,(]|$)/u,
    ],
    [/\bnombre (?:total )?(?:de |des |d['’])(?<kind>\p{L}{3,40})(?: (?<which>\p{L}[^.;,(]*))?(?=[.;,(]|$)/iu],
  ],
  /** "Sum of the minutes of all time entries." */
  sumsUp: [
    [
      /\b(?:sum|total) of (?:the |all )?`?(?<field>\w{2,40})`? (?:of|in|over|from) (?:all |all of )?(?:the |its |their )?(?<kind>[a-z][a-z_ -]{1,40}?)(?: (?<which>(?:in|on|of|for|that|which|with|at|from|per|by)\b[^.;,(]*))?(?=[.;,(]|$)/i,
    ],
    [/(?:すべて|全て|全)の(?<kind>[^\s、。の(]{2,20})の`?(?<field>\w{2,40})`?の(?:合計|総和)/],
    [/\bSumme (?:der|aller) `?(?<field>\w{2,40})`? (?:der|aller) (?<kind>\p{Lu}[\p{L}-]{2,40})/u],
    [/\bsomme des `?(?<field>\w{2,40})`? (?:de toutes les|de tous les|des) (?<kind>\p{L}{3,40})/iu],
  ],
  /** "The sum of quantity × unit price over its items": of a list beside it. */
  sumsOver: [
    [
      /\b(?:sum|total) of (?:the |all )?(?<terms>[\w× *]{2,60}?) (?:of|in|over|for|across) (?:all (?:the |its )?|the |its |their )?(?<kind>[a-z][\w -]{1,30}?)(?=[.,;(]|$)/i,
    ],
    [/(?:すべて|全て|全|各)の(?<kind>\w{2,30})の(?<terms>[\w× *・]{2,60}?)の(?:合計|総和)/],
    [/\bSumme (?:von|der|aus) (?<terms>[\w× *]{2,60}?) (?:über alle|aller|je) (?<kind>\w{2,30})/i],
    [/\bsomme (?:de |des )(?<terms>[\w× *]{2,60}?) (?:sur|de) (?:toutes les|tous les) (?<kind>\w{2,30})/i],
  ],
  /** "… that were not returned yet". */
  notYet: [
    [/\bnot (?:been )?(?<state>[a-z]{3,20}) yet\b/i],
    [/\bnot yet (?:been )?(?<state>[a-z]{3,20})\b/i],
    [/\b(?:that|which|who) (?:are|were|is|was|have|has) not (?:been )?(?<state>[a-z]{3,20})\b/i],
    [/まだ[`「]?(?<state>[a-z]{3,20})/i],
    [/\bnoch nicht [`„]?(?<state>[a-z]{3,20})/i],
    [/\bpas encore [`«]? ?(?<state>[a-z]{3,20})/i],
  ],
  /** "The sum of net and tax", "net plus tax". */
  adds: [
    [/\b(?:sum|total) of (?<parts>[^.;]+)/i],
    [/(?<parts>\w+`? (?:plus|\+) `?\w+[^.;]*)/i],
    [/(?<parts>[^。]+)(?:の合計|を合計|を足し)/],
    [/\bSumme (?:aus|von|der) (?<parts>[^.;]+)/i],
    [/\bsomme (?:de|des|d['’]) ?(?<parts>[^.;]+)/i],
  ],
  /** "`copies` minus `lent`". */
  subtracts: [
    [/(?<parts>\w+`? (?:minus|less|moins|-|−) (?:the )?`?\w+)/i],
    [/(?<parts>[^。]+)を(?:引い|差し引い|減じ)/],
  ],
  /** "`commentCount` of the issue grows by one": of what an operation does. */
  stepsBy: [
    [
      /\b(?<property>\w{2,40}) (?:of (?:the|its|that|this) [\w-]{2,30}(?: [\w-]{2,30})? )?(?:is |gets |will be )?(?:then |therefore |thereby )?(?<way>grows|rises|increases|increased|raised|goes up|incremented|falls|drops|sinks|decreases|decreased|lowered|reduced|goes down|decremented|shrinks) (?:again )?by (?<times>one|two|three|\d{1,2})\b/i,
    ],
    [
      /\b(?<way>increases|raises|increments|decreases|lowers|reduces|decrements) (?:the )?(?<property>\w{2,40}) (?:of (?:the|its|that|this) [\w-]{2,30}(?: [\w-]{2,30})? )?by (?<times>one|two|three|\d{1,2})\b/i,
    ],
    [/(?<property>[A-Za-z]\w{1,40}) ?[がは](?<times>\d{1,2}|一)つ?(?<way>増え|増加|減り|減る|減少)/],
    [
      /\b(?<property>\w{2,40}) (?:(?:des|der|dieses|dieser) [\p{L}-]{2,30} )?(?<way>steigt|wächst|sinkt|fällt|erhöht sich|verringert sich|nimmt zu|nimmt ab) (?:\p{L}{3,15} ){0,2}um (?<times>eins|einen|eine|zwei|drei|\d{1,2})(?!\p{L})/iu,
    ],
    [
      /\b(?<property>\w{2,40}) (?:(?:des|der|dieses|dieser) [\p{L}-]{2,30} )?wird (?:\p{L}{3,15} ){0,2}um (?<times>eins|einen|eine|zwei|drei|\d{1,2}) (?<way>erhöht|verringert|gesenkt|vermindert)/iu,
    ],
    [
      /\b(?<property>\w{2,40}) (?:(?:du|de la|de l['’]) ?[\p{L}-]{2,30} )?(?<way>augmente|croît|diminue|baisse|est incrémenté|est décrémenté)e? (?:alors |de nouveau |à nouveau )?(?:de |d['’])(?<times>une?|deux|trois|\d{1,2})(?!\p{L})/iu,
    ],
  ],
  /** Of a refusal: "No copy is left." */
  noneLeft: [
    [
      /\b(?:no|none|not any|not enough|insufficient|too few)\b[^.;]{0,40}\b(?:left|available|free|remaining|remains?|in stock)\b/i,
    ],
    [/\b(?:sold out|fully booked|booked out|out of stock|(?:is|are) full|exhausted|used up|no longer available)\b/i],
    [/(?:在庫|空き|残り|定員|座席|席)[^。]{0,10}(?:ない|なく|ありません|不足|足りない|達し)|満席|満室|売り切れ|品切れ/],
    [/\bkeine?[nrs]?\b[^.;]{0,40}\b(?:mehr|frei|verfügbar|vorhanden|übrig)/i],
    [/\b(?:ausgebucht|vergriffen|ausverkauft|erschöpft)\b/i],
    [/\b(?:plus|pas assez|aucune?)\b[^.;]{0,40}(?:disponible|libre|reste|en stock|place)/i],
    [/\b(?:est|sont) (?:complet|complète|épuisée?)s?(?!\p{L})/iu],
  ],
  /** "`price` times `quantity`". */
  multiplies: [
    [/(?<parts>\w+`? (?:times|multiplied by|×|x|\*|mal|fois|multipliziert mit|multiplié par) (?:the )?`?\w+)/i],
    [/\bproduct of (?<parts>[^.;]+)/i],
    [/(?<parts>[^。]+)(?:の積|を掛け|を乗じ)/],
    [/\bProdukt (?:aus|von) (?<parts>[^.;]+)/i],
    [/\bproduit (?:de|des) (?<parts>[^.;]+)/i],
  ],
  /** "… that were approved": not all of them; what is not returned yet is as new. */
  narrowed: [
    [/^(?:of|by|for|from) (?!the\b|this\b|its?\b|an?\b|each\b|that\b|all\b)\w/i],
    [/\b(?:that|which|who|whose|with|without|only|not|except)\b(?![^.;]{0,80}\byet\b)/i],
    [/(?:のみ|だけ|うち|を除)/],
    [/\b(?:die|ohne|mit|nur|außer)\b/i],
    [/\b(?:qui|dont|sans|avec|sauf|seulement)\b/i],
  ],
  /** "Time of creation." */
  madeAt: [
    [/\b(?:time|date) of creation\b|\bcreation (?:time|date)\b/i],
    [/(?:作成|登録)(?:日時|日|時刻)/],
    [/\bErstell(?:ungs)?(?:datum|zeit|zeitpunkt)\b|\bZeitpunkt der Erstellung\b/i],
    [/\bdate de création\b/i],
  ],
  /** "Time of the last change." */
  changedAt: [
    [
      /\b(?:time|date) of the (?:last|latest|most recent) (?:change|update|modification)\b|\b(?:last )?update (?:time|date)\b/i,
    ],
    [/\b(?:last|when)\b/i, /\b(?:changed|updated|modified)\b/i],
    [
      /\b(?:changes|is (?:set|updated|renewed)|moves)\b/i,
      /\b(?:each|every|any)\b/i,
      /\b(?:change|update|write|edit|modification)\b/i,
    ],
    [/更新(?:日時|日|時刻)/],
    [/Änderungs(?:datum|zeit|zeitpunkt)\b|\bletzten? Änderung\b|\bbei jeder Änderung\b|\bzuletzt geändert\b/i],
    [
      /\bdate de (?:la dernière )?(?:modification|mise à jour)\b|\bdernière modification\b|\bà chaque (?:modification|mise à jour)\b/i,
    ],
  ],
  /** "Kept in lower case." */
  keptInLetters: [
    [
      /\b(?:stored?|saved?|kept|converted|changed|turned|transformed|normali[sz]ed|returned)\b/i,
      /\b(?<letters>lower|upper)[ -]?case\b/i,
    ],
    [/(?<letters>[小大])文字(?:に|として|で)(?:変換|統一|保存|保持|正規化)/],
    [
      /\bin (?<letters>Klein|Groß)(?:buchstaben|schreibung) (?:umgewandelt|gespeichert|abgelegt|überführt|zurückgegeben)/i,
    ],
    [/\b(?:convertie?s?|enregistrée?s?|stockée?s?|mise?s?|renvoyée?s?) en (?<letters>minuscules|majuscules)/i],
  ],

  /** Of a list: "Kept in the order you send." "The order is preserved." */
  keptInOrder: [
    [/\b(?:kept|stored|returned|shown|saved) in (?:the|that|this|your) (?:same |given )?order\b/i],
    [/\border (?:\w{1,20} ){0,4}(?:is|will be) (?:kept|preserved|maintained|significant|retained)\b/i],
    [/\b(?:keeps?|preserves?|maintains?|retains?) (?:the|their|its|your) order\b/i],
    [/(?:順序|順番|並び順)(?:は|を|が|の)?(?:その)?(?:まま)?(?:保持|維持|保たれ|保存)/],
    [/\bReihenfolge (?:\p{L}{1,20} ){0,4}(?:bleibt|erhalten|beibehalten|bewahrt)/iu],
    [/\bordre (?:\p{L}{1,20} ){0,4}(?:est|sera) (?:conservé|préservé|maintenu|gardé)/iu],
    [/\b(?:conserve|préserve|garde|maintient) (?:l'|leur |son |cet )ordre\b/i],
  ],

  /** "Unknown properties are rejected", "there is no such field". */
  unknownRefused: [
    [
      /\b(?:unknown|undocumented|additional|unrecogni[sz]ed|unexpected|no such|extra) (?:fields?|propert(?:y|ies)|members?|attributes?|keys?)\b/i,
    ],
    // Not what stands behind a comma: "A field is missing, or the owner does not exist".
    [
      /\b(?:fields?|propert(?:y|ies)|members?|attributes?)\b[^,;]{0,60}?\b(?:does not|doesn['’]t|do not|don['’]t) (?:have|know|exist)\b/i,
    ],
    [/(?:未知の|未定義の|存在しない|余分な)(?:項目|フィールド|プロパティ|属性|キー)/],
    [/\b(?:unbekannte[nrs]?|zusätzliche[nrs]?) (?:Felder?|Feldern|Eigenschaft(?:en)?|Attribute?n?)\b/i],
    [/\b(?:champs?|propriétés?|attributs?) (?:inconnue?s?|supplémentaires?)/i],
  ],
  /** "So are values for read-only properties", "or it is read-only": of a refusal. */
  ownRefused: [
    [/\bread[- ]only\b/i],
    [/読み取り専用|読取専用/],
    [/\b(?:schreibgeschützt|nur lesbar|nur[- ]lese)/i],
    [/\ben lecture seule\b/i],
  ],
  /** "Sending another `slug`", "an id that differs from the present one". */
  anotherValue: [
    [/\b(?:another|a different|other than|differs?|different from)\b/i],
    [/(?:別の|異なる|他の)/],
    [/\b(?:ein anderer|eine andere|einen anderen|anderes?|abweichende[nrs]?|unterscheidet)\b/i],
    [/\b(?:un autre|une autre|différente?s?|diffère)\b/i],
  ],

  /** "A zone that isn't active": who is not in which state. */
  notIn: [
    [
      /\b(?<subject>\w{1,40})(?: that| which)? (?:is not|are not|isn['’]t|aren['’]t) (?:an? )?[`'"]?(?<wanted>[a-z]{3,20})\b/i,
    ],
    [/[`「]?(?<wanted>[a-z]{3,20})[`」]? ?(?:で|では|状態で|状態に)ない(?<subject>[^\s、。にはをがの]{1,20})/],
    [/\b(?<subject>\p{L}{1,40}), (?:die|der|das) nicht `?(?<wanted>[a-z]{3,20})`? (?:ist|sind)\b/iu],
    [/\bist (?:die|der|das|eine?) (?<subject>\p{L}{1,40}) nicht `?(?<wanted>[a-z]{3,20})\b/iu],
    [/\b(?<subject>\p{L}{1,40}) (?:qui )?n['’]est (?:pas|plus) (?:une? )?`?(?<wanted>[a-z]{3,20})\b/iu],
  ],
  /** "Only records that are served (`true`) or not (`false`)": what false asks for; that the option leaves out others; that it does not. */
  asksForFalse: [[/\bfalse\b|\bor (?:only )?(?:that |those that )?(?:is |are )?not\b|\bonly the others?\b/i]],
  asksAlone: [
    [/\bonly\b|\bfilters?\b/i],
    [/のみ|だけ|絞り込/],
    [/\b(?:nur|ausschließlich)\b/i],
    [/\b(?:uniquement|seulement|seule?s?)\b/i],
  ],
  asksForAll: [
    [/\b(?:all|any|both|every\w*|ignored?|default|include[sd]?|including|also|too)\b/i],
    [/すべて|全て|両方|無視|デフォルト|既定|含め|含む/],
    [/\b(?:alle[nrs]?|jede[rs]?|beide|ignoriert|Standard\w*|auch|einschließlich)\b/i],
    [/\b(?:tous|toutes|chaque|ignorée?|défaut|aussi|également|compris|inclut|inclus)/i],
  ],
  /** "Number of entries on the page": not of all. */
  ofPage: [
    [/\b(?:page|response|answer|returned)\b/i],
    [/ページ|レスポンス|返され|返し/],
    [/\b(?:Seite|Antwort|zurückgegeben\w*)\b/i],
    [/\b(?:réponse|renvoyée?s?)/i],
  ],
} as const satisfies Record<string, readonly Words[]>;
