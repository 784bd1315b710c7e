// What documents say of headers.
import type { Words } from './words.js';

export const HEADERS = {
  /** "Send the header once for each header to be replaced." */
  onceEach: [
    [/\bonce for each\b/i],
    [/\b(?:multiple|several) headers\b/i, /\bspecify (?:multiple|several|multi)\b/i],
    [/\bspecify (?:multiple|several) /i, /\b(?:multiple|several) headers\b/i],
    [/ヘッダ[ー]?の数だけ送信/],
    [/複数のヘッダ/, /複数指定/],
  ],
  /** "{HeaderName}:{Value}" */
  nameAndValue: [[/\{[^{}\n]{1,40}\}:\$?\{[^{}\n]{1,40}\}/]],
  /** "Only a POST request may carry it." */
  forPost: [[/\bPOST\b/], [/POSTリクエスト/]],
  /** "A request body is read as JSON whatever Content-Type says." */
  anyContentType: [
    [/\bwhatever\b/i, /\bContent-Type\b/],
    [/Content-Type/, /値にかかわらず/, /JSONとして/],
  ],
  /** "Always treats Content-Type as application/json." */
  treatsContentType: [
    [/\balways (?:handles?|handled|treats?|treated|reads?)\b/i, /\bContent-Type\b/],
    [/Content-Type/, /(?:全て|すべて|常に)/, /として扱う/],
  ],
  /** "The Accept header does not change the answer." */
  ignoresAccept: [
    [/\bAccept (?:request )?header (?:does not change|has no effect on|is ignored)\b/i],
    [/\bAccept (?:in|of) (?:the )?request header is ignored\b/i],
    [/Acceptヘッダ[ー]?の値によって/, /変わらない/],
    [/ヘッダ[ー]?のAcceptは無視/],
  ],
  /** "The $format query option does not change the answer." */
  ignoresFormat: [
    [/\$ ?format ?query options? (?:does not change|has no effect on|(?:is |are )?ignored)/i],
    [/\$formatクエリ/, /(?:変わらない|無視)/],
  ],

  /** "The body is not `application/json`": of a refusal for the type of a body. */
  oneType: [
    [/\b(?:is|are|must be|only|isn['’]t|not|other than)\b/i, /\bapplication\/[\w.+-]+/i],
    [/\bapplication\/[\w.+-]+/i, /(?:以外|ではない|でない|のみ)/],
    [/\b(?:ist|sind|nur|kein|keine|anderes? als)\b/i, /\bapplication\/[\w.+-]+/i],
    [/\b(?:est|sont|pas|seule?|autre que)\b/i, /\bapplication\/[\w.+-]+/i],
  ],
  /** "With If-None-Match the answer may be 304." */
  perhapsUnchanged: [
    [/\b(?:may|can|might)\b/i, /\b304\b/],
    [/304/, /(?:場合|こと)がある/],
    [/\bkann\b/i, /\b304\b/],
    [/\bpeut\b/i, /\b304\b/],
  ],
  /** "`version` must be the version that was read": of an update whose body names the version that it changes. */
  versionMustFit: [
    [
      /\b(?:version|revision)\b/i,
      /\b(?:must|has to|needs to|should)\b/i,
      /\b(?:read|current|latest|last|match|equal|same)\b/i,
    ],
    [/\b(?:current|latest|last|expected|known)\b[^.;]{0,40}\b(?:version|revision)\b/i],
    [
      /\b(?:version|revision)\b[^.;]{0,60}\b(?:does not match|doesn't match|differs?|mismatch|is outdated|is stale|is old|conflicts?)\b/i,
    ],
    [/\b(?:stale|outdated|wrong|old|obsolete)\b[^.;]{0,20}\b(?:version|revision)\b/i],
    [/\boptimistic(?:ally)? (?:lock|concurrency)/i],
    [
      /\b(?:changed|modified|updated|edited)\b[^.;]{0,30}\b(?:since|in the meantime|meanwhile|by (?:someone|somebody) else|concurrently)\b/i,
    ],
    [/(?:バージョン|リビジョン|版)/, /(?:一致し|現在の|最新の|古い|異なる)/],
    [/(?:その間に|読み取り後に|他の(?:人|ユーザー|リクエスト)に)/, /(?:変更|更新)され/],
    [/楽観的?(?:ロック|排他)/],
    [/\b(?:Version|Revision)\b/, /\b(?:aktuell|übereinstimm|veraltet|gelesen|letzte|stimmt)/i],
    [/\b(?:aktuelle|letzte|gelesene|veraltete)[nrs]? (?:Version|Revision)\b/i],
    [/\b(?:inzwischen|zwischenzeitlich|seitdem)\b[^.;]{0,40}\b(?:geändert|verändert|bearbeitet)/i],
    [/\boptimistische[nrs]? (?:Sperr|Lock|Nebenläufigkeit)/i],
    [/\b(?:version|révision)(?!\p{L})/iu, /(?:actuelle|lue|correspond|périmée|obsolète|dernière)/iu],
    [/(?:modifiée?|changée?)(?!\p{L})/iu, /\b(?:entre-temps|entretemps|depuis)\b/i],
    [/\bverrouillage optimiste\b/i],
  ],
  /** "A request that comes again gets the first answer again", "… returns the order of the first one": not a refusal. */
  replays: [
    [
      /\b(?:gets?|returns?|answers?|responds?|repl(?:y|ies)|yields?|receives?)\b(?![^.;]{0,80}\b4\d\d\b)/i,
      /\b(?:first|original|same|earlier|stored|previous)\b(?: (?:one|request|call|time|response|answer|result|reply))/i,
    ],
    [
      /\b(?:first|original|same|earlier|stored|previous) (?:response|answer|result|reply)\b/i,
      /\b(?:returned|sent|given|repeated|replayed)\b/i,
    ],
    [/(?:最初|同じ|前回|元)の(?:リクエストの)?(?:応答|レスポンス|結果|回答)/, /返/],
    [/\b(?:erste|ursprüngliche|gleiche|gespeicherte)[nrs]? (?:Antwort|Ergebnis|Anfrage)\b/i],
    [/\b(?:première|même) (?:réponse|requête)\b|\bréponse (?:initiale|d['’]origine)/i],
  ],
  /** "The same key with another body gives 422." */
  keyIsOfOne: [
    [/\bsame\b/i, /\bkey\b/i, /\b(?:another|other|different|changed|modified)\b/i, /\b(?<status>4\d\d)\b/],
    [/\b(?<status>4\d\d)\b/, /\bkey\b/i, /\b(?:another|other|different|changed|modified)\b/i],
    [/同じキー/, /(?:別|異なる|違う|他)/, /(?<status>4\d\d)/],
    [/\b(?:gleiche[nrm]?|selbe[nrm]?|derselbe|demselben) Schlüssel\b/i, /\bandere[nrms]?\b/i, /\b(?<status>4\d\d)\b/],
    [/\bmême clé(?!\p{L})/iu, /\b(?:autre|différent)/i, /\b(?<status>4\d\d)\b/],
  ],
} as const satisfies Record<string, readonly Words[]>;
