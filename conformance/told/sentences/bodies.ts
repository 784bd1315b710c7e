// What documents promise of the fields of a body together. `before` and `behind` are the words around a comparison, in which fields
// are named.
import type { Words } from './words.js';

export const BODIES = {
  /** "Must be in the future", "may not lie in the past". */
  liesAhead: [
    [/\b(?:must|has to|have to|needs? to|should|only) (?:be |lie )?(?:a (?:date|time|day) )?in the future\b/i],
    [/\b(?:not|never|cannot|can't) (?:be |lie )?in the past\b/i],
    [/(?:未来|将来)の(?:日付|日時|日|時刻)?(?:で(?:ある|なければ)|を指定|のみ|に限)/],
    [/過去の?(?:日付|日時|日|時刻)?(?:は|を|に)[^。]{0,10}(?:できない|できません|不可)/],
    [/\b(?:muss|müssen) in der Zukunft\b|\bnicht in der Vergangenheit\b/i],
    [/\bdoi(?:t|vent) être dans le futur\b|\bpas (?:être )?dans le passé/i],
  ],
  /** "Must not be in the future", "a day in the past". */
  liesBehind: [
    [/\b(?:must|has to|have to|needs? to|should|only) (?:be |lie )?(?:a (?:date|time|day) )?in the past\b/i],
    [/\b(?:not|never|cannot|can't) (?:be |lie )?in the future\b/i],
    [/過去の(?:日付|日時|日|時刻)?(?:で(?:ある|なければ)|のみ|に限)/],
    [/(?:未来|将来)の?(?:日付|日時|日|時刻)?(?:は|を|に)[^。]{0,10}(?:できない|できません|不可)/],
    [/\b(?:muss|müssen) in der Vergangenheit\b|\bnicht in der Zukunft\b/i],
    [/\bdoi(?:t|vent) être dans le passé|\bpas (?:être )?dans le futur\b/i],
  ],
  /** "Must be after `startsAt`", "422 if `endsAt` isn't after `startsAt`". */
  mustBeAbove: [
    [
      /^(?<before>.*?)\b(?:(?:must|has to|have to|needs to|should|shall) (?:always )?(?:be |lie |come )?|(?:is not|isn['’]t|are not) )(?:strictly )?(?:after|(?:later|greater|larger|higher|bigger|more) than) (?<behind>(?!or equal).*)$/i,
    ],
    [/^(?<before>.*?)\bmuss (?:zeitlich )?(?:nach|hinter) (?<behind>.*)$/i],
    [/^(?<before>.*?)\bmuss (?:größer|höher|später) als (?<behind>(?!oder gleich).*)$/i],
    [/^(?<before>.*?)\bnicht (?:nach|größer als|höher als|später als) (?<behind>.*)\b(?:liegt|ist)\b/i],
    [
      /^(?<before>.*?)\bdoit être (?:strictement )?(?:après|(?:postérieure?|supérieure?) (?:à|au)|plus (?:grande?|élevée?) que) (?<behind>(?!ou égal).*)$/i,
    ],
    [
      /^(?<before>.*?)(?:(?<=は)|^)[`「]?(?<behind>[A-Za-z_]\w*)[`」]? ?より(?:も)?(?:後|あと|大き|遅)(?![^。]*(?:できな|できませ|てはな|不可))[^。]{0,6}(?:なければ|でなけれ|必要|すること|こと$|$)/,
    ],
  ],
  mustBeBelow: [
    [
      /^(?<before>.*?)\b(?:(?:must|has to|have to|needs to|should|shall) (?:always )?(?:be |lie |come )?|(?:is not|isn['’]t|are not) )(?:strictly )?(?:before|(?:earlier|less|smaller|lower|fewer) than) (?<behind>(?!or equal).*)$/i,
    ],
    [/^(?<before>.*?)\bmuss (?:zeitlich )?vor (?<behind>.*)$/i],
    [/^(?<before>.*?)\bmuss (?:kleiner|niedriger|früher) als (?<behind>(?!oder gleich).*)$/i],
    [
      /^(?<before>.*?)\bdoit être (?:strictement )?(?:avant|(?:antérieure?|inférieure?) (?:à|au)|plus (?:petite?|basse?) que) (?<behind>(?!ou égal).*)$/i,
    ],
    [
      /^(?<before>.*?)(?:(?<=は)|^)[`「]?(?<behind>[A-Za-z_]\w*)[`」]? ?より(?:も)?(?:前|小さ|早)(?![^。]*(?:できな|できませ|てはな|不可))[^。]{0,6}(?:なければ|でなけれ|必要|すること|こと$|$)/,
    ],
  ],
  /** "`min` can't be greater than `max`", "409 if `min` is greater than `max`". */
  mayNotBeAbove: [
    [
      /^(?<before>.*?)\b(?:can(?:no|['’])t|can not|must not|mustn['’]t|may not|should not|is not allowed to) (?:ever )?(?:be |lie )?(?:after|(?:later|greater|larger|higher|bigger|more) than) (?<behind>(?!or equal).*)$/i,
    ],
    [/^(?<before>.*?)\b(?:can(?:no|['’])t|can not|must not|mustn['’]t|may not) exceed (?<behind>.*)$/i],
    [
      /^(?<before>.*?)\b(?:must be |has to be |is )(?:less|smaller|lower|earlier) than or (?:equal to|the same as) (?<behind>.*)$/i,
    ],
    [
      /^(?<before>.*?)\bdarf (?:nicht|nie) (?:nach|größer (?:sein )?als|höher (?:sein )?als|später (?:sein )?als) (?<behind>.*)$/i,
    ],
    [
      /^(?<before>.*?)\bne (?:peut|doit) pas (?:dépasser|excéder|être (?:après|(?:postérieure?|supérieure?) (?:à|au)|plus (?:grande?|élevée?) que)) (?<behind>.*)$/i,
    ],
    [
      /^(?<before>.*?)(?:(?<=は)|^)[`「]?(?<behind>[A-Za-z_]\w*)[`」]? ?(?:より(?:も)?(?:後|大き|遅)[^。]{0,8}(?:できない|できません|なりません|ならない|不可)|以下(?:で|の値))/,
    ],
  ],
  mayNotBeBelow: [
    [
      /^(?<before>.*?)\b(?:can(?:no|['’])t|can not|must not|mustn['’]t|may not|should not|is not allowed to) (?:ever )?(?:be |lie )?(?:before|(?:earlier|less|smaller|lower|fewer) than) (?<behind>(?!or equal).*)$/i,
    ],
    [
      /^(?<before>.*?)\b(?:must be |has to be |is )(?:greater|larger|higher|later) than or (?:equal to|the same as) (?<behind>.*)$/i,
    ],
    [
      /^(?<before>.*?)\bdarf (?:nicht|nie) (?:vor|kleiner (?:sein )?als|niedriger (?:sein )?als|früher (?:sein )?als) (?<behind>.*)$/i,
    ],
    [
      /^(?<before>.*?)\bne (?:peut|doit) pas être (?:avant|(?:antérieure?|inférieure?) (?:à|au)|plus (?:petite?|basse?) que) (?<behind>.*)$/i,
    ],
    [
      /^(?<before>.*?)(?:(?<=は)|^)[`「]?(?<behind>[A-Za-z_]\w*)[`」]? ?(?:より(?:も)?(?:前|小さ|早)[^。]{0,8}(?:できない|できません|なりません|ならない|不可)|以上(?:で|の値)|以降(?:で|の日))/,
    ],
  ],
  /** "422 if `endsAt` is before `startsAt`": said where something is refused. */
  isBelow: [
    [
      /^(?<before>.*?)\b(?:is|are|lies|comes) (?:before|(?:earlier|less|smaller|lower|fewer) than) (?<behind>(?!or equal).*)$/i,
    ],
    [/^(?<before>.*?)\bvor (?<behind>.*)\bliegt\b/i],
    [/^(?<before>.*?)\b(?:kleiner|niedriger|früher) (?:ist )?als (?<behind>.*)$/i],
    [/^(?<before>.*?)\best (?:avant|(?:antérieure?|inférieure?) (?:à|au)|plus petite? que) (?<behind>.*)$/i],
    [
      /^(?<before>.*?)(?<=[がは])[`「]?(?<behind>[A-Za-z_]\w*)[`」]? ?より(?:も)?(?:前|小さ|早)[^。]{0,3}(?:場合|とき|と)/,
    ],
  ],
  isAbove: [
    [
      /^(?<before>.*?)\b(?:is|are|lies|comes) (?:after|(?:later|greater|larger|higher|bigger|more) than) (?<behind>(?!or equal).*)$/i,
    ],
    [/^(?<before>.*?)\bexceeds (?<behind>.*)$/i],
    [/^(?<before>.*?)\bnach (?<behind>.*)\bliegt\b/i],
    [/^(?<before>.*?)\b(?:größer|höher|später) (?:ist )?als (?<behind>.*)$/i],
    [
      /^(?<before>.*?)\b(?:est (?:après|(?:postérieure?|supérieure?) (?:à|au)|plus grande? que)|dépasse) (?<behind>.*)$/i,
    ],
    [
      /^(?<before>.*?)(?<=[がは])[`「]?(?<behind>[A-Za-z_]\w*)[`」]? ?より(?:も)?(?:後|大き|遅)[^。]{0,3}(?:場合|とき|と)/,
    ],
  ],
  /** "A booking that overlaps another one of the room is refused with 409." */
  overlaps: [
    [/\boverlap(?:s|ping|ped)?\b/i],
    [
      /\b(?:booked|reserved|rented|assigned|scheduled) twice (?:for|at|in) the same (?:time|period|hours?|dates?|slot)\b/i,
    ],
    [
      /\b(?:already|otherwise) (?:booked|reserved|taken|rented) (?:for|at|in|during) (?:this|that|the same|these|those) (?:times?|period|hours?|dates?|slot)\b/i,
    ],
    [/\bdouble[- ]?book/i],
    [/(?:時間帯|期間|日時)(?:が|の)(?:重複|重な)/],
    [/überschneid|überlapp|\bdoppelt (?:gebucht|belegt|reserviert)\b/i],
    [/\bchevauch\w*/i],
  ],
  /** "E-mail addresses of the guests.": not any text is one. */
  formedTexts: [
    [
      /\b(?:e-?mail|mail|web|IP|MAC) ?addresses\b|\be-?mails\b|\b(?:URLs?|URIs?|links|UUIDs?|GUIDs?|dates|times|timestamps|domains|hostnames)\b|\b(?:phone|telephone|account) numbers\b|\bISO\b/i,
    ],
    [/アドレス|URL|電話番号|日付|日時|ドメイン/],
    [/\b(?:E-?)?Mail-?[Aa]dressen\b|\bAdressen\b|\bTelefonnummern\b|\bDaten und Zeiten\b/i],
    [/\badresses\b|\bnuméros de téléphone\b|\bdates\b/i],
  ],
  /** "`id` and `createdAt` are set by the server." */
  setByServer: [
    [
      /\b(?:is|are) (?:always |only )?(?:set|given|assigned|generated|filled(?: in)?|computed|calculated|managed|maintained) by (?:the )?(?:server|system|service|API|us)\b/i,
    ],
    [
      /^(?:set|given|assigned|generated|filled in|computed|calculated|managed) by (?:the )?(?:server|system|service|API)\b/i,
    ],
    [/\b(?:server|system)[- ](?:generated|assigned|managed|set)\b|\bread[- ]only\b/i],
    [/\bserver (?:sets|assigns|generates|fills in)\b/i],
    [/サーバー?(?:側)?(?:が|で|によって|により)[^。]{0,6}(?:設定|付与|採番|生成|計算)|読み取り専用/],
    [
      /\b(?:vom|durch den) (?:Server|System) (?:gesetzt|vergeben|erzeugt|berechnet|gefüllt)|\bnur lesbar\b|\bschreibgeschützt/i,
    ],
    [/\b(?:attribué|défini|généré|calculé|rempli)e?s? par le (?:serveur|système)\b|\ben lecture seule\b/i],
  ],
} as const satisfies Record<string, readonly Words[]>;
