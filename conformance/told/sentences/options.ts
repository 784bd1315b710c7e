// What documents say of options that ask a list for some of its members, and of its pages.
import type { Words } from './words.js';

export const OPTIONS = {
  /** "Only books in this language." */
  leavesOthers: [
    [
      /\b(?:only|alone|filter(?:s|ed)?|restricts?|narrows?|leaves? out|limits? the|(?:one|this|that|given) \w{1,30}$)\b/i,
    ],
    [/\bof (?:one|this|the given) \w/i],
    [/のみ|だけ|絞り込|フィルタ|限定/],
    [/\bnur\b|\bfilter|\bbeschränk|\bgrenzt\b/i],
    [/\b(?:uniquement|seulement|seule?s?|filtr\w{1,5}|restreint|limite)\b/i],
  ],
  /** "Only products with any of these tags." */
  asksForAny: [
    [/\b(?:any|(?:at least )?one|either) of\b/i],
    [/いずれか|どれか|一つでも/],
    [/\b(?:eine?[mnrs]?|irgendeine?[mnrs]?) (?:von|der|dieser)\b/i],
    [/\b(?:une?|l[’']une?|au moins une?) (?:de|des|d[’'])/i],
  ],
  /** "Filters by tag.", "Only books of this author.": what has it not, is not there. */
  filters: [
    [/\bfilter(?:s|ed)?\b/i],
    [
      /^(?:(?:show|list|return|get)s? )?only (?:the |those )?[\w-]{2,30} (?:with|by|of|from|that|which|whose|in|on|at|for|tagged|assigned|belonging|having)\b/i,
    ],
    [/絞り込|フィルタ/],
    [/\bfilter(?:t|n)?\b/i],
    [/^[Nn]ur (?:die |der |das )?\p{Lu}/u],
    [/\bfiltr\w{1,5}\b|^uniquement les?\b/i],
  ],
  /** "Defaults to today."; "Defaults to the beginning of time." */
  usually: [
    [
      /\bdefaults? (?:to|is|value)\b|\bby default\b|\b(?:if|when) (?:it is )?(?:omitted|missing|absent|not given|left out)\b/i,
    ],
    [/既定|デフォルト|省略(?:時|した|する|すると|され)/],
    [/\bstandard(?:mäßig|wert)?\b|\bohne Angabe\b|\bVoreinstellung\b/i],
    [/\bpar défaut\b|\bsi (?:absente?|omise?)\b/i],
  ],
  usuallyAll: [
    [/\b(?:all|any|none|no|nothing|unlimited|null|unbounded|beginning|first|earliest|latest|last)\b/i],
    [/すべて|全て|全件|なし|無制限|最初|最後/],
    [/\b(?:alle|keine?|unbegrenzt|Anfang|erste|letzte)\b/i],
    [/\b(?:tous|toutes|aucune?|illimité|début|première?|dernière?)\b/i],
  ],
  /** "Both ends included." */
  endIncluded: [
    [/\b(?:inclusive(?:ly)?|included|including)\b/i],
    [/\b(?:at|on) or (?:after|before)\b|\bor (?:later|earlier|more|less|fewer|newer|older|heavier|lighter)\b/i],
    [/\bat (?:least|most)\b/i],
    [
      /^(?:the )?(?:earliest|latest|lowest|highest|smallest|largest|lightest|heaviest|shortest|longest|minimum|maximum)\b/i,
    ],
    [/^(?:früheste|späteste|kleinste|größte|niedrigste|höchste|kürzeste|längste)[nrs]?(?!\p{L})/iu],
    [/(?:最小|最大|最古|最新|最低|最高)(?:の|値)/],
    [/\ble (?:plus|moins) (?:tôt|tard|élevé|petit|grand|ancien|récent)|\b(?:minimale?|maximale?)\b/i],
    [
      /\b(?:not|no) (?:greater|less|more|fewer|later|earlier|longer|shorter|higher|lower|larger|smaller|older|newer)\b/i,
    ],
    [/以上|以下|以降|以前|(?:両端|当日)を?含/],
    [/\b(?:einschließlich|inklusive|mindestens|höchstens)\b|\boder (?:später|früher|mehr|weniger)\b/i],
    [/\bnicht (?:größer|kleiner|mehr|weniger|später|früher)\b/i],
    [/\b(?:inclus\w{0,2}|comprise?s?|au moins|au plus)\b|\bou (?:après|avant|plus tard|plus tôt)\b/i],
  ],
  /** "The end is exclusive." */
  endExcluded: [
    [/\bexclusive|\bexcluded\b|\bnot inclu|\bstrictly\b/i],
    [/未満|含まない|含みません|を超え/],
    [/\bexklusiv|\bausgenommen\b|\bnicht (?:eingeschlossen|enthalten)\b/i],
    [/\bexclu|\bstrictement\b|\bnon compris/i],
  ],
  /** "Books whose title contains this text." */
  hasText: [
    [/\bcontain(?:s|ing)?\b|\banywhere in\b|\b(?:has|have|with) this (?:text|string)\b/i],
    [/\b(?:parts? of|partial|substring of|fragment of) (?:the |a |its |their |an? )?\w/i],
    [/(?:を|が)含(?:む|まれる)|部分一致|の一部/],
    [/\benthält\b|\benthalten\b|\bTeil (?:des|der|von)\b/i],
    [/\bcontien(?:t|nent)\b|\bcontenant\b|\bpartie (?:du|de)\b/i],
  ],
  /** "Holders whose names begin with the given text." */
  beginsSo: [
    [/\b(?:begin|start)(?:s|ning|ing)? with\b|\bprefix\b/i],
    [/で始まる|前方一致/],
    [/\bbeginn(?:t|en|end)? mit\b|\b(?:mit|damit) \w{1,20} beginn(?:t|en)\b|\bAnfang\b/i],
    [/\b(?:commence|débute)(?:nt)? par\b|\bcommençant par\b/i],
  ],
  /** "Looks for a word in subjects." */
  looksForWord: [
    [/\b(?:looks?|search(?:es)?) for (?:a |the |this |these )?(?:words?|terms?|keywords?)\b/i],
    [/\b(?:words?|terms?|keywords?) (?:to (?:look|search) for|that \w{1,20} (?:looked|searched) for)\b/i],
    [/\bsearch (?:terms?|words?|text|phrase|string)\b/i],
    [/検索(?:語|キーワード|文字列)/],
    [/\bSuch(?:begriff|wort|text)/i],
    [/\b(?:terme|texte|mot) (?:de|à) (?:la )?recherche/i],
    [/^(?:text|words?) in (?:the )?\w/i],
    [/^texte dans \b/i],
    [/(?:単語|語句|キーワード)(?:を|で)(?:検索|探)/],
    [/\bsucht nach (?:einem |dem |den )?(?:Wort|Wörtern|Begriff\w{0,2})\b/i],
    [/\bcherche (?:un |le |des |les )?(?:mots?|termes?)\b/i],
  ],
  /** "In the order in which they were added." */
  asAdded: [
    [
      /\bin (?:the )?order (?:in which|that) they (?:were|are) (?:added|made|created|recorded|entered|posted|registered)\b/i,
    ],
    [/\bin (?:the )?order of (?:creation|insertion|their (?:creation|insertion))\b/i],
    [/(?:追加|登録|作成|記録)(?:された|した)?順/],
    [/\bin der Reihenfolge, in der sie \w{1,20} w(?:u|o)rden\b|\bin der Reihenfolge (?:ihrer Anlage|des Anlegens)\b/i],
    [/\bdans l'ordre (?:d'ajout|de (?:leur )?création|d'insertion)/i],
  ],
  /** "Page number, from 1 on." */
  numbersPages: [
    [/\bpage numbers?\b|\bnumber of the page\b|\bwhich page\b/i],
    [/ページ番号|何ページ目/],
    [/\bSeitennummer\b|\bNummer der Seite\b|\bwelche Seite\b/i],
    [/\bnuméro de (?:la )?page\b|\bquelle page\b/i],
  ],
  /** "Entries per page." */
  sizesPages: [
    [/\b(?:per|on each|on a|in each) page\b|\bpage (?:size|length)\b|\bsize of (?:a|the|each) page\b/i],
    [/(?:1|１|一)?ページ(?:あたり|当たり|当り|ごと|毎)|ページサイズ|1ページの(?:件数|最大)/],
    [/\b(?:je|pro) Seite\b|\bSeiten(?:größe|länge)\b/i],
    [/\bpar page\b|\btaille (?:de |d'une )(?:la )?page\b/i],
  ],
  /** "20 by default, 100 at most." */
  standardSize: [
    [/\b(?<size>\d{1,4}) (?:\w{1,20} )?by default\b|\bin pages of (?<paged>\d{1,4})\b/i],
    [/\bdefaults?:? (?:is |to |of )?(?<size>\d{1,4})\b/i],
    [/(?:既定|デフォルト)(?:値)?(?:は|で|:|：)? ?(?<size>\d{1,4})/],
    [/\b(?:standardmäßig|Standard(?:wert)?:?)(?: ist)? (?<size>\d{1,4})\b|\bSeiten zu (?:je )?(?<paged>\d{1,4})\b/i],
    [/\b(?<size>\d{1,4}) par défaut\b|\bpar défaut:? (?<paged>\d{1,4})\b/i],
  ],
  largestSize: [
    [/\b(?<size>\d{1,5}) at most\b|\b(?:at most|up to|max(?:imum)?\.?:?(?: of| is)?) (?<other>\d{1,5})\b/i],
    [/\b1 ?(?:–|-|to|bis|à) ?(?<size>\d{1,5})\b/i],
    [/最大(?:で|値は)? ?(?<size>\d{1,5})|(?<other>\d{1,5}) ?件?まで/],
    [/\b(?:höchstens|maximal|bis zu) (?<size>\d{1,5})\b/i],
    [/\b(?:au plus|au maximum|jusqu'à) (?<size>\d{1,5})\b|\b(?<other>\d{1,5}) (?:au plus|au maximum)\b/i],
  ],
  /** "`count` is the total number of them." */
  ofAllPages: [
    [/\b(?:total number|on all pages|in total|altogether)\b/i],
    [/総数|総件数|全件数|全ページ/],
    [/\b(?:Gesamtzahl|Gesamtanzahl|insgesamt|auf allen Seiten)\b/i],
    [/\b(?:nombre total|au total|sur toutes les pages)\b/i],
  ],
  /** "It is null on the last page." "The last part has no such link." */
  lastSaysSo: [
    [/\b(?:null|false|no|absent|omitted|left out|empty|missing)\b/i, /\b(?:on|of|for|in|with|at) the last\b/i],
    [/\blast (?:page|part|one)\b/i, /\b(?:null|false|no|absent|omitted|left out|empty|without)\b/i],
    [/最後のページ/, /null|false|ない|ありません|空|省略/],
    [/\bletzten? (?:Seite|Teil)\b/i, /\b(?:null|false|kein\w{0,2}|leer|fehlt)\b/i],
    [/\b(?:null|false|kein\w{0,2}|leer|fehlt)\b/i, /\bletzten? (?:Seite|Teil)\b/i],
    [/\bdernière (?:page|partie)\b/i, /\b(?:null|false|nul|pas de|aucune?|absente?|vide)\b/i],
    [/\b(?:null|false|nul|pas de|aucune?|absente?|vide)\b/i, /\bdernière (?:page|partie)\b/i],
  ],
  /** "`prev` is missing on the first page." */
  firstSaysSo: [
    [
      /\bprev(?:ious)?\b/i,
      /\b(?:null|no|absent|omitted|left out|empty|missing|not there)\b/i,
      /\bfirst (?:page|part|one)\b/i,
    ],
    [/\bfirst (?:page|part|one)\b/i, /\b(?:null|no|absent|omitted|left out|without)\b/i, /\bprev(?:ious)?\b/i],
    [/最初のページ/, /null|ない|ありません|空|省略/],
    [/\bprev\b/i, /\bersten? (?:Seite|Teil)\b/i],
    [/\bprev\b/i, /\bpremière (?:page|partie)\b/i],
  ],
  /** "A `Link` header with the addresses of the first, previous, next and last page." */
  linksTo: [
    [
      /\blinks?\b/i,
      /(?<relations>(?:["'`]?\b(?:first|prev(?:ious)?|next|last)\b["'`]?(?:,? (?:and|or|und|oder|et|ou) (?:the )?|, ?(?:the )?|、|や|と)?){2,4})/i,
    ],
    [/\blinks?\b/i, /\brel ?= ?["'`]?(?<relations>(?:first|prev|last)\b)/i],
    [/リンク/, /(?<relations>(?:["'`「]?(?:first|prev|next|last)["'`」]?(?:、|や|と)?){2,4})/i],
    [/\bliens?\b/i, /(?<relations>(?:["'`]?\b(?:first|prev|next|last)\b["'`]?(?: et | ou |, ?)?){2,4})/i],
  ],
  /** "Deleted members are left out, unless you ask for them." "Inactive agents are only listed with …" */
  leftOut: [
    [
      /\b(?<state>[A-Za-z]{3,30}) (?:\w{1,30} )?are (?:left out|hidden|excluded|omitted|not (?:listed|shown|returned|included))\b/i,
    ],
    [/\b(?<state>[A-Za-z]{3,30}) (?:\w{1,30} )?are only (?:listed|shown|returned|included)\b/i],
    [/(?<state>\p{L}{1,20}?)(?:済み)?(?:の|された|した)\p{L}{1,20}?は(?:除外|省略|含まれ|表示され|一覧に出)/u],
    [/\b(?<state>\p{L}{3,30}) \p{L}{1,30} (?:werden|fehlen|sind) (?:nur|nicht|weggelassen|ausgeblendet)/iu],
    [/\b\p{L}{1,30} (?<state>\p{L}{3,30}) (?:sont (?:omis|masqué|exclu)|ne sont (?:pas|affiché|listé))/iu],
  ],
  /** "An unknown or damaged cursor is answered with 400." */
  badCursor: [
    [
      /\b(?:unknown|invalid|damaged|broken|malformed|corrupt(?:ed)?|wrong|unreadable)\b[^.;]{0,30}\b(?:cursor|token|marker|one)s?\b[^.;]{0,40}?\b(?<status>4\d\d)\b/i,
    ],
    [
      /\b(?<status>4\d\d)\b[^.;]{0,30}\b(?:cursor|token|marker)\b[^.;]{0,20}\b(?:unknown|invalid|damaged|broken|malformed|corrupt(?:ed)?|wrong|not valid)\b/i,
    ],
    [
      /\b(?:cursor|token|marker)s?\b[^.;]{0,20}\b(?:not|never|didn[’']t|did not) (?:issued?|given?|come|return(?:ed)?)\b[^.;]{0,40}?\b(?<status>4\d\d)\b/i,
    ],
    [/(?:不正|無効|未知|壊れた)[^。]{0,6}(?:カーソル|トークン)[^。]{0,16}?(?<status>4\d\d)/],
    [/\b(?:ungültige|unbekannte|beschädigte|falsche)[rsn]? (?:Cursor|Token|Marke)\b[^.;]{0,40}?\b(?<status>4\d\d)\b/i],
    [
      /\b(?:curseur|jeton)s? (?:\p{L}{1,12} )?(?:inconnu|invalide|abîmé|erroné)s?(?!\p{L})[^.;]{0,40}?\b(?<status>4\d\d)\b/iu,
    ],
  ],
  /** Of a refusal: "The cursor is invalid." */
  ofBadCursor: [
    [/\b(?:unknown|invalid|damaged|broken|malformed|corrupt(?:ed)?)\b[^.;]{0,20}\b(?:cursor|page ?token|marker)\b/i],
    [/^(?:bad|wrong) [^.;]{0,40}\b(?:cursor|page ?token|marker)\b/i],
    [/\b(?:cursor|page ?token|marker)\b[^.;]{0,12}\b(?:unknown|invalid|damaged|broken|malformed|not valid)\b/i],
    [/カーソル[^。]{0,6}(?:不正|無効)|(?:不正|無効)な?カーソル/],
    [/\bungültige[rs]? (?:Cursor|Seitenmarke)\b/i],
    [/\bcurseur (?:invalide|inconnu)(?!\p{L})/iu],
  ],
} as const satisfies Record<string, readonly Words[]>;
