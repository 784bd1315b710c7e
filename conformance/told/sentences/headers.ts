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

  /** "With If-None-Match the answer may be 304." */
  perhapsUnchanged: [
    [/\b(?:may|can|might)\b/i, /\b304\b/],
    [/304/, /(?:場合|こと)がある/],
    [/\bkann\b/i, /\b304\b/],
    [/\bpeut\b/i, /\b304\b/],
  ],
} as const satisfies Record<string, readonly Words[]>;
