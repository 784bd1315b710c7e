// What documents say of links, and of what is made through something else.
import type { Words } from './words.js';

export const LINKS = {
  /** "It belongs to the folder of the request URL, whatever _Folder.Name the request body holds." */
  ownerOfUrl: [
    [
      /\bof the (?:request )?URL\b/i,
      /\bwhatever (?<property>[\w.]{1,60}) the (?:request )?body (?:holds|has|says|names)\b/i,
    ],
    [
      /\b(?:request )?URL\b/i,
      /\bdiffer(?:s|ent)?\b/i,
      /(?<property>\b[\w.]{1,60}) (?:of|in) the (?:request )?body is (?:ignored|passed over)\b/i,
    ],
    [/リクエストURL/, /異なる/, /リクエストボディの(?<property>[\w.]{1,60})は無視/],
    [/リクエストボディの(?<property>[\w.]{1,60})の値(?:にかかわらず|に関わらず)/, /リクエストURLの/, /所属/],
  ],
  /** "The tag belongs to the folder of the request URL; the request body has to name the same one." */
  sameOwner: [
    [/\bbody (?:has to|must) name the same\b/i],
    [/リクエストボディ(?:に|で)も同じ/, /指定/],
    [/\bBody muss (?:denselben|dieselbe|dasselbe)\b/],
    [/\bcorps doit (?:nommer|indiquer) (?:le|la) même\b/i],
  ],
  /** "A tag that belongs to a folder leaves it for the new one." */
  leavesOwner: [
    [/\bleaves (?:it|its \w{1,60}) for the new one\b/i],
    [/すでに/, /所属する/, /新しい\w{1,60}(?:へ|に)移る/],
  ],
  /** "Only a tag that belongs to no folder can be linked with one; otherwise the answer is 409." */
  freeOnly: [
    [/\bonly\b/i, /\bbelongs? to no\b/i, /\blinked\b/i],
    [/\bonly\b/i, /\bnull\b/i, /\b(?:linked|associated)\b/i],
    [/紐付けられる/, /どの\w{1,60}にも所属しない/, /限る/],
    [/null/i, /のみ/, /紐付け/],
  ],
  /** "When another one has the same name there, the answer is 409." */
  nameTaken: [
    [/\banother(?: one)? (?:has|bears) (?:the same name|that name|that key|the same key)\b/i, /\b409\b/],
    [/同じ(?:名前|キー)の(?:もの|\w{1,60})がすでにある/, /409/],
  ],
  /** "… is part of the key of the tag: it can be listed, but not made, changed or removed as a link." */
  notMade: [
    [/\bpart of the key\b/i, /\bcan be listed, but not made\b/i],
    [/キーの一部/, /一覧の取得はできるが/, /登録/, /できない/],
  ],
  /** "Its links with accounts and external cells go with it." */
  linksGo: [
    [/\blinks? with (?<kinds>[^.;]{1,200}?) (?:go|goes|(?:is|are) (?:removed|deleted)) /i],
    [/(?<kinds>\S{1,200}?)との紐付けは(?:同時に|一緒に)?(?:失われる|解除される|削除される)/],
  ],
  /** "A `book_id` that doesn't exist is answered with 422." */
  isMissing: [
    [/\b(?:does not|doesn['’]t|do not|don['’]t) exist\b|\bmust exist\b|\bunknown\b|\bno such\b|\bthere is no\b/i],
    [/\bexistiert nicht\b|\bnicht existier|\bmuss (?:bereits )?existieren\b|\bgibt es nicht\b|\bunbekannt/i],
    [/\bn['’]existe(?:nt)? pas\b|\bdoit exister\b|\binexistante?\b|\binconnue?\b/i],
    [/存在しない|存在する必要|存在しなければ|見つからない/],
  ],
  /** "The box must exist." */
  mustExist: [
    [/\bmust exist\b/i],
    [/\b(?:box|relation|role|account|cell|resource|entity|one)\b/i, /\bregistered with\b/i, /\bregistration API\b/i],
    [/^an existing\b|\b(?:id|key|number|name) of an existing\b/i],
    [/登録済みで(?:あること|なければならない|ある必要)/],
    [/存在(?:する必要|しなければ|するもの)/],
    [/\bmuss (?:bereits )?(?:existieren|vorhanden sein)\b|^eine? (?:bestehende|vorhandene)[nrs]?\b/i],
    [/\bdoit exister\b|\b(?:un|une) \p{L}{2,30} existante?\b/iu],
    [/登録APIにて登録済みの/],
  ],
} as const satisfies Record<string, readonly Words[]>;
