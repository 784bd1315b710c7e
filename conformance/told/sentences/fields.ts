// What documents say of when a field is needed, and when it may be changed.
import type { Words } from './words.js';

export const FIELDS = {
  /** "Required when `status` is `rejected`." */
  neededWhen: [
    [
      /\b(?:required|mandatory|must be (?:given|set|sent|present))\b[^.;]{0,12}\b(?:when|if|where)\b (?:the )?(?<other>\w{1,40}) (?:is|=|equals) (?:set to )?(?<value>[\w-]{1,40})\b/i,
    ],
    [/(?<other>\w{1,40}) ?(?:が|は|=) ?(?<value>[\w-]{1,40}) ?(?:の|である)?(?:場合|とき|時)[^。]{0,6}必須/],
    [
      /\b(?:erforderlich|Pflicht(?:feld)?|nötig|anzugeben)\b[^.;]{0,6}\b(?:wenn|falls)\b (?:der |die |das )?(?<other>\w{1,40}) (?:gleich )?(?<value>[\w-]{1,40}) ist\b/i,
    ],
    [
      /\b(?:obligatoire|requise?)\b[^.;]{0,6}\b(?:si|lorsque|quand)\b (?:le |la |l')?(?<other>\w{1,40}) (?:est|vaut) (?<value>[\w-]{1,40})\b/i,
    ],
  ],
  /** "`items` can only be changed while the order is a `draft`": of a field. */
  changedOnlyIn: [
    [
      /\b(?:can|may) (?:only be (?:changed|updated|edited|set|modified)|be (?:changed|updated|edited|set|modified) only) (?:while|when|if|as long as) (?:(?:the |its |this |an? )?[a-z-]{2,30} (?:is|has the status) )?(?:still )?(?:an? |in )?(?<state>[a-z_]{3,20})\b/i,
    ],
    [/(?<state>[a-z_]{3,20}) ?(?:状態)?の(?:間|場合|とき)(?:に)?(?:のみ|だけ|に限り)[^。]{0,4}変更(?:でき|可能)/],
    [
      /\b(?:kann|darf|können|dürfen) nur (?:geändert werden|gesetzt werden), (?:solange|wenn) (?:der |die |das )?\p{L}{2,40} (?:noch )?(?:ein )?(?<state>[a-z_]{3,20}) ist\b/iu,
    ],
    [
      /\b(?:ne peut|peut)(?: seulement)? être (?:modifi|chang)ée?s? (?:que )?(?:si|tant que|lorsque) (?:le |la |l')?\p{L}{2,40} est (?:encore )?(?<state>[a-z_]{3,20})\b/iu,
    ],
  ],
} as const satisfies Record<string, readonly Words[]>;
