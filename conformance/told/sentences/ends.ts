// What documents say of things that were deleted and are there all the same.
import type { Words } from './words.js';

export const ENDS = {
  /** Of a read: "If the customer has been deleted, returns `{ "deleted": true }`." */
  showsDeleted: [
    [
      /^(?!.*(?:\b(?:40[34]|410|errors?|fails?|only|admin\w{0,10}|include\w{0,10})\b|\w=))/i,
      /\b(?:deleted|removed)\b/i,
      /\b(?:returns?|returned|answers?|answered|shows?|shown|get|includ(?:es?|ing)|carr(?:y|ies)|ha(?:s|ve))\b/i,
      /\b(?:deleted|removed)\b\W{0,5}(?:[\w']{2,12} ){0,5}\W{0,3}true\b/i,
    ],
    [
      /^(?!.*(?:\b(?:40[34]|410|errors?|fails?|only|admin\w{0,10}|include\w{0,10})\b|\w=))/i,
      /\b(?:returns?|returned|answers?|answered|shows?|shown|get|includ(?:es?|ing)|carr(?:y|ies)|ha(?:s|ve))\b/i,
      /\b(?:deleted|removed)\b\W{0,5}(?:[\w']{2,12} ){0,5}\W{0,3}true\b/i,
      /\b(?:deleted|removed|deletion)\b/i,
    ],
    [
      /^(?!.*(?:40[34]|410|エラー|のみ|\w=))/,
      /削除/,
      /\b(?:deleted|removed)\b\W{0,5}(?:が|は|を)? ?\W{0,3}true/,
      /返|含/,
    ],
    [
      /^(?!.*(?:\b(?:40[34]|410|nur|Fehler|Admin\w{0,10})\b|\w=))/i,
      /\b(?:gelöscht|entfernt)/i,
      /\b(?:deleted|removed)\b\W{0,5}(?:ist |auf |gleich ){0,2}\W{0,3}true\b/i,
    ],
    [
      /^(?!.*(?:\b(?:40[34]|410|seulement|uniquement|erreur)\b|\w=))/i,
      /(?:supprimé|effacé)/i,
      /\b(?:deleted|removed)\b\W{0,5}(?:vaut |est |à ){0,2}\W{0,3}true\b/i,
    ],
  ],
  /** "A deleted note can still be read by its id", "deleted notes are returned as well": whoever asks, and for nothing more. */
  readAfterwards: [
    [
      /^(?!.*(?:\b(?:if|when|unless|only|admin\w{0,10}|include\w{0,10})\b|\w=))/i,
      /\b(?:can|may|is|are|will) still (?:be )?(?:read|retrieved|fetched|accessed|returned|viewed|loaded|readable|retrievable|accessible)\b/i,
    ],
    [
      /^(?!.*(?:\b(?:if|when|unless|only|admin\w{0,10}|include\w{0,10})\b|\w=))/i,
      /\b(?:remains?|stays?) (?:readable|retrievable|accessible)\b/i,
    ],
    [
      /^(?!.*(?:\b(?:if|when|unless|only|admin\w{0,10}|include\w{0,10})\b|\w=))/i,
      /\b(?:deleted|removed|trashed) [\w-]{2,30} (?:is|are|can be) (?:also )?(?:returned|read|retrieved|found|fetched)(?: here)?,? (?:as well|too|by its|with)\b/i,
    ],
    [/^(?!.*(?:のみ|だけ|\w=))/, /削除/, /(?:引き続き|ID ?で|も)[^。]{0,10}(?:取得|参照|閲覧)(?:でき|可能)/],
    [
      /^(?!.*(?:\b(?:wenn|falls|nur|Admin\w{0,10})\b|\w=))/i,
      /\b(?:weiterhin|immer noch|(?:kann|können) noch)\b[^.;]{0,40}\b(?:gelesen|abgerufen|abrufbar|lesbar)\b/i,
    ],
    [
      /^(?!.*(?:\b(?:si|lorsque|quand|seulement|uniquement|admin\w{0,10})\b|\w=))/i,
      /\b(?:reste(?:nt)? (?:lisibles?|consultables?|accessibles?)|(?:peut|peuvent) (?:toujours|encore) être (?:lu|consulté|récupéré)e?s?)(?!\p{L})/iu,
    ],
  ],
  /** "Deleting it again returns 410", "410 if it is deleted already". */
  deletedAgain: [
    [
      /\bdelet(?:e|ing) (?:\S{1,30} ){0,4}?(?:again|twice|a second time|that (?:is|was) (?:already deleted|deleted (?:already|before)))\b[^.;]{0,40}?\b(?<status>[24]\d\d)\b/i,
    ],
    [/\bsecond delete\b[^.;]{0,40}?\b(?<status>[24]\d\d)\b/i],
    [
      /\b(?<status>[24]\d\d)\b[^.;]{0,30}\b(?:already deleted|deleted (?:already|before)|(?:is|was|has been) deleted before)\b/i,
    ],
    [/(?:再度|もう一度|すでに|既に)[^。]{0,12}削除[^。]{0,20}?(?<status>[24]\d\d)/],
    [/削除済み[^。]{0,10}(?:再度|もう一度)?削除[^。]{0,16}?(?<status>[24]\d\d)/],
    [/\b(?:erneutes?|nochmaliges|zweites) Löschen\b[^.;]{0,40}?\b(?<status>[24]\d\d)\b/i],
    [/\b(?:nouvelle|seconde|deuxième) suppression\b[^.;]{0,40}?\b(?<status>[24]\d\d)\b/i],
    [/\bsupprimer (?:\S{1,20} ){0,3}?(?:à|de) nouveau\b[^.;]{0,40}?\b(?<status>[24]\d\d)\b/i],
  ],
  /** "It isn't listed any more", "it disappears from lists": of what was deleted. */
  leavesLists: [
    [
      /(?:\b(?:no longer|not|never)|n['’]t)(?: be)? (?:listed|shown in (?:any |the )?lists?|part of (?:the |any )?lists?)\b/i,
    ],
    [
      /\b(?:disappears?|vanish(?:es)?|is (?:hidden|gone|left out)) (?:from|of|in) (?:the |all )?(?:\w{1,20} )?lists?\b/i,
    ],
    [/一覧(?:に|から|には)[^。]{0,8}(?:表示され(?:ない|ません|なくな)|含まれ(?:ない|ません|なくな)|除外|消え)/],
    [/\b(?:nicht mehr (?:auf)?gelistet|nicht mehr in (?:der|den) Listen?|aus (?:der|den|allen) Listen?)\b/i],
    [/\bn['’](?:est|apparaît) plus (?:listée?|dans (?:la|les|aucune) listes?)(?!\p{L})/iu],
  ],
  /** "Deleted customers aren't listed": of a list. */
  listsNoDeleted: [
    [
      /\b(?:deleted|removed|trashed) [\w-]{2,30} (?:(?:are|is) (?:not|never)|(?:are|is)n['’]t) (?:listed|shown|returned|included|contained|part of it)\b/i,
    ],
    [/\b(?:without|except|excluding|leaves out|omits) (?:the |all )?(?:deleted|removed|trashed)\b/i],
    [
      /削除(?:済み|された|した)[^。]{0,20}(?:含まれ(?:ない|ません)|含み?ませ?ん|含まない|除く|除外|表示され(?:ない|ません))/,
    ],
    [/\bgelöschte\w? \p{L}{2,40} (?:sind nicht (?:enthalten|dabei)|werden nicht|fehlen)/iu],
    [/\b(?:ohne|außer) gelöschte/i],
    [/\bsupprimée?s? (?:ne sont pas|n['’]apparaissent pas|sont exclue?s)/i],
  ],
} as const satisfies Record<string, readonly Words[]>;
