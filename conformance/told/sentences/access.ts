// What documents say of logging in.
import type { Words } from './words.js';

export const ACCESS = {
  /** "Only read together with client_id." */
  onlyTogether: [
    [/\bonly (?:read|used) together with (?<other>\w{1,60})\b/i],
    [/(?<other>\w{1,60})と(?:ともに|一緒に)(?:指定|送信)(?:した|された)場合(?:に)?のみ/],
  ],
  /** "Ignored when audience is specified." */
  ignoredWith: [
    [/\bignored (?:when|where|if) (?<other>[\w.]{1,60}) is (?:specified|given|set|sent)\b/i],
    [/\b(?:when|where|if) (?<other>[\w.]{1,60}) is (?:specified|given|set|sent)\b/i, /\bignored\b/i],
    [/(?<other>[\w.]{1,60})(?:を|が)(?:指定|送信)(?:した|された)(?:場合|とき)/, /無視/],
    [/\bneben (?<other>[\w.]{1,60}) (?:ignoriert|nicht beachtet)\b/i],
    [/\bignorée?s? (?:avec|quand|si) (?<other>[\w.]{1,60})/i],
  ],
  /** "JSON is not accepted." */
  noJson: [[/\bJSON is not accepted\b/i], [/JSON(?:形式)?(?:は|のリクエストボディは)受け付けない/]],
  /** "Only read when no Authorization header is sent." */
  onlyWithoutToken: [
    [/\bonly\b/i, /\bno\b/i, /\bAuthorization header\b/i],
    [/Authorizationヘッダ/, /(?:無い|ない)場合(?:に)?のみ/],
  ],
  /** "Only unit users permitted." */
  onlySome: [
    [/^[*\s]*only [\w -]{1,40} (?:(?:are|is) )?(?:permitted|allowed)\b/i],
    [/^[*\s]*\S{1,40}(?:のみ|だけ)(?:が|に)?(?:実行|許可|利用)/],
  ],
  /** "Authentication fails for a frozen account." */
  authenticationFails: [
    [/\bauthentications?\b/i, /\bfails?\b/i],
    [/\bauthentication failure\b/i],
    [
      /\b(?:can ?not|can't|may not|must not|is never)\s+(?:be\s+)?(?:authenticated|logged in|log in|signed in|sign in)\b/i,
    ],
    [/(?:認証|ログイン)(?:に|は|が)?(?:失敗|できない|拒否)/],
  ],
  /** "Addresses from which the account may log in." */
  fromAddress: [
    [/\baddress(?:es)?\b/i, /\bfrom which\b/i],
    [/\baddress\b/i, /\b(?:permitted|allowed|let in)\b/i],
    [/(?:許可|認証可能|ログイン可能)/, /アドレス/],
    [/アドレス/, /(?:許可|認証可能|ログイン可能)/],
  ],
  /** "How the account is authenticated." */
  authenticates: [[/\bauthenticat/i], [/\blog(?:ged)? ?in\b/i], [/認証|ログイン/]],
  /** "Time of the login before this one, can be null." */
  loginBefore: [
    [/\b(?:last|previous)\b/i, /\b(?:log-?in|authentication)\b/i],
    [/\b(?:log-?in|authentication) before\b/i],
    [/(?:前回|最終|直前)の?(?:認証|ログイン)/],
  ],
  canBeNull: [[/\bnull\b/i]],
  /** "Failed logins since then." */
  failedSince: [
    [/\bfail(?:ed|ures?)\b/i, /\bsince\b/i],
    [/\bsince\b/i, /\bfail(?:ed|ures?)\b/i],
    [/(?:以降|以後|から)/, /失敗/],
  ],
  failed: [[/\bfail(?:ed|ures?)\b/i], [/失敗/]],
  /** "A password is only changed when the header holds one." */
  keepsPassword: [
    [/\bpassword\b/i, /\bonly (?:changed|replaced)\b/i],
    [/\bonly\b/i, /\bchanges? the password\b/i],
    [/パスワード/, /場合(?:に)?のみ(?:変更|更新)/],
  ],
  /** "Only the author can edit a post", "Other people's files are answered with 404." */
  ownersOnly: [
    [/\bonly (?:the |its |their |an? )?(?:own )?(?:authors?|owners?|creators?|uploaders?|posters?|writers?)\b/i],
    [/\bonly (?:be )?\w{2,20} by (?:the |its |their )?(?:authors?|owners?|creators?|uploaders?|posters?|writers?)\b/i],
    [/\bbelong(?:s|ing)? to (?:somebody|someone|another|a different|other)\b/i],
    [
      /\b(?:other (?:people|users?|accounts?|members?)['’]s?|others['’]|(?:somebody|someone) else['’]s|another (?:user|account|person|member)['’]s)(?=\s)/i,
    ],
    [
      /\b(?:not|isn['’]t|aren['’]t) (?:yours|your own|the (?:author|owner|creator)|(?:one )?of your own|owned by (?:you|the))\b/i,
    ],
    [/\b(?:does not|doesn['’]t|do not|don['’]t) (?:belong to|own)\b/i],
    [/\bonly (?:\w{2,20} )?(?:your|their|his|her) own\b/i],
    [/\b(?:everybody|everyone|anybody|anyone) else\b/i, /\b(?:403|404|forbidden|refused|denied|not found)\b/i],
    [/(?:所有者|作成者|投稿者|本人)(?:のみ|だけ|以外)|(?:他人|他者|他のユーザー?)の/],
    [/\bnur (?:der |die |das |vom |von der )?(?:Autor|Verfasser|Eigentümer|Besitzer|Ersteller)/i],
    [/\bgehört (?:jemand|einer|einem) ander|\bfremde[nrs]?\b/i],
    [/\bseule?s? (?:l['’]|le |la )?(?:auteur|propriétaire|créat)/i],
    [/\bappartient à (?:une? autre|quelqu['’]un d['’]autre)|\bd['’](?:un autre|autrui)\b/i],
  ],
  /** "Only the person with the invited e-mail address can accept", "The invitation is for somebody else." */
  addresseeOnly: [
    [/\b(?:is|was|are|were) (?:meant |intended |addressed )?(?:for|to) (?:somebody|someone|another)\b/i],
    [
      /\bonly (?:be \w{2,20} by )?(?:the |an? )?(?:(?:person|user|account|one|member)s? (?:with the |who (?:is|was) )?)?(?:invited|invitees?|recipients?|receivers?|addressees?|addressed|assignees?)\b/i,
    ],
    [/(?:招待された|受信者|宛先|受取人)[^。]{0,12}(?:のみ|だけ|以外)/],
    [/\bnur (?:der |die |das |vom |von der )?(?:eingeladene|Empfänger|Adressat)/i],
    [/\bseule?s? (?:l['’]|le |la )?(?:personne invitée|invité|destinataire)/i],
  ],
  /** "All tokens that were issued before become invalid." */
  sessionsEnd: [
    [
      /\b(?:all|any|every|other|old(?:er)?|existing|earlier|previous|issued before)\b/i,
      /\b(?:tokens?|sessions?|logins?|devices?)\b/i,
      /\b(?:ends?|ended|invalid(?:ated)?|revoked?|expires?|expired|logged out|signed out|closed|stop|no longer)\b/i,
    ],
    [
      /\b(?:ends?|invalidates?|revokes?|closes?|logs? out|signs? out)\b/i,
      /\b(?:all|any|every|other|old(?:er)?|existing|earlier|previous)\b/i,
      /\b(?:tokens?|sessions?|logins?|devices?)\b/i,
    ],
    [/(?:すべて|全て|既存|以前|古い|他)の[^。]{0,12}(?:トークン|セッション)[^。]{0,20}(?:無効|失効|終了|破棄)/],
    [
      /\b(?:alle|bisherige[nr]?|ältere[nr]?|andere[nr]?|bestehende[nr]?)\b/i,
      /\b(?:Tokens?|Sitzung(?:en)?)\b/i,
      /\b(?:ungültig|beendet|enden|verlieren)\b/i,
    ],
    [
      /\b(?:tous|toutes|anciens?|anciennes|autres|précédente?s)\b/i,
      /\b(?:jetons?|sessions?)\b/i,
      /\b(?:invalid|révoqu|expir|termin|ferm)/i,
    ],
  ],
  /** "Each login gives a new token; older ones stay valid." */
  sessionsStay: [
    [
      /\b(?:other|older|earlier|previous|existing)\b/i,
      /\b(?:stays? valid|remains? valid|(?:goes|go) on|are kept|keep working|not affected|continue|stays? open)\b/i,
    ],
    [/(?:他|以前|既存)の[^。]{0,12}(?:トークン|セッション|もの)[^。]{0,12}(?:有効なまま|引き続き|継続|影響)/],
    [/\b(?:andere|ältere|bisherige|frühere)\b/i, /\b(?:gültig|bestehen|weiter)\b/i],
    [/\b(?:autres|anciens|anciennes|précédente?s)\b/i, /\b(?:restent|demeurent|continuent)\b/i],
  ],
  /** "A refresh token can be used once." */
  usedOnce: [
    [
      /\b(?:used?|usable|works?|good|valid|accepted)\b/i,
      /\b(?:only once|just once|once|one time|a single time|single use)\b/i,
    ],
    [/\b(?:was|has been|have been|been|is|were) (?:already )?used\b(?! by)/i],
    [/\b(?:single-use|one-time|rotat(?:es?|ed|ing))\b/i],
    [/(?:一度|1回)(?:だけ|しか|のみ)[^。]{0,10}(?:使用|利用)|使用済み/],
    [/\bnur (?:einmal|ein einziges Mal)\b|\b(?:bereits|schon) (?:verwendet|benutzt|eingelöst)\b/i],
    [/\b(?:qu'une (?:seule )?fois|une seule fois|usage unique|déjà (?:été )?utilisé)/i],
  ],
  /** "The username is free again." */
  nameFree: [
    [/\b(?:free|available)\b/i, /\b(?:again|afterwards)\b/i],
    [/\b(?:can|may) be (?:used|taken|registered) again\b/i],
    [/(?:再び|再度|再)[^。]{0,6}(?:使用|利用|登録|取得)(?:でき|可能)/],
    [/\bwieder (?:frei|verfügbar|vergeben)\b/i],
    [/\bde nouveau (?:libre|disponible)\b|\b(?:redevient|à nouveau) (?:libre|disponible)\b/i],
  ],
  /** "… seconds, as the request asked." */
  asAsked: [[/\b(?:as|set|specified)\b/i, /\b(?:request|asked|requested)\b/i], [/(?:リクエスト|要求)(?:で|に)指定/]],
} as const satisfies Record<string, readonly Words[]>;
