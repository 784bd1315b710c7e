// What documents say of lists and their options.
import type { Words } from './words.js';

export const LISTS = {
  /** "A value that is no integer of the range is answered with 400." */
  noInteger: [
    [/\b(?:is|are) (?:no|not an?) (?:integer|number)s?\b/i, /\b400\b/],
    [/\b(?:other than|except) (?:an? )?(?:integer|number)s?\b/i, /\b400\b/],
    [/(?:整数|数値)(?:で|では)(?:ない|ありません)/, /400/],
    [/(?:整数|数値)値?以外/, /400/],
  ],
  /** "Upper and lower case count as the same." */
  caseIsNothing: [
    [/\bcase[- ]insensitiv/i],
    [
      /\b(?:upper|lower)[- ]?case\b/i,
      /\b(?:same|alike|ignored|irrelevant|(?:don't|do not|doesn't|does not) matter)\b/i,
    ],
    [/\b(?:not|no) (?:be )?distin\w+\b/i, /\b(?:capitals?|upper[- ]?case)\b/i],
    [/\b(?:capitals?|upper[- ]?case)\b/i, /\b(?:not|no) (?:be )?distin\w+\b/i],
    [/\bignor\w+ (?:the )?case\b|\bregardless of (?:upper |lower )?case\b/i],
    [/\b(?:letter )?case (?:does not|doesn['’]t|is not|isn['’]t) (?:matter|important|significant|relevant)\b/i],
    [/大文字(?:と|、|・|および)?小文字(?:を|は)(?:区別|識別)(?:しない|しません|されない|されません|せず)/],
    [/大文字(?:と|、|・|および)?小文字の区別は?(?:しない|しません|行わない|行いません)/],
    [/Groß- und Kleinschreibung/, /\b(?:keine Rolle|nicht unterschieden|ignoriert|egal)\b/i],
    [/\bunabhängig von (?:der )?Groß- (?:und|oder) Kleinschreibung/i],
    [/\bcasse\b/i, /\b(?:ignorée|indifférente|pas prise en compte|sans importance)/i],
  ],
  /** "A property that the entities do not have is passed over." */
  passedOver: [
    [
      /\bpropert(?:y|ies)\b/i,
      /\b(?:not have|not exist|nonexistent|unknown)\b/i,
      /\b(?:passed over|ignor(?:e|es|ed)|skip(?:s|ped)?)\b/i,
    ],
    [
      /\b(?:nonexistent|non-existent|unknown) propert(?:y|ies)\b/i,
      /\b(?:passed over|ignor(?:e|es|ed)|skip(?:s|ped)?)\b/i,
    ],
    [/(?:存在しない|にない)プロパティ/, /無視/],
  ],
  /** "… that contain the given words in any of their values" */
  anyValue: [
    [/\bin any of (?:their|its) values\b/i],
    [/\ball (?:the )?values are (?:searched|looked (?:at|through))\b/i],
    [/いずれかの値/, /含む/],
    [/(?:全て|すべて)の値(?:が|を)検索/],
  ],
  /** "What stands in `__metadata` is not searched." */
  notSearched: [
    [
      /\b(?:in|of|inside) (?<part>[`_\w]{2,40})/i,
      /\b(?:is|are) (?:not|never) (?:searched|looked (?:at|through)|subject to (?:the )?search)\b/i,
    ],
    [/(?<part>[`_A-Za-z]{2,40})(?:内|の中)?(?:の項目|の値)?は(?:検索(?:の)?対象外|検索され(?:ない|ません)|検索しない)/],
    [/\bin (?<part>[`_\w]{2,40})/i, /\b(?:nicht|nie) durchsucht\b/i],
    [
      /\b(?:dans|de) (?<part>[`_\w]{2,40})/i,
      /\bn(?:e |')(?:est|sont) (?:pas|jamais) recherch|\bhors de la recherche\b/i,
    ],
  ],
  /** "An entity must have each of the words." */
  everyWord: [
    [/\b(?:each|every one|all) of the (?:given )?(?:words|keywords|terms)\b/i],
    [/\bkeywords? "[^"]{1,40}" and "/i],
    [/」\s?かつ\s?「|(?:すべて|全て)の(?:語|単語|キーワード)を含/],
    [/\b(?:jedes der|alle) (?:gesuchten )?(?:Wörter|Begriffe)\b/i],
    [/\b(?:chacun des|tous les) (?:mots|termes)\b/i],
  ],
  /** "Newest first." */
  newestFirst: [
    [/\b(?:newest|latest|most recent)(?: (?<what>\w{1,40}))?(?: come)? first\b/i],
    [/\b(?:most recently|last) (?:created|added|made|registered|posted)(?: \w{1,30})?(?: come)? first\b/i],
    [/\bin reverse (?:chronological order|order of (?:creation|insertion))\b/i],
    [/新しい(?:もの|順)|(?:作成|登録|追加)(?:日時?|時刻)?の(?:新しい|降)順?/],

    [/\b(?:neueste\w?|zuletzt (?:angelegte|erstellte|hinzugefügte)\w?)\b/i, /\bzuerst\b/i],
    [/\bplus récente?s?\b|\bdernière?s? (?:créée?s?|ajoutée?s?)\b/i, /(?:d'abord|en premier)/i],
  ],
  oldestFirst: [
    [/\b(?:oldest|earliest)(?: (?<what>\w{1,40}))?(?: come)? first\b/i],
    [/古い(?:もの|順)/],
    [/älteste\w?\b/i, /\bzuerst\b/i],
    [/\bplus anciene?n?e?s?\b/i, /(?:d'abord|en premier)/i],
  ],
  /** "Related entities come newest first." */
  relatedNewestFirst: [
    [/\b(?:related|expanded)\b/i, /\b(?:newest|latest) (?:ones )?(?:come )?first\b/i],
    [/(?:展開|関連)/, /新しい順/],
    [/\b(?:verknüpfte|zugehörige|verwandte)\w?\b/i, /\bneueste\w? zuerst\b/i],
    [/\b(?:liée?s|associée?s)\b/i, /\bplus récente?s? (?:d'abord|en premier)/i],
  ],
  /** "Creation date of the related entities": what a row of a table of orders sorts by. */
  relatedByMaking: [
    [/\bcreation (?:date|time)\b/i, /\b(?:related|expanded|navigation property)\b/i],
    [/(?:展開|関連)/, /作成日時?/],
    [/\b(?:Anlage|Erstellungs)datum\b/i, /\b(?:verknüpfte|zugehörige|verwandte)\w?\b/i],
    [/\bdate de création\b/i, /\b(?:liée?s|associée?s)\b/i],
  ],
  /** "Sorted by name." */
  orderedBy: [
    [
      /\b(?:sorted|ordered|in (?:the )?(?:alphabetical )?order)(?: alphabetically)? (?:by|of) (?:the |their |its )?(?<property>\w{1,40})/i,
    ],
    [/\blists? (?:\w{1,20} ){1,4}?\w{1,20}, by (?:the |their |its )?(?<property>\w{1,40})(?! \w)/i],
    [/(?<property>\w{1,40}) ?(?:の(?:昇順|降順)|順)(?:で|に)/],
    [/\bnach (?:dem |der |den |ihrem )?(?<property>\w{1,40}) (?:\w{1,20} )?(?:sortiert|geordnet)\b/i],
    [/\b(?:sortiert|geordnet) nach (?:dem |der |den |ihrem )?(?<property>\w{1,40})/i],
    [/\b(?:tri|ordonn)ée?s? (?:par|selon) (?:l'|le |la |leur )?(?<property>[\p{L}\w]{1,40})/iu],
    // "Triés par nom (`name`)": what it is called stands behind the word for it.
    [/\b(?:sorted|ordered) by [\w -]{2,40} \((?<property>\w{1,40})\)/i],
    [/[(（](?<property>\w{1,40})[)）] ?(?:の(?:昇順|降順)|順)/],
    [/\bnach [\p{L} -]{2,40} \((?<property>\w{1,40})\)/iu],
    [/\b(?:tri|ordonn)ée?s? (?:par|selon) [\p{L}' -]{2,40} \((?<property>\w{1,40})\)/iu],
  ],
  /** Likewise, by what tables say a property is: "sorted by serial number". */
  orderedByWords: [
    [
      /\b(?:sorted|ordered|in order) (?:by|of) (?:the |their |its )?(?<property>[a-z][a-z -]{2,40}?)(?=$|[.,;:(]| in )/i,
    ],
    [/(?:^|[をのは、])(?<property>[^\sをのは、。]{1,20})の(?:昇順|降順)/],
    [/\bnach (?:dem |der |den |ihrem |ihrer )?(?<property>\p{L}[\p{L} -]{2,40}?) (?:sortiert|geordnet)\b/iu],
    [/\b(?:tri|ordonn)ée?s? (?:par|selon) (?:l'|le |la |leur )?(?<property>\p{L}[\p{L} -]{2,40}?)(?=$|[.,;:(])/iu],
  ],
  /** "Prefix it with `-` for descending order." */
  minusTurns: [
    [/[`'"“「]-[`'"”」]/],
    [/\b(?:minus|hyphen)\b/i, /\b(?:desc\w*|revers\w*|inver\w+)\b/i],
    [/\b(?:desc\w*|revers\w*|inver\w+)\b/i, /\b(?:minus|hyphen)\b/i],
    [/(?:マイナス|ハイフン)/, /(?:降順|逆順)/],
    [/(?:降順|逆順)/, /(?:マイナス|ハイフン)/],
    [/\b(?:Minus|Bindestrich)/i, /\babsteigend/i],
    [/\b(?:moins|tiret)\b/i, /\b(?:décroissant|inverse)/i],
  ],
  /** "Sorted by priority, urgent first": a value that comes before all others. */
  valueFirst: [
    [/\b(?<value>[\w-]{2,40})(?: \w{1,30})?(?: (?:come|comes|stand|is|are))? first\b/i],
    [/\bfrom (?<value>[\w-]{2,40}) to (?<last>[\w-]{2,40})/i],
    [/(?<value>[\w-]{2,40}) ?(?:の\S{1,20})?(?:が|を)(?:先頭|最初|先)/],
    [/(?<value>[\w-]{2,40}) ?から ?(?<last>[\w-]{2,40})/],
    [/\b(?<value>[\w-]{2,40})(?: \p{L}{1,30})? zuerst\b/iu],
    [/\bvon (?<value>[\w-]{2,40}) (?:nach|bis|zu) (?<last>[\w-]{2,40})/i],
    [/\b(?<value>[\w-]{2,40}) (?:d['’]abord|en premier|en tête)/i],
    [/\bde (?<value>[\w-]{2,40}) à (?<last>[\w-]{2,40})/i],
  ],
  /** "… by creation date." */
  making: [[/^(?:creat|regist|insert|add)/i], [/作成|登録/], [/^(?:Erstell|Anleg)/i], [/^(?:création|ajout)/i]],
  /** "… unless you ask for another order." */
  unlessAsked: [
    [/\bunless\b/i, /\b(?:ask\w{0,3}|requested|specified|given|sort\w{0,8}|order)\b/i],
    [/(?:指定|要求)(?:が)?(?:ない|なければ|されない)/],
    [/\b(?:sofern|wenn|außer)\b/i, /\b(?:verlang\w{1,3}|angegeben|gewünscht|sortier\w{1,3})\b/i],
    [/\b(?:sauf|à moins)\b/i, /\b(?:demand\w{1,4}|indi\w{1,6}|tri\w{0,4}|ordre)\b/i],
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
  always: [[/(?<!\bnot )\balways (?:there|shown|included|present|returned)\b/i], [/(?:常に|必ず)(?:含まれ|返)/]],
  /** "A name that is no navigation property is answered with 400." */
  noNavigation: [
    [/\bno navigation ?propert/i, /\b400\b/],
    [/\bnavigation ?propert/i, /\bnot exist\b/i, /\b400\b/],
    [/存在しない(?:NavigationProperty|ナビゲーションプロパティ)/i, /400/],
    [/ナビゲーションプロパティ(?:で|では)ない/, /400/],
  ],
  /** "A list takes up to 2 navigation properties." */
  navigationsOfList: [
    [/\blists?\b/i, /\bup to (?<most>\d{1,4}) navigation ?propert/i],
    [/\bup to (?<most>\d{1,4}) navigation ?propert/i, /\blists?\b/i],
    [/一覧/, /ナビゲーションプロパティ(?:は|を)?(?:最大)?(?<most>\d{1,4})(?:件|個|つ)/],
    [/\bListen?\b/, /\bbis zu (?<most>\d{1,4}) Navigationseigenschaften\b/i],
    [/\blistes?\b/i, /\bjusqu'à (?<most>\d{1,4}) propriétés de navigation\b/i],
  ],
  /** "A single entity takes up to 10 navigation properties." */
  navigationsOfOne: [
    [/\b(?:single|one)\b/i, /\bup to (?<most>\d{1,4}) navigation ?propert/i],
    [/\bup to (?<most>\d{1,4}) navigation ?propert/i, /\b(?:single|one)\b/i],
    [/(?:一件|1件|１件|単一)/, /ナビゲーションプロパティ(?:は|を)?(?:最大)?(?<most>\d{1,4})(?:件|個|つ)/],
    [/\beinzelne[nrs]?\b/i, /\bbis zu (?<most>\d{1,4}) Navigationseigenschaften\b/i],
    [/\bseule?\b/i, /\bjusqu'à (?<most>\d{1,4}) propriétés de navigation\b/i],
  ],
  /** "More of them are answered with 400." */
  tooManyNavigations: [
    [/\b(?:exceed\w*|more)\b/i, /\bnavigation ?propert/i, /\b400\b/],
    [/ナビゲーションプロパティ/, /超え/, /400/],
    [/\bMehr Navigationseigenschaften\b/i, /\b400\b/],
    [/\bplus de propriétés de navigation\b/i, /\b400\b/],
  ],
  /** "A list has up to 100 related entities in each." */
  relatedOfList: [
    [/\blists?\b/i, /\bup to (?<most>\d{1,6}) (?:cases|(?:related )?(?:entit|items|records))/i],
    [/一覧/, /最大(?<most>\d{1,6})件/],
    [/\bListen?\b/, /\bbis zu (?<most>\d{1,6}) (?:verknüpfte|zugehörige) /i],
    [/\blistes?\b/i, /\bjusqu'à (?<most>\d{1,6}) (?:entités|éléments) liée?s\b/i],
  ],
  /** "A single entity has up to 10000 related entities in each." */
  relatedOfOne: [
    [/\b(?:single|one)\b/i, /\bup to (?<most>\d{1,6}) (?:cases|(?:related )?(?:entit|items|records))/i],
    [/(?:一件|1件|１件|単一)/, /最大(?<most>\d{1,6})件/],
    [/\beinzelne[nrs]?\b/i, /\bbis zu (?<most>\d{1,6}) (?:verknüpfte|zugehörige) /i],
    [/\bseule?\b/i, /\bjusqu'à (?<most>\d{1,6}) (?:entités|éléments) liée?s\b/i],
  ],
  /** "The results are in the same order as the boats that were sent." */
  asSent: [
    [/\b(?:same|given|sent|submitted) order\b(?!s)/i],
    [/\b(?:have|has|keep|keeps|follow|follows) the order of the (?:request|input)\b/i],
    [
      /\bin (?:the )?order (?:of the request|(?:in which|that) (?:they|you) (?:were |are )?(?:sent|send|given|submitted))\b/i,
    ],
    [/(?:同じ|送信した|リクエストの)順(?:序|番)?/],
    [/\bin (?:derselben|der gleichen) Reihenfolge\b|\bin der Reihenfolge der Anfrage\b/i],
    [/\bdans (?:le même ordre|l['’]ordre de la requête)\b/i],
  ],
  /** "Each contact is created on its own", "one that is invalid does not keep the others from being created". */
  eachAlone: [
    [
      /\b(?:creat|add|import|process|handl|treat|valid|sav)\w{1,4}\b[^.;]{0,40}\b(?:on its own|independently|individually|separately)\b/i,
    ],
    [
      /\b(?:does not|doesn['’]t|do not|don['’]t) (?:keep|prevent|stop|affect|block)\b[^.;]{0,20}\b(?:others?|rest|remaining)\b/i,
    ],
    [
      /\b(?:others?|rest|remaining|valid ones)\b[^.;]{0,20}\bstill (?:be )?(?:created|added|imported|processed|saved)\b/i,
    ],
    [/(?:個別に|それぞれ独立|他の[^。]{0,12}(?:影響しない|影響しません|妨げない))/],
    [/\bunabhängig voneinander\b|(?:übrigen|anderen) werden trotzdem\b/i],
    [/\bindépendamment\b|\bn['’]empêche pas\b[^.;]{0,20}\bautres\b/i],
  ],
  /** "All or nothing: if one of them is invalid, none is added." */
  allOrNone: [
    [/\ball[- ]or[- ](?:nothing|none)\b|\batomic(?:ally)?\b/i],
    [
      /\b(?:none|nothing|no \w{2,30})(?: of them)? (?:is|are|will be|gets?) (?:added|created|made|saved|stored|imported)\b/i,
    ],
    [/\beither all\b/i, /\bor none\b/i],
    [/(?:1件|一件|どれ|ひとつ)も(?:登録|作成|追加|保存)(?:されない|されません|しない|しません)|アトミック/],
    [
      /\balles oder nichts\b|\bentweder alle\b|\batomar\b|\bkeine[rs]? (?:davon )?(?:angelegt|gespeichert|hinzugefügt)\b/i,
    ],
    [/\btout ou rien\b|\baucune? (?:\p{L}{2,30} )?n['’](?:est|a été) (?:ajouté|créé|enregistré)/iu],
  ],
} as const satisfies Record<string, readonly Words[]>;
