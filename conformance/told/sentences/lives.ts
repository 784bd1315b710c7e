// What documents say of a thing from its making to its end: what may be but once, what goes along, and what stays.
import type { Words } from './words.js';

export const LIVES = {
  /** Of a refusal: "It was renewed twice already." */
  soOftenAlready: [
    [
      /\balready (?:been |was |were )?(?<verb>\w{3,20})? ?(?<times>twice|thrice|(?:\d{1,2}|two|three|four|five) times)\b/i,
    ],
    [/\b(?<verb>\w{3,20}) (?<times>twice|thrice|(?:\d{1,2}|two|three|four|five) times) already\b/i],
    [/(?:すでに|既に)(?<times>\d{1,2}) ?回/],
    [/\b(?:schon|bereits) (?<times>zweimal|dreimal|viermal|fünfmal|(?:\d{1,2}|zwei|drei|vier|fünf)[ -]?mal)\b/i],
    [/\bdéjà (?:été )?(?:\p{L}{3,20} )?(?<times>(?:\d{1,2}|deux|trois|quatre|cinq) fois)/iu],
  ],
  /** "`updatedAt` is set to the current time." */
  setsNow: [
    [
      /\b(?<name>\w{2,40})`? (?:is|gets|will be) (?:set|updated|changed) to (?:the )?(?:current (?:time|date)|time of the (?:request|change|update)|now)\b/i,
    ],
    [
      /\b(?:sets|updates) `?(?<name>\w{2,40})`? to (?:the )?(?:current (?:time|date)|time of the (?:request|change|update)|now)\b/i,
    ],
    [/`?(?<name>\w{2,40})`? ?[はがを](?:現在|更新|変更)(?:の)?(?:日時|時刻)(?:に|へ)/],
    [/\b(?<name>\w{2,40})`? wird auf (?:die aktuelle Zeit|jetzt|den aktuellen Zeitpunkt)/i],
    [/\b(?<name>\w{2,40})`? (?:est|prend) (?:mise? à )?(?:l['’]heure|la date) (?:actuelle|courante)/i],
  ],
  /** "28 days after the day of the loan", "expires 30 minutes after its creation". */
  sinceMade: [
    [
      /(?<count>\d{1,5}) (?<unit>second|minute|hour|day|week)s? (?:after|from) (?:(?:the |its )?(?:creation|time of creation|date of creation|creation (?:date|time)|issue)|it (?:is|was) (?:created|made|issued|opened))\b/i,
    ],
    [
      /(?<count>\d{1,5}) (?<unit>second|minute|hour|day|week)s? (?:after|from) the (?:day|date|time|start) of the (?<what>[a-z-]{2,30})\b/i,
    ],
    [/(?:作成|登録|発行)(?:日|日時|時刻)?(?:から|の)(?<count>\d{1,5})(?<unit>秒|分|時間|日|週間)後/],
    [
      /(?<count>\d{1,5}) (?<unit>Sekunde|Minute|Stunde|Tag|Woche)(?:n|e)? nach (?:der |dem )?(?:Erstellung|Anlegen|Erstellen|Anlage)/i,
    ],
    [/(?<count>\d{1,5}) (?<unit>seconde|minute|heure|jour|semaine)s? après (?:la |sa )?création/i],
  ],
  /** "Replaces the whole thing." */
  replaces: [[/\breplac(?:e|es|ing)\b/i], [/置き換え|置換/], [/\bersetz(?:t|en)\b/i], [/\bremplace/i]],
  /** "Only the fields that are sent are changed." */
  keepsRest: [
    [
      /\bonly\b/i,
      /\b(?:fields?|propert(?:y|ies)|attributes?|param(?:eter)?s?|members|values|what|those)\b/i,
      /\b(?:are|is|get|be|should) (?:changed?|updated?|modified)\b|\bshould change\b|\bchanges?\b/i,
    ],
    [
      /\b(?:omitted|missing|not (?:sent|given|in it|included|present)|left? out|other|else)\b/i,
      /\b(?:keeps?|remains?|stays?|(?:is|are) (?:kept|left)|unchanged|untouched)\b/i,
    ],
    [/(?:送信|指定)(?:した|された)(?:項目|フィールド|プロパティ|属性|もの)(?:のみ|だけ)/],
    [
      /(?:(?:指定|送信)(?:しない|しなかった|されない|されなかった)|省略した|省略された)(?:項目|フィールド|プロパティ|属性|もの)は(?:変更され(?:ない|ません)|変わら(?:ない|ず)|変わりません|そのまま|保持)/,
    ],
    [/\bnur\b/i, /\b(?:Felder|Attribute|Werte|angegebenen|gesendeten)\b/i, /\bgeändert\b/i],
    [/\b(?:ausgelassene|fehlende|nicht (?:gesendete|angegebene)|übrigen|anderen)\b/i, /\b(?:bleiben|behalten)\b/i],
    [/\bseuls?\b/i, /\b(?:champs|attributs|propriétés|valeurs)\b/i, /\bmodifiée?s\b/i],
    [/\b(?:omis|absents|autres champs)\b/i, /\b(?:conserv|inchang|restent)/i],
  ],
  /** "No two boxes share a schema." */
  alone: [
    [/\bno two\b/i, /\b(?:shares?|have|has)\b/i],
    [/\btwo\b/i, /\b(?:cannot|can['’]?t|can not|may not|must not|never)\b/i, /\bsame\b/i],
    [/\bunique\b/i],
    [/(?:一意|ユニーク)(?!で(?:は)?な)/],
    [/重複(?:不可|禁止|(?:は|を)?(?:許可|許容)?(?:でき|し|され|せず)(?:ない|ません|ず)|は(?:不可|禁止|認め))/],
    [/(?:他の|同じ|同一の|登録済みの|既存の)[^。]{1,20}(?:と|が)重複する[^。]{0,12}(?:できな|できませ|不可|エラー)/],
    [/(?:同じ|同一の)[^。]{1,16}(?:を|は)(?:複数|2つ以上|二重に|重複して)[^。]{0,10}(?:できな|できませ|不可)/],
    [/\beindeutig/i],
    [/\bnur einmal vergeben\b/i],
    [/\bunique\b|\bdeux\b[^.]{1,60}\bmême\b/i],
  ],
  /** "Must be unique", "Unique within the shop": a second one is refused, whether or not anything says how. */
  surelyAlone: [
    [/\b(?:must|has to|have to|needs? to) be (?:globally )?unique\b/i],
    [/^\W{0,3}(?:globally )?unique(?:[.,;:]|$| (?:within|in|per|across|among|for|inside)\b)/i],
    [/[,;] (?:globally )?unique\W{0,2}$/i],
    [/(?:一意|ユニーク)で(?:ある必要|あること|なければ)/],
    [/(?:一意|ユニーク)にする(?:必要|こと)/],
    [/重複(?:不可|できない|できません|しないこと|は許可され)/],
    [/\b(?:muss|müssen) (?:\p{L}{2,20} )?eindeutig sein\b/iu],
    [/(?:^\W{0,3}|[,;] )eindeutig(?:[.,;]|$)/i],
    [/\b(?:doit|doivent) être uniques?\b/i],
    [/^\W{0,3}unique (?:dans|par|pour|parmi)\b/i],
  ],
  /** "Names of tags of the shop": those of things that there are. */
  namesOthers: [
    [/^\W{0,3}(?:the )?(?:names|ids|identifiers|keys|slugs) of\b/i],
    [/\b(?:names?|ids?|keys?|slugs?)\b/i, /\b(?:(?:doesn['’]t|does not|don['’]t|do not) (?:have|exist)|must exist)\b/i],
    [/(?:名前?|ID|キー)の(?:リスト|一覧|配列)/],
    [/^\W{0,3}(?:die )?(?:namen|ids|kennungen|schlüssel) (?:von|der|des)\b/i],
    [/^\W{0,3}(?:les )?(?:noms|identifiants|clés) (?:de|des|du)\b/i],
  ],
  /** "The unique identifier of the order": what it is for, whoever gives it. */
  identifies: [
    [/\bunique (?:\w{1,20} )?(?:ids?|identifiers?|keys?|references?|uuids?)\b/i],
    [/(?:一意|ユニーク)(?:な|の|に)(?:識別|ID|キー)/i],
    [/\beindeutige[nmrs]? /i],
    [/\b(?:identifiant|clé|référence) unique\b/i],
  ],
  /** "Unique within its order": not among all. */
  aloneWithin: [
    [/\bunique (?:with)?in (?:an?|its|the|each|one)\b|\bunique (?:per|for each)\b/i],
    [/(?:内で|ごとに|毎に|単位で)(?:一意|ユニーク|重複しない)/],
    [/\beindeutig (?:innerhalb|je|pro|in (?:seine[mr]|ihre[mr]|eine[mr]|der|dem))\b/i],
    [/\bunique (?:au sein|dans|par|pour chaque)\b/i],
  ],
  /** "It is published already." */
  again: [
    [/\b(?:already|again|twice)\b/i],
    [/(?:すでに|既に|再度)/],
    [/\b(?:bereits|schon|erneut)\b/i],
    [/\bdéjà|\bde nouveau\b/i],
  ],
  /** "You have a room with this name already." */
  another: [
    [/\balready\b|\bexists?\b|\bsame\b|\btaken\b|\bin use\b|\bduplicates?\b|\bonly once\b/i],
    [
      /\bthere is (?:an? |one )[\w ]{1,30} (?:for|with|of) th(?:is|at|ese)\b|\bat most one \w{1,30} (?:per|for each)\b/i,
    ],
    [/(?:すでに|既に|同じ|重複)/],
    [/\b(?:bereits|schon|vergeben|existiert|gleiche[mnrs]?)\b/i],
    [/\bdéjà|\bexiste\b|\bmême\b/i],
  ],
  /** What passes, or is about the request alone. */
  passing: [
    [/\bidempot|\brequests?\b|\bkeys? was\b|\brunning\b|\bprogress\b|\bpending\b|\bprocess/i],
    [/(?:冪等|リクエスト|実行中|処理中|進行中)/],
    [/\b(?:Anfrage|läuft|Vorgang)\b/i],
    [/\brequêtes?\b|\ben cours\b/i],
  ],
  /** "While roles belong to it, it is kept and the answer is 409." */
  kept: [
    [/\b(?:is|are) kept\b/i, /\b409\b/],
    [/\b(?:if|while|when)\b/i, /\b(?:associated|linked|belongs?)\b/i, /\b(?:delet|remov)\w+\b/i, /\b409\b/],
    [/(?:紐付|関連|所属)/, /削除/, /409/],
    [/所属している間は/, /(?:削除せず|削除されず|削除できない)/, /409/],
  ],
  /** "… unless the X-All header asks for its contents to be removed as well." */
  unless: [[/\bunless\b(?<what>.*)/i]],
  /** "Its payments are deleted, too." */
  goesAlong: [
    [
      /\b(?:its|all(?: its| of its)?|the|their)\s+(?<kind>[a-z][a-z -]{2,40}?)\s+(?:are|is|will be|get)\s+(?:also\s+)?(?:deleted|removed|destroyed)\b/i,
    ],
    // "Deletes the album with its photos."
    [
      /\b(?:deletes|removes) (?:the|an?|one) [\w-]{1,60} (?:and|with|along with|together with) (?:all )?(?:of )?its (?<kind>[a-z][a-z -]{2,40}?)(?=[.;!]|$)/i,
    ],
    [/(?:その|それに(?:含まれる|属する))?(?:すべて|全て|全部)の(?<kind>[^\s、。を「」]{2,30})を(?:削除|破棄)(?!でき)/],
    [/(?<kind>[^\s、。も「」の]{2,30})も(?:同時に|一緒に|あわせて|すべて|全て){0,2}(?:削除|破棄)され/],
    [
      /\blöscht [^.;,]{2,60}? (?:mit|samt|einschließlich|und) (?:allen?|ihren|seinen|deren|dessen) (?:ihren |seinen |zugehörigen )?(?<kind>[\p{L}-]{3,40})/iu,
    ],
    [
      /\b(?:alle )?(?:ihre|seine|deren|dessen|zugehörigen) (?<kind>[\p{L}-]{3,40}) werden (?:ebenfalls |auch |mit)?gelöscht\b/iu,
    ],
    [/\bsupprime [^.;,]{2,60}? (?:et|avec|ainsi que) (?:tous |toutes )?(?:ses|leurs) (?<kind>[\p{L}’'-]{3,40})/iu],
    [/\b(?:ses|leurs) (?<kind>[\p{L}’'-]{3,40}) sont (?:également |aussi )?supprimée?s\b/iu],
  ],
  /** It depends on something. */
  unsure: [
    [/\b(?:if|when|unless|only|may|can|later|eventually|background|asynchron\w{0,10})\b/i],
    [/場合|とき|時は|のみ|だけ|可能|ことがある|ことがあります|後で|非同期|バックグラウンド/],
    [/\b(?:wenn|falls|sofern|außer|nur|kann|können|später|Hintergrund|asynchron\w{0,10})\b/i],
    [/\b(?:si|lorsque|quand|sauf|seulement|uniquement|peut|peuvent|plus tard|arrière-plan|asynchrone)(?!\p{L})/iu],
  ],
  /** "It is no longer found." */
  goneForGood: [
    [/\bno longer (?:be )?(?:found|listed|visible|readable|returned|available)\b/i],
    [/\bnot (?:be )?(?:found|listed|visible|readable|returned|available)\b/i, /\bany ?(?:more|longer)\b/i],
    [/^(?!.*\b(?:after|later|days?|hours?)\b).*\bpermanently\b/i],
    [/\b(?:until then|afterwards|from then on|after (?:that|this)|thereafter|subsequent)\b/i, /\b404\b/],
    [/\b404\b/, /\b(?:afterwards|from then on|after (?:that|this)|thereafter)\b/i],
    [/^(?!.*(?:日|時間)後).*(?:完全に|物理的に)削除/],
    [/(?:以後|その後|以降|するまで)/, /404/],
    [/^(?!.*\b(?:nach|später)\b).*\b(?:endgültig|dauerhaft|unwiderruflich)\b/i],
    [/\b(?:danach|bis dahin|von da an|anschließend|fortan)\b/i, /\b404\b/],
    [/^(?!.*\b(?:après|jours?)\b).*\bdéfinitivement\b/i],
    [/\b(?:ensuite|dès lors|jusque-là|par la suite|désormais)\b/i, /\b404\b/],
  ],
  /** Of a read: "404: there is none, or it was deleted." */
  wasDeleted: [
    [/\b(?:deleted|removed)\b/i],
    [/削除(?:済み|された|した)/],
    [/\b(?:gelöscht|entfernt)/i],
    [/\b(?:supprimé|effacé)/i],
  ],
  /** Of what takes something away: "Deletes a member." */
  deletes: [[/\b(?:delet|remov)(?:es?|ing)\b/i], [/削除/], [/lösch(?:t|en)\b/i], [/\bsupprimer?\b/i]],
  /** "It can still be read." "The member is kept." */
  staysThere: [
    [/\b(?:still|remains?|stays?|continues? to)\b/i],
    [/\b(?:keeps?|kept)\b/i],
    [/(?:引き続き|残り|残る|残され|保持)/],
    [/\b(?:weiterhin|noch|bleib\w{0,2}|behalten|aufbewahrt)\b/i],
    [/\b(?:reste(?:nt)?|toujours|encore|conservée?s?)(?!\p{L})/iu],
  ],
  /** "The kind of an existing boat can't be changed": `what` is of what it is said. */
  staysAsMade: [
    [
      /(?<what>.*?)(?:\b(?:can(?:no|'|’)t|can not|may not|must not|can never|is not allowed to) be (?:changed|updated|modified|altered|edited)|\b(?:is )?immutable|\bis fixed|\bnever changes|\bwould change|\bmust (?:be the same as|stay as it was|not change))/i,
    ],
    [/(?<what>.*?)(?:変更(?:できない|できません|不可|することはできない)|不変)/],
    [
      /(?<what>.*?)\b(?:unveränderlich|nicht (?:mehr )?änderbar|(?:kann|darf) (?:nachträglich |später )?nicht (?:mehr )?geändert werden|lässt sich nicht (?:mehr )?ändern)/i,
    ],
    [/(?<what>.*?)\b(?:immuable|non modifiable|ne peut (?:pas|plus) être (?:modifi|chang)ée?)/i],
  ],
  /** "… while it is at sea": only then. */
  onlyThen: [
    [/\b(?:if|unless|while|when|by)\b/i],
    [/(?:場合|とき|間は)/],
    [/\b(?:wenn|falls|solange|während|sobald)\b/i],
    [/\b(?:si|lorsque|quand|tant que|pendant)\b/i],
  ],
  /** "A charge that was created with `capture=false`." */
  madeWith: [
    [/\b(?:created|made|added|opened) with `?(?<name>\w{1,60})`?(?: ?[=:] ?| set to )`?(?<value>\w{1,60})/i],
    [/`?(?<name>\w{1,60})`? ?[=:] ?`?(?<value>\w{1,60})`? ?(?:で|を指定して)(?:作成|登録|追加)された/],
    [/\bmit `?(?<name>\w{1,60})`? ?[=:] ?`?(?<value>\w{1,60})`? (?:angelegt|erstellt|erzeugt)/i],
    [/\b(?:créée?s?|ajoutée?s?) avec `?(?<name>\w{1,60})`? ?[=:] ?`?(?<value>\w{1,60})/i],
  ],

  /** "Required for `MX`": what stands behind these words is what it depends on. */
  dependsOn: [
    [/\b(?:for|if|when|where|unless|only|with|is|are|than)\b(?<what>.*)/i],
    [/(?:\b(?:wenn|falls|bei|nur|mit|ist|sind|als)\b|\bfür)(?<what>.*)/i],
    [/\b(?:pour|si|lorsque|quand|seulement|uniquement|avec|est|sont|que)\b(?<what>.*)/i],
    // In Japanese they stand behind it.
    [/(?<what>.*)(?:場合|とき|時|のみ|だけ|に限り|で(?:は|も)(?!な|あ))/],
  ],
} as const satisfies Record<string, readonly Words[]>;
