// A phrase of each sentence about who may do what, in each language that has words for it.
import type { Phrases } from './phrases.js';

export const ACCESS: Phrases = [
  ['onlyTogether', 'Only read together with client_id', 'client_idとともに送信された場合にのみ参照する'],
  [
    'ignoredWith',
    'Ignored when audience is specified.',
    'If audience is sent, this field is ignored.',
    'audienceを指定した場合は無視される。',
    'Wird neben audience ignoriert.',
    'Ignoré avec audience.',
  ],
  ['noJson', 'JSON is not accepted', 'JSON形式は受け付けない'],
  [
    'onlyWithoutToken',
    'Only read when no Authorization header is sent',
    'Valid only if no Authorization header specified',
    'Authorizationヘッダを送信しない場合にのみ参照する',
  ],
  ['onlySome', 'Only unit users are permitted', 'ユニットユーザのみ実行可能'],
  ['authenticationFails', 'Authentication always fails.', 'It can not be authenticated.', '認証は失敗する。'],
  ['fromAddress', 'Addresses from which it may come', 'ログインを許可するアドレス'],
  ['authenticates', 'How the account is authenticated', '認証の方式'],
  ['loginBefore', 'Time of the login before this one', '前回認証日時'],
  ['canBeNull', 'null where there was none', '前回がない場合はnull'],
  ['failedSince', 'Failed logins since then', '前回の認証以降に失敗した回数'],
  ['failed', 'Failed logins', '失敗した回数'],
  [
    'keepsPassword',
    'The password is only changed when the header is there',
    'パスワードはヘッダがある場合にのみ変更する',
  ],
  ['asAsked', 'Seconds, as the request asked', 'リクエストで指定した秒数'],
];
