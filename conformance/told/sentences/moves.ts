// What documents say of moves from one state to another, and of all that they do not name.
import type { Words } from './words.js';

export const MOVES = {
  /** "Any other change is answered with 409", "Invalid transition": of moves between states that nothing draws. */
  otherMoves: [
    [/\b(?:invalid|illegal|forbidden|disallowed) (?:status |state )?(?:transitions?|changes?|moves?)\b/i],
    [
      /\b(?:any other|every other|all other|other) (?:status |state )?(?:transitions?|changes?|moves?)\b/i,
      /\b(?:4\d\d|not|no|refused|rejected|fails?|errors?|invalid|forbidden|impossible)\b/i,
    ],
    [/\b4\d\d\b/, /\b(?:any other|every other|all other|other) (?:status |state )?(?:transitions?|changes?|moves?)\b/i],
    [
      /\b(?:transition|status change|state change|change of (?:state|status))s?\b/i,
      /\b(?:not (?:allowed|possible|permitted|valid)|invalid|impossible)\b/i,
    ],
    [/(?:それ以外|その他|これ以外|不正|無効)[^。]{0,12}遷移/],
    [/(?:遷移|状態の?変更|ステータスの?変更)[^。]{0,12}(?:できない|できません|許可され|エラー|4\d\d)/],
    [/\b(?:ungültige[nrs]?|unzulässige[nrs]?) \p{L}{0,12}(?:übergänge?|wechsel)\b/iu],
    [
      /\b(?:andere[nrs]?|ungültige[nrs]?|unzulässige[nrs]?) \p{L}{0,12}(?:übergänge?|wechsel|änderung(?:en)?)\b/iu,
      /\b(?:4\d\d|nicht|abgelehnt|Fehler|verboten|unzulässig)\b/i,
    ],
    [/\b(?:transition|changement)s? (?:\p{L}{1,12} )?(?:invalides?|interdite?s?|non autorisée?s?)/iu],
    [
      /\b(?:autres?|toute autre) (?:transitions?|changements? d['’]état|passages?)\b/i,
      /\b(?:4\d\d|refusée?s?|rejetée?s?|erreur|impossibles?|interdite?s?)(?!\p{L})/iu,
    ],
  ],
  /** "Everything else fails with 409": of what stands in front of it. */
  restRefused: [
    [
      /\b(?:anything else|everything else|otherwise|all others|any other)\b/i,
      /\b(?:4\d\d|refused|rejected|fails|error)\b/i,
    ],
    [/(?:それ以外|その他|これ以外)/, /(?:4\d\d|エラー|できない|できません)/],
    [/\b(?:alles andere|sonst|andernfalls)\b/i, /\b(?:4\d\d|abgelehnt|Fehler)\b/i],
    [/\b(?:tout le reste|sinon)\b/i, /\b4\d\d\b|\brefusé/i],
  ],
  /** "Allowed moves: `new` → `paid`." */
  movesAllowed: [
    [/\b(?:allowed|permitted|possible|valid|legal|supported) (?:status |state )?(?:transitions?|changes?|moves?)\b/i],
    [/\b(?:allowed|permitted|possible|valid) (?:are|is)\b|^\W*(?:allowed|permitted|possible|valid) ?:/i],
    [/\b(?:can|may) only (?:be changed|go|move|change|pass|switch)\b|^\W*only (?:from|these|in this order)\b/i],
    [/(?:許可され(?:る|た)|可能な|許される)[^。]{0,6}(?:遷移|変更)|のみ(?:遷移|変更)/],
    [/\b(?:erlaubte?|zulässige?|mögliche?) (?:sind|ist|\p{L}{0,12}übergänge|\p{L}{0,12}wechsel)\b|^\W*nur von\b/iu],
    [/\b(?:seules?|uniquement)\b[^.]{0,20}\b(?:transitions?|de)\b|\btransitions? (?:autorisée|possible|permise)s?/i],
  ],
  /** "`new` → `paid` once the money is there": only then. */
  movesThen: [
    [/\b(?:if|unless|while|when|once|after|only for|only by|with an?|requires?|needs?)\b/i],
    [/(?:場合|とき|後|のみが|必要)/],
    [/\b(?:wenn|falls|sobald|nachdem|solange|nur für|benötigt)\b/i],
    [/\b(?:si|lorsque|quand|dès que|après|nécessite)(?!\p{L})/iu],
  ],
} as const satisfies Record<string, readonly Words[]>;
