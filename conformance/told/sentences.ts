// What documents promise in sentences, for which tables have no place: each with its words, in the order in which they stand in
// one sentence, in every language that has been met. What nobody says in these words is not promised.

/** Words in their order; names of groups are what a sentence says of whom or what. */
export type Words = readonly RegExp[];

export const SENTENCES = {
  // Lists and their options.
  /** "A value that is no integer of the range is answered with 400." */
  noInteger: [
    [/\b(?:is|are) (?:no|not an?) (?:integer|number)s?\b/i, /\b400\b/],
    [/(?:整数|数値)(?:で|では)(?:ない|ありません)/, /400/],
  ],
  /** "Upper and lower case count as the same." */
  caseIsNothing: [
    [/\bcase[- ]insensitiv/i],
    [/\b(?:upper|lower)[- ]?case\b/i, /\b(?:same|alike|ignored)\b/i],
    [/\bignor\w+ (?:the )?case\b|\bregardless of (?:upper |lower )?case\b/i],
    [/大文字(?:と|、|・|および)?小文字(?:を|は)(?:区別|識別)(?:しない|しません|されない|されません|せず)/],
    [/Groß- und Kleinschreibung/, /\b(?:keine Rolle|nicht unterschieden|ignoriert|egal)\b/i],
    [/\bcasse\b/i, /\b(?:ignorée|indifférente|pas prise en compte|sans importance)/i],
  ],
  /** "A property that the entities do not have is passed over." */
  passedOver: [
    [
      /\bpropert(?:y|ies)\b/i,
      /\b(?:not have|not exist|nonexistent|unknown)\b/i,
      /\b(?:passed over|ignored|skipped)\b/i,
    ],
    [/\b(?:nonexistent|non-existent|unknown) propert(?:y|ies)\b/i, /\b(?:passed over|ignored|skipped)\b/i],
    [/(?:存在しない|にない)プロパティ/, /無視/],
  ],
  /** "… that contain the given words in any of their values" */
  anyValue: [[/\bin any of (?:their|its) values\b/i], [/いずれかの値/, /含む/]],
  /** "The id is always there." */
  always: [[/(?<!\bnot )\balways (?:there|shown|included|present|returned)\b/i], [/常に(?:含まれ|返)/]],

  // Links, and what is made through something else.
  /** "It belongs to the folder of the request URL, whatever _Folder.Name the request body holds." */
  ownerOfUrl: [
    [
      /\bof the (?:request )?URL\b/i,
      /\bwhatever (?<property>[\w.]{1,60}) the (?:request )?body (?:holds|has|says|names)\b/i,
    ],
    [/リクエストボディの(?<property>[\w.]{1,60})の値(?:にかかわらず|に関わらず)/, /リクエストURLの/, /所属/],
  ],
  /** "A tag that belongs to a folder leaves it for the new one." */
  leavesOwner: [
    [/\bleaves (?:it|its \w{1,60}) for the new one\b/i],
    [/すでに/, /所属する/, /新しい\w{1,60}(?:へ|に)移る/],
  ],
  /** "Only a tag that belongs to no folder can be linked with one; otherwise the answer is 409." */
  freeOnly: [
    [/\bonly\b/i, /\bbelongs? to no\b/i, /\blinked\b/i],
    [/紐付けられる/, /どの\w{1,60}にも所属しない/, /限る/],
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
  /** "The box must exist." */
  mustExist: [
    [/\bmust exist\b/i],
    [/\b(?:box|relation|role|account|cell|resource|entity|one)\b/i, /\bregistered with\b/i, /\bregistration API\b/i],
    [/登録済みで(?:あること|なければならない|ある必要)/],
    [/登録APIにて登録済みの/],
  ],

  // Headers.
  /** "Send the header once for each header to be replaced." */
  onceEach: [[/\bonce for each\b/i], [/ヘッダ[ー]?の数だけ送信/]],
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

  // Logging in.
  /** "Only read together with client_id." */
  onlyTogether: [
    [/\bonly (?:read|used) together with (?<other>\w{1,60})\b/i],
    [/(?<other>\w{1,60})と(?:ともに|一緒に)(?:指定|送信)(?:した|された)場合(?:に)?のみ/],
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

  // What may be but once, what goes along, and what stays.
  /** "No two boxes share a schema." */
  alone: [
    [/\bno two\b/i, /\bshare\b/i],
    [/\bunique\b/i],
    [/(?:一意|ユニーク)(?!で(?:は)?な)/],
    [/重複(?:不可|できない|しない|は許可されない)/],
    [/\beindeutig/i],
  ],
  /** "It is published already." */
  again: [
    [/\b(?:already|again|twice)\b/i],
    [/(?:すでに|既に|再度)/],
    [/\b(?:bereits|schon|erneut)\b/i],
    [/\bdéjà|\bde nouveau\b/i],
  ],
  /** "You have a room with this name already." */
  another: [
    [/\balready\b|\bexists?\b|\bsame\b|\btaken\b|\bduplicates?\b|\bonly once\b/i],
    [/(?:すでに|既に|同じ|重複)/],
    [/\b(?:bereits|schon|vergeben|existiert|gleiche[mnrs]?)\b/i],
    [/\bdéjà|\bexiste\b|\bmême\b/i],
  ],
  /** What passes, or is about the request alone. */
  passing: [
    [/\bidempot|\brequests?\b|\bkeys? was\b|\brunning\b|\bprogress\b|\bpending\b|\bprocess/i],
    [/(?:冪等|リクエスト|実行中|処理中|進行中)/],
    [/\b(?:Anfrage|läuft|Vorgang)\b/i],
    [/\brequêtes?\b|\ben cours\b/i],
  ],
  /** "While roles belong to it, it is kept and the answer is 409." */
  kept: [
    [/\b(?:is|are) kept\b/i, /\b409\b/],
    [/所属している間は/, /(?:削除せず|削除されず|削除できない)/, /409/],
  ],
  /** "… unless the X-All header asks for its contents to be removed as well." */
  unless: [[/\bunless\b(?<what>.*)/i]],
  /** "Its payments are deleted, too." */
  goesAlong: [
    [
      /\b(?:its|all(?: its| of its)?|the|their)\s+(?<kind>[a-z][a-z -]{2,40}?)\s+(?:are|is|will be|get)\s+(?:also\s+)?(?:deleted|removed|destroyed)\b/i,
    ],
    // "Deletes the album with its photos."
    [
      /\b(?:deletes|removes) (?:the|an?|one) [\w-]{1,60} (?:and|with|along with|together with) (?:all )?(?:of )?its (?<kind>[a-z][a-z -]{2,40}?)(?=[.;!]|$)/i,
    ],
    [/(?:その|それに(?:含まれる|属する))?(?:すべて|全て|全部)の(?<kind>[^\s、。を「」]{2,30})を(?:削除|破棄)(?!でき)/],
    [/(?<kind>[^\s、。も「」の]{2,30})も(?:同時に|一緒に|あわせて|すべて|全て){0,2}(?:削除|破棄)され/],
    [
      /\blöscht [^.;,]{2,60}? (?:mit|samt|einschließlich|und) (?:allen?|ihren|seinen|deren|dessen) (?:ihren |seinen |zugehörigen )?(?<kind>[\p{L}-]{3,40})/iu,
    ],
    [
      /\b(?:alle )?(?:ihre|seine|deren|dessen|zugehörigen) (?<kind>[\p{L}-]{3,40}) werden (?:ebenfalls |auch |mit)?gelöscht\b/iu,
    ],
    [/\bsupprime [^.;,]{2,60}? (?:et|avec|ainsi que) (?:tous |toutes )?(?:ses|leurs) (?<kind>[\p{L}’'-]{3,40})/iu],
    [/\b(?:ses|leurs) (?<kind>[\p{L}’'-]{3,40}) sont (?:également |aussi )?supprimée?s\b/iu],
  ],
  /** It depends on something. */
  unsure: [
    [/\b(?:if|when|unless|only|may|can|later|eventually|background|asynchron\w{0,10})\b/i],
    [/場合|とき|時は|のみ|だけ|可能|ことがある|ことがあります|後で|非同期|バックグラウンド/],
    [/\b(?:wenn|falls|sofern|außer|nur|kann|können|später|Hintergrund|asynchron\w{0,10})\b/i],
    [/\b(?:si|lorsque|quand|sauf|seulement|uniquement|peut|peuvent|plus tard|arrière-plan|asynchrone)/i],
  ],
  /** "It is no longer found." */
  goneForGood: [
    [/\bno longer (?:be )?(?:found|listed|visible|readable|returned|available)\b/i],
    [/\bnot (?:be )?(?:found|listed|visible|readable|returned|available)\b/i, /\bany ?(?:more|longer)\b/i],
    [/\bpermanently\b/i],
    [/(?:完全に|物理的に)削除/],
    [/\b(?:endgültig|dauerhaft|unwiderruflich)\b/i],
    [/\bdéfinitivement\b/i],
  ],
  /** "The kind of an existing boat can't be changed": `what` is of what it is said. */
  staysAsMade: [
    [
      /(?<what>.*?)(?:\b(?:can(?:no|'|’)t|can not|may not|must not|can never|is not allowed to) be (?:changed|updated|modified|altered|edited)|\b(?:is )?immutable|\bis fixed|\bnever changes|\bwould change|\bmust (?:be the same as|stay as it was|not change))/i,
    ],
    [/(?<what>.*?)(?:変更(?:できない|できません|不可|することはできない)|不変)/],
    [
      /(?<what>.*?)\b(?:unveränderlich|nicht (?:mehr )?änderbar|(?:kann|darf) (?:nachträglich |später )?nicht (?:mehr )?geändert werden|lässt sich nicht (?:mehr )?ändern)/i,
    ],
    [/(?<what>.*?)\b(?:immuable|non modifiable|ne peut (?:pas|plus) être (?:modifi|chang)ée?)/i],
  ],
  /** "… while it is at sea": only then. */
  onlyThen: [
    [/\b(?:if|unless|while|when|by)\b/i],
    [/(?:場合|とき|間は)/],
    [/\b(?:wenn|falls|solange|während|sobald)\b/i],
    [/\b(?:si|lorsque|quand|tant que|pendant)\b/i],
  ],
  /** "A charge that was created with `capture=false`." */
  madeWith: [
    [/\b(?:created|made|added|opened) with `?(?<name>\w{1,60})`?(?: ?[=:] ?| set to )`?(?<value>\w{1,60})/i],
    [/`?(?<name>\w{1,60})`? ?[=:] ?`?(?<value>\w{1,60})`? ?(?:で|を指定して)(?:作成|登録|追加)された/],
    [/\bmit `?(?<name>\w{1,60})`? ?[=:] ?`?(?<value>\w{1,60})`? (?:angelegt|erstellt|erzeugt)/i],
    [/\b(?:créée?s?|ajoutée?s?) avec `?(?<name>\w{1,60})`? ?[=:] ?`?(?<value>\w{1,60})/i],
  ],

  /** "Required for `MX`": what stands behind these words is what it depends on. */
  dependsOn: [
    [/\b(?:for|if|when|where|unless|only|with|is|are|than)\b(?<what>.*)/i],
    [/(?:\b(?:wenn|falls|bei|nur|mit|ist|sind|als)\b|\bfür)(?<what>.*)/i],
    [/\b(?:pour|si|lorsque|quand|seulement|uniquement|avec|est|sont|que)\b(?<what>.*)/i],
    // In Japanese they stand behind it.
    [/(?<what>.*)(?:場合|とき|時|のみ|だけ|に限り|で(?:は|も)(?!な|あ))/],
  ],

  // What a property or an answer is.
  /** "Those after this time." */
  ofTime: [
    [/\b(?:date|time|timestamp)s?\b/i],
    [/(?:日時|時刻|日付)/],
    [/\b(?:Datum|Zeit|Zeitpunkt|Zeitstempel)\b/i],
    [/\b(?:dates?|heures?|horodatages?)\b/i],
  ],
  /** "The id of a customer." */
  holdsKey: [
    [/\b(?:id|identifier|key)\b/i],
    [/ID|識別子|キー/],
    [/\b(?:Kennung|Schlüssel)/i],
    [/\b(?:identifiant|clé)/i],
  ],
  /** "What is sent in the body is not valid." */
  ofBody: [[/\bbody\b/i], [/ボディ/], [/\b(?:Anfragetext|Rumpf)/i], [/\bcorps\b/i]],
  /** "A parameter is wrong", "the value of a header". */
  ofOptions: [
    [/\b(?:quer(?:y|ies)|param(?:eter)?s?|options?|arguments?|values?|headers?|urls?)\b/i],
    [/クエリ|パラメ[ー]?タ|オプション|引数|値|ヘッダ|URL/],
    [/\b(?:Abfrage|Parameter|Optione?n?|Werte?|Kopfzeilen?)\b/i],
    [/\b(?:requêtes?|paramètres?|options?|valeurs?|en-têtes?)\b/i],
  ],
  /** "Time of creation." */
  madeAt: [
    [/\b(?:time|date) of creation\b|\bcreation (?:time|date)\b/i],
    [/(?:作成|登録)(?:日時|日|時刻)/],
    [/\bErstell(?:ungs)?(?:datum|zeit|zeitpunkt)\b|\bZeitpunkt der Erstellung\b/i],
    [/\bdate de création\b/i],
  ],
  /** "Time of the last change." */
  changedAt: [
    [/\b(?:time|date) of the last (?:change|update)\b|\b(?:last )?update (?:time|date)\b/i],
    [/更新(?:日時|日|時刻)/],
    [/Änderungs(?:datum|zeit|zeitpunkt)\b|\bletzten? Änderung\b/i],
    [/\bdate de (?:la dernière )?(?:modification|mise à jour)\b/i],
  ],
  /** "Kept in lower case." */
  keptInLetters: [
    [
      /\b(?:stored?|saved?|kept|converted|changed|turned|transformed|normali[sz]ed|returned)\b/i,
      /\b(?<letters>lower|upper)[ -]?case\b/i,
    ],
    [/(?<letters>[小大])文字(?:に|として|で)(?:変換|統一|保存|保持|正規化)/],
    [
      /\bin (?<letters>Klein|Groß)(?:buchstaben|schreibung) (?:umgewandelt|gespeichert|abgelegt|überführt|zurückgegeben)/i,
    ],
    [/\b(?:convertie?s?|enregistrée?s?|stockée?s?|mise?s?|renvoyée?s?) en (?<letters>minuscules|majuscules)/i],
  ],

  /** "A zone that isn't active": who is not in which state. */
  notIn: [
    [
      /\b(?<subject>\w{1,40})(?: that| which)? (?:is not|are not|isn['’]t|aren['’]t) (?:an? )?[`'"]?(?<wanted>[a-z]{3,20})\b/i,
    ],
    [/[`「]?(?<wanted>[a-z]{3,20})[`」]? ?(?:で|では|状態で|状態に)ない(?<subject>[^\s、。にはをがの]{1,20})/],
    [/\b(?<subject>\p{L}{1,40}), (?:die|der|das) nicht `?(?<wanted>[a-z]{3,20})`? (?:ist|sind)\b/iu],
    [/\bist (?:die|der|das|eine?) (?<subject>\p{L}{1,40}) nicht `?(?<wanted>[a-z]{3,20})\b/iu],
    [/\b(?<subject>\p{L}{1,40}) (?:qui )?n['’]est (?:pas|plus) (?:une? )?`?(?<wanted>[a-z]{3,20})\b/iu],
  ],
  /** "Only records that are served (`true`) or not (`false`)": what false asks for; that the option leaves out others; that it does not. */
  asksForFalse: [[/\bfalse\b|\bor (?:that |those that )?(?:is |are )?not\b|\bonly the others?\b/i]],
  asksAlone: [
    [/\bonly\b|\bfilters?\b/i],
    [/のみ|だけ|絞り込/],
    [/\b(?:nur|ausschließlich)\b/i],
    [/\b(?:uniquement|seulement|seule?s?)\b/i],
  ],
  asksForAll: [
    [/\b(?:all|any|both|every\w*|ignored?|default|include[sd]?|including|also|too)\b/i],
    [/すべて|全て|両方|無視|デフォルト|既定|含め|含む/],
    [/\b(?:alle[nrs]?|jede[rs]?|beide|ignoriert|Standard\w*|auch|einschließlich)\b/i],
    [/\b(?:tous|toutes|chaque|ignorée?|défaut|aussi|également|compris|inclut|inclus)/i],
  ],
  /** "Number of entries on the page": not of all. */
  ofPage: [
    [/\b(?:page|response|answer|returned)\b/i],
    [/ページ|レスポンス|返され|返し/],
    [/\b(?:Seite|Antwort|zurückgegeben\w*)\b/i],
    [/\b(?:réponse|renvoyée?s?)/i],
  ],
} as const satisfies Record<string, readonly Words[]>;

export type Sentence = keyof typeof SENTENCES;

/** What stands between a property and the value that an action leaves in it, and behind that: "Sets status to closed", "whose status is then closed". */
export const LEAVES: readonly (readonly [between: string, behind?: string])[] = [
  ['to'],
  ['back to'],
  ['set to'],
  ['is then'],
  ['is now'],
  ['becomes'],
  ...['は', 'が', 'を'].flatMap((between) =>
    [
      'になる',
      'になります',
      'となる',
      'となります',
      'にする',
      'にします',
      'に変わる',
      'に変わります',
      'に変更',
      'に設定',
      'に更新',
    ].map((behind) => [between, behind] as const),
  ),
  ['auf'],
  ['dann', 'ist'],
  ['ist dann'],
  ['ist danach'],
  ['wird zu'],
  ['à'],
  ['est alors'],
  ['est ensuite'],
  ['devient'],
  ['passe à'],
];
