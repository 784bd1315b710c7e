// A phrase of each sentence about headers, in each language that has words for it.
import type { Phrases } from './phrases.js';

export const HEADERS: Phrases = [
  [
    'onceEach',
    'Send the header once for each header to be replaced.',
    'For several headers specify several of it.',
    'Specify several of it to replace multiple headers.',
    '置き換えるヘッダの数だけ送信する',
    '複数のヘッダを置き換える場合は複数指定する。',
  ],
  ['nameAndValue', '{HeaderName}:{Value}', '{ヘッダ名}:{値}'],
  ['forPost', 'Only a POST request may carry it.', 'POSTリクエストでのみ指定できる'],
  [
    'anyContentType',
    'A body is read as JSON whatever Content-Type says.',
    'Content-Typeヘッダの値にかかわらず、ボディをJSONとして解釈する',
  ],
  [
    'treatsContentType',
    'Always treats Content-Type as application/json',
    'Content-Typeは全てapplication/jsonとして扱う',
  ],
  [
    'ignoresAccept',
    'The Accept header does not change the answer',
    'Accept in the request header is ignored',
    'Acceptヘッダの値によってレスポンスは変わらない',
    'リクエストヘッダのAcceptは無視される',
  ],
  ['ignoresFormat', 'The $format query option is ignored', '$formatクエリを指定してもレスポンスは変わらない'],
  [
    'perhapsUnchanged',
    'With If-None-Match the answer may be 304.',
    '304を返すことがある。',
    'Die Antwort kann 304 sein.',
    'La réponse peut être 304.',
  ],
  [
    'replays',
    'A second request with the same key returns the loan of the first one.',
    'A request that comes again gets the same response.',
    'Within a day the first answer is returned again.',
    '同じキーのリクエストには最初の応答を返す。',
    'Mit demselben Schlüssel kommt die erste Antwort noch einmal.',
    'La première réponse est renvoyée.',
  ],
  [
    'keyIsOfOne',
    'The same key with another body gives 422.',
    '409 if the key was used for a different request.',
    '同じキーで異なる本文を送ると422を返す。',
    'Derselbe Schlüssel mit anderem Inhalt ergibt 422.',
    'La même clé avec un autre corps donne 422.',
  ],
  [
    'oneType',
    'The body is not `application/json`.',
    'We only take `application/json`.',
    'ボディが application/json 以外である。',
    'Der Rumpf ist nicht application/json.',
    "Le corps n'est pas de type application/json.",
  ],
];
