// What documents say of things that others hold back: they cannot be removed as long as there are those.
import type { Words } from './words.js';

export const HOLDS = {
  /** "A zone that still has permits can't be deleted", "409 while it has open loans": `kind` is what it must not have. */
  notWhileIn: [
    [
      /\b(?:with|has|have|contains?|holds?) (?<kind>[a-z-]{2,30}(?: [a-z-]{2,30})?) (?:can(?:not| not|['’]?t)|may not|must not) be (?:deleted|removed)\b/i,
    ],
    // "An item that is part of an order can't be deleted."
    [
      /\b(?:part of|contained in|included in|listed in|named in|assigned to|linked to|attached to|on|in) (?:an? |any |some |one or more )(?<kind>[a-z-]{2,30}(?: [a-z-]{2,30})?) (?:can(?:not| not|['’]?t)|may not|must not) be (?:deleted|removed)\b/i,
    ],
    // "You can't delete a hall that still has bookings", "only possible if there are no bookings".
    [
      /\b(?:can(?:not| not|['’]?t)|may not|must not|not possible to) (?:be )?(?:deleted?|removed?)\b[^.;]{0,60}?\b(?:with|has|have|contains?|holds?|there (?:are|is)|used by|referenced by|referred to by|assigned to) (?:an? |any )?(?<kind>[a-z-]{2,30}(?: [a-z-]{2,30})?)/i,
    ],
    [
      /\b(?:used|referenced|referred to|needed|occupied) by (?:an? |any )?(?<kind>[a-z-]{2,30}(?: [a-z-]{2,30})?) (?:can(?:not| not|['’]?t)|may not|must not) be (?:deleted|removed)\b/i,
    ],
    [
      /\b409\b/,
      /\b(?:while|if|when|as long as)\b/i,
      /\b(?:has|have|contains?|holds?|there (?:are|is)|(?:used|referenced|referred to|needed|occupied) by) (?<kind>[a-z-]{2,30}(?: [a-z-]{2,30})?)/i,
    ],
    [
      /\b409\b/,
      /\b(?:while|if|when|as long as) (?<kind>(?:[a-z-]{2,30} )?[a-z-]{2,30}) (?:still )?(?:use|refer to|belong to|depend on|exist|remain|are (?:left|in|linked|attached|assigned))\b/i,
    ],
    [
      /\b(?:while|if|when|as long as) (?<kind>(?:[a-z-]{2,30} )?[a-z-]{2,30}) (?:still )?(?:use|refer to|belong to|depend on|exist|remain|are (?:left|in|linked|attached|assigned))\b/i,
      /\b409\b/,
    ],
    [
      /\b(?:while|if|when|as long as)\b/i,
      /\b(?:has|have|contains?|holds?|there (?:are|is)|(?:used|referenced|referred to|needed|occupied) by) (?<kind>[a-z-]{2,30}(?: [a-z-]{2,30})?)/i,
      /\b409\b/,
    ],
    [
      /\bonly (?<subject>[a-z-]{2,30}) (?:without|with no) (?:any )?(?<kind>[a-z-]{2,30}(?: [a-z-]{2,30})?) (?:can|may) be (?:deleted|removed)\b/i,
    ],
    [
      /\b(?:can|may) only be (?:deleted|removed) (?:if|when|while|once|as long as) (?:it|they|there) (?:has|have|contains?|holds?|are|is) (?:no|no more|not any) (?<kind>[a-z-]{2,30}(?: [a-z-]{2,30})?)/i,
    ],
    [
      /\b(?:mit|hat|enthält) (?<kind>\p{L}{2,30}(?: \p{L}{2,30})?)[^.;]{0,40}? (?:kann|können) nicht (?:gelöscht|entfernt)\b/iu,
    ],
    // "Ein Regal, in dem noch Kisten stehen, kann nicht gelöscht werden."
    [
      /\b(?:in|an|auf|zu|von) (?:dem|der|denen) (?:noch )?(?<kind>\p{L}{2,30}(?: \p{L}{2,30})?)[^.;]{0,40}? (?:kann|können) nicht (?:gelöscht|entfernt)\b/iu,
    ],
    [
      /\b409\b/,
      /\b(?:wenn|falls|solange|sofern)\b/i,
      /\b(?:es|er|sie|noch) (?<kind>(?:noch )?\p{Lu}\p{L}{2,30})(?: \p{L}{2,20})? (?:hat|enthält|gibt|vorhanden|existieren|stehen|liegen|gehören)\b/u,
    ],
    [
      /\b(?:wenn|falls|solange|sofern)\b/i,
      /\b(?:es|er|sie|noch) (?<kind>(?:noch )?\p{Lu}\p{L}{2,30})(?: \p{L}{2,20})? (?:hat|enthält|gibt|vorhanden|existieren|stehen|liegen|gehören)\b/u,
      /\b409\b/,
    ],
    [
      /\b(?:avec|a|contient|comporte)(?: encore| toujours)? (?:des |d['’]autres |une? )?(?<kind>\p{L}{2,30}(?: \p{L}{2,30})?)[^.;]{0,40}? ne (?:peut|peuvent) (?:pas |plus )?être supprimée?s?/iu,
    ],
    [
      /\b409\b/,
      /\b(?:si|s['’]il|s['’]elle|tant que|tant qu['’])/i,
      /(?:\b(?:reste|contient|comporte|existe|a)|y a)(?: encore| toujours)? (?:des |d['’]autres |une? )(?<kind>\p{L}{2,30}(?: \p{L}{2,30})?)/iu,
    ],
    [/(?<kind>[^\s、。がを]{1,20})が(?:ある|残っている|存在する)[^。]{0,30}?(?:削除できない|削除できません)/],
    [
      /(?<kind>[^\s、。がをにの]{1,20})が(?:ある|残っている|残る|存在する|登録されている|紐付いている|紐づいている)(?:場合|とき|間|うち)/,
      /409/,
    ],
    [
      /(?<kind>[^\s、。がをにの]{1,20})(?:から|に|で)(?:参照|使用|利用)されて(?:いる|おり)[^。]{0,30}?(?:削除できない|削除できません|409)/,
    ],
    // Of a refusal alone: "It still has loans (409)", "Dem Regal sind noch Kisten zugeordnet (409)".
    [
      /\b(?:still|yet) (?:has|have|contains?|holds?|(?:in use|used|referenced) by) (?:any |some )?(?<kind>[a-z-]{2,30}(?: [a-z-]{2,30})?)/i,
      /\b409\b/,
    ],
    [
      /\b(?:has|have|contains|holds) (?:still |remaining |existing )?(?<kind>[a-z-]{2,30}(?: [a-z-]{2,30})?) (?:in it|left|assigned|attached)?\W{0,3}409\b/i,
    ],
    [/\bthere are (?:still )?(?<kind>[a-z-]{2,30}(?: [a-z-]{2,30})?) (?:in|on|of|for|with)\b/i, /\b409\b/],
    [/\bnoch (?<kind>(?:\p{Ll}{3,20} )?\p{Lu}[\p{L}-]{2,30})(?!\p{L})/u, /\b409\b/],
    [
      /\b(?:kann|können) nur gelöscht werden\b/i,
      /\bkeine[nr]? (?<kind>(?:\p{Ll}{3,20} )?\p{Lu}[\p{L}-]{2,30})(?!\p{L})/u,
    ],
    [
      /\b(?:a|contient|comporte|reste) (?:encore |toujours )?(?:des |d['’])(?<kind>\p{L}{2,30}(?: \p{L}{2,30})?)/iu,
      /\b409\b/,
    ],
  ],
} as const satisfies Record<string, readonly Words[]>;
