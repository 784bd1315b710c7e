// What documents say of the states in which something is refused; `state` is a word for one, `subject` who is in it.
import type { Words } from './words.js';

export const STATES = {
  /** "A revoked permit can't be changed", "409 if it was returned before". */
  refusedIn: [
    [
      /\b(?<state>[a-z_]{3,20}) (?<subject>[a-z-]{2,30}) (?:can(?:not| not|['’]?t)|may not|must not|can no longer) be \w+/i,
    ],
    [
      /\b(?<subject>[a-z-]{2,30}) (?:that|which|who) (?:is|are|was|were|has been|have been) (?:already |being )?(?:an? )?(?<state>[a-z_]{3,20})\b[^,;]{0,30} (?:can(?:not| not|['’]?t)|may not|must not|can no longer) be \w+/i,
    ],
    [/^an? (?<subject>(?<state>[a-z_]{3,20})) (?:can(?:not| not|['’]?t)|may not|must not) be \w+/i],
    [/\b(?<state>[a-z_]{3,20}) (?<subject>[a-z-]{2,30}) (?:takes?|accepts?|allows?|gets?|have|has) no\b/i],
    [
      /\b(?:can(?:not| not|['’]?t)|may not|must not|can no longer) be \w+ (?:in|inside|within|for|to) (?:an? )?(?<state>[a-z_]{3,20}) (?<subject>[a-z-]{2,30})\b/i,
    ],
    [/^(?:in|for|of) (?:an? )?(?<state>[a-z_]{3,20}) (?<subject>[a-z-]{2,30}): ?\W{0,2}\b409\b/i],
    [
      /\bin (?:\p{L}{1,4} )?[`„]?(?<state>\p{L}{3,20})[`“]? (?<subject>\p{L}{2,30}) (?:kann|können|lässt|lassen)\b[^;]{0,40}\bnicht\b/iu,
    ],
    [
      /\bdans (?:une? |des |les )?(?<subject>\p{L}{2,30}) `?(?<state>\p{L}{3,20})`?,? (?:on )?ne (?:peut|peuvent) (?:pas|plus)\b/iu,
    ],
    [
      /`?(?<state>[a-z_]{3,20})`? ?(?:状態)?の(?<subject>[^\s、。はをがの]{1,20})には[^。]{0,30}(?:できない|できません)/,
    ],
    [
      /\b(?:if|when|while|once|where|after) (?:the |this |an? )?(?<subject>[a-z-]{2,30}) (?:is|was|has been) (?:already |being )?(?:an? )?(?<state>[a-z_]{3,20})\b/i,
    ],
    [
      /\bfor an? (?<subject>[a-z-]{2,30}) (?:that|which) (?:is|was|has been) (?:already |being )?(?<state>[a-z_]{3,20})\b/i,
    ],
    [/\bn?or (?<subject>one) (?:that|which) (?:is|was|has been) (?:already |being )?(?<state>[a-z_]{3,20})\b/i],
    [
      /\b[a-z]{2,20}ing (?:an? |the )?(?:already )?(?<state>[a-z_]{3,20}) (?<subject>[a-z-]{2,30}) (?:is|gives|returns|fails|yields|leads)\b/i,
    ],
    [
      /\b(?:ein|eine|einen|der|die|das) (?<subject>\p{L}{2,30}), (?:der|die|das) (?:bereits |schon )?`?(?<state>[a-z_]{3,20})`? (?:ist|sind|war), (?:kann|können|lässt|lassen)\b[^;]{0,40}\bnicht\b/iu,
    ],
    [
      /^(?:ein |eine |einen )?[`„"]?(?<state>[\p{L}_]{3,20})[`“"]? (?<subject>\p{L}{2,40}) (?:kann|können|darf|dürfen|lässt|lassen)\b[^;]{0,40}\bnicht\b/iu,
    ],
    [
      /^[`„"]?[\p{L}_]{3,20}[`“"]? (?:und|oder) [`„"]?(?<state>[\p{L}_]{3,20})[`“"]? (?<subject>\p{L}{2,40}) (?:kann|können|darf|dürfen|lässt|lassen)\b[^;]{0,40}\bnicht\b/iu,
    ],
    [
      /\b(?:wenn|falls|sobald|sofern) (?:der |die |das )?(?<subject>\p{L}{2,30}) (?:bereits |schon )?`?(?<state>[a-z_]{3,20})`? (?:ist|sind|war)\b/iu,
    ],
    [
      /\b(?:un|une|le|la|les) (?<subject>\p{L}{2,30}) (?:qui (?:est|sont) )?(?:déjà )?`?(?<state>[a-z_]{3,20})`? ne (?:peut|peuvent) (?:pas|plus)\b/iu,
    ],
    [
      /\b(?:si|lorsque|quand) (?:le |la |l['’])?(?<subject>\p{L}{2,30}) (?:est|a été) (?:déjà )?`?(?<state>[a-z_]{3,20})\b/iu,
    ],
    [/\bs['’](?<subject>ils?|elles?) (?:est|sont|a été) (?:déjà )?`?(?<state>[a-z_]{3,20})\b/iu],
    [/`?(?<state>[a-z_]{3,20})`? ?(?:状態)?の(?<subject>[^\s、。はをがの]{1,20})は[^。]{0,30}(?:できない|できません)/],
    [
      /(?<subject>[^\s、。はをがの]{1,20})が(?:すでに|既に)? ?`?(?<state>[a-z_]{3,20})`? ?(?:状態)?(?:の|である)?(?:場合|とき)/,
    ],
  ],
  /** "409 unless the permit is active", "Tickets that aren't closed can't be reopened". */
  refusedUnless: [
    [
      /\bunless (?:the |this |an? )?(?<subject>[a-z-]{2,30}) (?:is|was|has been) (?:already |being )?(?:an? )?(?<state>[a-z_]{3,20})\b/i,
    ],
    [
      /\b(?<subject>[a-z-]{2,30})(?: that| which| who)? (?:is not|are not|was not|has not been|isn['’]t|aren['’]t|wasn['’]t) (?:yet |being )?(?:an? )?(?<state>[a-z_]{3,20})\b/i,
    ],
    [/^only (?:an? )?(?<state>[a-z_]{3,20}) (?<subject>[a-z-]{2,30}) (?:can|may|are|is)\b/i],
    [/^only (?:an? )?(?<subject>(?<state>[a-z_]{3,20})) (?:can|may) be\b/i],
    [
      /^only (?:an? )?(?<subject>[a-z-]{2,30}) (?:with|in|of|that have|that has|whose) (?:the |a )?(?:status|state|phase|stage)(?: of| is)? [`'"]?(?<state>[a-z_]{3,20})\b/i,
    ],
    [
      /^nur (?:ein |eine )?(?<subject>\p{L}{2,40}) (?:mit|in|im) (?:dem |der )?(?:Status|Zustand) [`„"]?(?<state>[a-z_]{3,20})\b/iu,
    ],
    [
      /^seuls? (?:les |un )?(?<subject>\p{L}{2,40}) (?:à|dans|avec) l['’](?:état|étape) [`«"]? ?(?<state>[a-z_]{3,20})\b/iu,
    ],
    // "Seul un adhérent `actif` peut être suspendu", "Nur offene Rechnungen können bezahlt werden"
    [
      /^seule?s? (?:les |une? |des )?(?<subject>\p{L}{2,30}) [`«"]?(?<state>[\p{L}_]{3,20})[`»"]?(?: ne)? (?:peut|peuvent|est|sont)\b/iu,
    ],
    [
      /^nur (?:ein |eine |einen )?[`„"]?(?<state>[\p{L}_]{3,20})[`“"]? (?<subject>\p{L}{2,40}) (?:kann|können|darf|dürfen|lässt|lassen)\b/iu,
    ],
    [/^nur (?:ein |eine |einen )?(?<subject>(?<state>\p{L}{3,20})) (?:kann|können|darf|dürfen|lässt|lassen)\b/iu],
    [
      /\bist (?:der |die |das )?(?<subject>\p{L}{2,40}) (?:kein|keine|nicht|noch nicht|nicht mehr) [`„"]?(?<state>[\p{L}_]{3,20})(?!\p{L})/iu,
    ],
    [/\b(?<subject>\p{L}{1,40}), (?:die|der|das) nicht `?(?<state>[a-z_]{3,20})`? (?:ist|sind)\b/iu],
    [/\b(?:wenn|falls) (?:der |die |das )?(?<subject>\p{L}{1,40}) nicht `?(?<state>[a-z_]{3,20})`? (?:ist|sind)\b/iu],
    [/\bes sei denn, (?:der |die |das )?(?<subject>\p{L}{1,40}) ist `?(?<state>[a-z_]{3,20})\b/iu],
    [/\b(?<subject>\p{L}{1,40}) (?:qui )?n['’]est (?:pas|plus) (?:une? )?`?(?<state>[a-z_]{3,20})\b/iu],
    [/\bsauf si (?:le |la |l['’])?(?<subject>\p{L}{1,40}) est `?(?<state>[a-z_]{3,20})\b/iu],
    [/[`「]?(?<state>[a-z_]{3,20})[`」]? ?(?:で|では|状態で|状態に)ない(?<subject>[^\s、。にはをがの]{1,20})/],
    [/`?(?<state>[a-z_]{3,20})`? ?(?:状態)?の(?<subject>[^\s、。はをがの]{1,20})(?:のみ|だけ)/],
  ],
  /** "Only possible while the order is a draft": of the whole operation, not of a field that "can only be changed while" it is one. */
  possibleOnlyIn: [
    [
      /^(?:(?:it|this|that) is )?only (?:possible|allowed|permitted|available|valid) (?:while|when|if|as long as) (?:the |its |this |an? )?(?<subject>[a-z-]{2,30}) is (?:still )?(?:an? )?[`'"]?(?<state>[a-z_]{3,20})\b/i,
    ],
    [
      /^nur (?:möglich|erlaubt|zulässig), (?:solange|wenn) (?:der |die |das )?(?<subject>\p{L}{2,40}) (?:noch )?(?:ein )?[`„"]?(?<state>[a-z_]{3,20})[`“"]? ist\b/iu,
    ],
    [
      /^possible (?:seulement|uniquement) (?:si|quand|tant que) (?:le |la |l['’])?(?<subject>\p{L}{2,40}) est (?:encore )?[`«"]? ?(?<state>[a-z_]{3,20})\b/iu,
    ],
  ],
  /** "It can only be changed while the order is a draft": what is not refused. */
  onlyWhile: [
    [/\bonly\b/i, /\b(?:while|when|if|as long as|until|before|unless)\b/i],
    [/(?:場合|間|とき|時)(?:に)?(?:のみ|だけ|限)/],
    [/\bnur\b/i, /\b(?:solange|wenn|falls|bis|bevor)\b/i],
    [/\b(?:seulement|uniquement|que) (?:si|quand|tant que|lorsque|avant)\b/i],
  ],
  /** "A loan can be renewed at most 2 times": a word for how often. */
  soOften: [
    [
      /\b(?:can|may) (?:only )?be (?<verb>\w{3,20}) (?:at most |up to |no more than |not more than |only |a maximum of )?(?<times>once|twice|thrice|(?:\d{1,2}|one|two|three|four|five) times?)\b/i,
    ],
    [
      /\b(?:at most|up to|no more than|not more than|a maximum of|only) (?<times>once|twice|thrice|(?:\d{1,2}|one|two|three|four|five) (?:times?))\b/i,
    ],
    [/(?:最大|上限は?) ?(?<times>\d{1,2}) ?回/],
    [/(?<times>\d{1,2}) ?回(?:まで|だけ|のみ)/],
    [
      /\b(?:höchstens|maximal|bis zu|nur) (?<times>einmal|zweimal|dreimal|viermal|fünfmal|(?:\d{1,2}|zwei|drei|vier|fünf)[ -]?mal)\b/i,
    ],
    [/\b(?:au plus|au maximum|jusqu['’]à|seulement) (?<times>(?:\d{1,2}|une seule|une|deux|trois|quatre|cinq) fois)/i],
    [/\b(?<times>(?:\d{1,2}|une seule|deux|trois|quatre|cinq) fois) (?:au plus|au maximum|seulement)/i],
  ],
  /** "… per day": how often is not told for good. */
  perTime: [
    // "A second attempt" is another one.
    [/\b(?:per|each|every|a|an|within|in) (?:\w{1,12} )?(?:minute|hour|day|week|month|year)s?\b/i],
    [/\b(?:per|each|every|within|in) (?:\w{1,12} )?seconds?\b|\ba second(?! [a-z])/i],
    [/\b(?:daily|hourly|weekly|monthly|yearly)\b/i],
    [/(?:毎|1|一)?(?:秒|分|時間|日|週|月|年)(?:間)?(?:に|あたり|以内)/],
    [/\b(?:pro|je|innerhalb)\b/i],
    [/\bpar (?:seconde|minute|heure|jour|semaine|mois|an)\b/i],
  ],
  /** "New tickets are `open`", "`false` at first", "null until it is published". */
  startsAs: [
    [
      /\bnew (?:[a-z-]{2,30}) (?:is|are|starts? as|starts? out as) (?:always )?(?:an? )?[`'"]?(?<state>[a-z0-9_]{1,20})\b/i,
    ],
    [/\b(?<state>[a-z0-9_]{1,20})[`'"]? (?:at first|initially|in the beginning|to begin with)\b/i],
    [/\b(?:initially|starts? (?:out )?(?:as|with|at)) (?:an? )?[`'"]?(?<state>[a-z0-9_]{1,20})\b/i],
    [/\bbeginn(?:t|en) (?:immer |stets |zunächst )?als (?:ein |eine )?[`„"]?(?<state>[\p{L}_]{3,20})/iu],
    [/\bneue \p{L}{2,30} (?:ist|sind) (?:zunächst )?[`'"]?(?<state>[a-z0-9_]{1,20})\b/iu],
    [/\b(?:anfangs|zunächst|zu Beginn) [`'"]?(?<state>[a-z0-9_]{1,20})\b/i],
    [/\b(?<state>[a-z0-9_]{1,20})[`'"]? au (?:début|départ)\b/i],
    [/\binitialement [`'"]?(?<state>[a-z0-9_]{1,20})\b/i],
    [/(?:初期値|最初|初期状態|作成直後)は ?[`「]?(?<state>[a-z0-9_]{1,20})/i],
    [/(?:登録|作成)(?:した)?直後の[^。]{0,12}は ?[`「]?(?<state>[a-z0-9_]{1,20})/i],
    [/\bnouve(?:l|lle|au|aux|lles) \p{L}{2,40} (?:est|sont) (?:toujours )?[`«"]? ?(?<state>[\p{L}_]{3,20})/iu],

    [
      /(?:^|[\s,;:(`"])(?<state>-?\d{1,9}|null|true|false|[a-z][\w-]{1,30})[`"]? (?:at first|in the beginning|initially|to begin with|(?:right )?(?:when|after) (?:it (?:is|was|has been) )?(?:created|creation))\b/i,
    ],
    [
      /\b(?:initially|starts? (?:out )?(?:as|at|with)|begins? (?:as|at|with)|is created (?:as|with)) (?:an? )?[`"]?(?<state>-?\d{1,9}|null|true|false|[a-z][\w-]{1,30})\b/i,
    ],
    [
      /(?:^|[\s,;:(`"])(?<state>null)[`"]? (?:until|before|unless|as long as (?:it|the \w{1,30}) (?:is|was|has) not)\b/i,
    ],
    [
      /(?:最初は|はじめは|作成時は|作成直後は|初期値は|初期状態は)[「`"]?(?<state>-?\d{1,9}|null|true|false|[a-z][\w-]{1,30})/i,
    ],
    [/(?:^|[\s,;:(`„])(?<state>null)[`“]? (?:bis|jusqu['’])/i],
    [/まで(?:は|に)?[「`]?(?<state>null)/i],
    [/\b(?:zunächst|anfangs|zu Beginn) [`„"]?(?<state>-?\d{1,9}|null|true|false|[a-z][\w-]{1,30})/i],
    [/(?:^|[\s,;:(`„"])(?<state>-?\d{1,9}|null|true|false|[a-z][\w-]{1,30})[`“"]? (?:zunächst|anfangs|zu Beginn)\b/i],
    [/(?:au départ|au début|initialement) ?[:,]? [`"]?(?<state>-?\d{1,9}|null|true|false|[a-z][\w-]{1,30})/i],
    [/(?:^|[\s,;:(`"])(?<state>-?\d{1,9}|null|true|false|[a-z][\w-]{1,30})[`"]? (?:au départ|au début|initialement)/i],
  ],
  /** "Creates a draft." */
  makesOne: [
    [/^(?:creates?|adds?|makes?|issues?|starts?) an? (?:new )?(?<state>[a-z_]{3,20})\b/i],
    [/^(?:legt|erstellt|erzeugt) eine?n? (?:neuen? )?`?(?<state>[a-z_]{3,20})\b/i],
    [/^crée une? (?:nouveau |nouvelle )?`?(?<state>[a-z_]{3,20})\b/i],
    [/^`?(?<state>[a-z_]{3,20})`? ?(?:状態)?の[^。]{1,30}を(?:作成|登録)/],
  ],
  /** "A recipe without ingredients can't be published." */
  refusedWithout: [
    [
      /\b(?<subject>[a-z-]{2,30}) (?:without|that has no|with no) (?:any )?(?<kind>[a-z-]{2,30}) (?:can(?:not| not|['’]?t)|may not|must not) be \w+/i,
    ],
    [/\b(?<subject>\p{L}{2,30}) ohne (?<kind>\p{L}{2,30}) (?:kann|können|lässt|lassen)\b[^;]{0,30}\bnicht\b/iu],
    [/\b(?<subject>\p{L}{2,30}) sans (?<kind>\p{L}{2,30}) ne (?:peut|peuvent)\b/iu],
    [/(?<kind>[^\s、。はをがの]{1,20})の?ない(?<subject>[^\s、。はをがの]{1,20})は[^。]{0,20}(?:できない|できません)/],
  ],
  /** "A recipe needs at least one step to be published", "it has no steps": of what is refused otherwise. */
  needsInside: [
    [
      /\b(?:needs?|requires?|must (?:have|contain|include)|has to (?:have|contain)) (?:at least )?(?:one|an?) (?:or more )?(?<kind>[a-z-]{2,30})\b/i,
    ],
    [
      /^(?!.*\b(?:only|unless|otherwise|can|may)\b).*?\b(?:has|have|contains?|there (?:is|are)) (?:no|not any) (?<kind>[a-z-]{2,30})\b/i,
    ],
    [/(?<kind>[^\s、。はをがの]{1,20})が(?:少なくとも)?(?:1|１|一|ひと)(?:つ|件|個|人)(?:以上|も(?:ない|存在しない))/],
    [
      /^(?!.*(?:のみ|だけ|でき(?:る|ます)))/,
      /(?<kind>[^\s、。はをがの]{1,20})が(?:ない|存在しない|空の)(?:場合|とき|時)/,
    ],
    [/\bmindestens eine[nr]? (?<kind>\p{Lu}[\p{L}-]{1,30})/u],
    [/^(?!.*\b(?:nur|sonst|kann|können|außer)\b)/i, /\b(?:hat|enthält) keine[nr]? (?<kind>\p{Lu}[\p{L}-]{1,30})/u],
    [/\bau moins une? (?<kind>\p{L}{2,30})/iu],
    [
      /^(?!.*(?:\bseul|\bsinon\b|\bpeu(?:t|vent)\b|\bsauf\b))/i,
      /\b(?:n'a|ne contient) (?:aucune? |pas (?:de |d'))(?<kind>\p{L}{2,30})/iu,
    ],
  ],
  /** "When it is shipped, `shipped_at` is set": beside the state. */
  setsAlong: [
    [/\b(?:is|are|gets?|will be) (?:then |also |automatically |now )?(?:set|filled(?: in)?|recorded|stamped)\b/i],
    [/\b(?:sets|fills|records|stamps)\b|\bgets? a value\b/i],
    [/(?:設定|セット|記録|記入)され|(?:設定|セット|記録|記入)し?ます?/],
    [/\b(?:setzt|gesetzt|gefüllt|eingetragen|vermerkt)\b/i],
    [/\b(?:renseigne|renseigné|définit|défini|remplit|rempli|enregistre|enregistré)e?s?\b/i],
  ],
  /** "… before it is shipped", "… by the client": not by the server then. */
  beforehand: [
    [/\b(?:before|until|unless|if|by the (?:client|caller|user|customer)|must|has to|can be|may be)\b/i],
    [/(?:前に|までに|場合|クライアント|必須)/],
    [/\b(?:bevor|vor dem|bis|wenn|falls|muss|kann|Client)\b/i],
    [/\b(?:avant|jusqu|si|doit|peut|client)/i],
  ],
  /** Of a property: "When it was shipped; null until then." */
  isTimeOf: [
    [/^\W{0,3}(?:the )?(?:time|date|moment|day|when|timestamp)\b/i],
    [/\bnull (?:until|before|unless|as long as)\b/i],
    [/(?:日時|時刻|日付)\W{0,2}$/],
    [/^\W{0,3}(?:zeitpunkt|datum|tag|wann)\b/i],
    [/^\W{0,3}(?:(?:la )?date|(?:le )?moment|quand)\b/i],
  ],
  /** "Opening again clears it." */
  clearsAlong: [
    [/\b(?:clears?|cleared|removes?|removed|empties|emptied|unsets?|(?:back to|again) null|null again)\b/i],
    [/(?:クリア|消去|空に|null に戻)/],
    [/\b(?:geleert|leert|gelöscht|löscht|entfernt|wieder null)\b/i],
    [/\b(?:vide|vidé|efface|effacé|remet à null|remis à null)e?s?\b/i],
  ],
  /** "Only drafts can be opened, others give 409": of those alone that are not refused. */
  ofThoseAlone: [[/^only /i], [/(?:のみ|だけ)/], [/^nur /i], [/^seule?s? /i]],
  /** "In any other state the answer is 409." */
  otherwise: [
    [/\b(?:any other|every other|all other|all others|otherwise|else)\b|, others? \w{4,10} 4\d\d\b/i],
    [/(?:それ以外|その他)の?/],
    [/\b(?:andernfalls|sonst|jede[mnrs]? andere[mnrs]?|alle anderen)\b/i],
    [/\b(?:sinon|tout autre|toute autre|tous les autres)\b/i],
  ],
} as const satisfies Record<string, readonly Words[]>;
