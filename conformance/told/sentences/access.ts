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
  /** "… seconds, as the request asked." */
  asAsked: [[/\b(?:as|set|specified)\b/i, /\b(?:request|asked|requested)\b/i], [/(?:リクエスト|要求)(?:で|に)指定/]],
} as const satisfies Record<string, readonly Words[]>;
