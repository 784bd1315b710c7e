// A phrase says what it is meant to, in each language, and not what others mean.
import { describe, expect, it } from 'vitest';
import { SENTENCES, type Sentence } from './sentences.js';
import { isTitled } from './titled.js';
import { says, toldBy, whatSays } from './told.js';

const SAID: [Sentence, ...string[]][] = [
  [
    'noInteger',
    'A value that is no integer of the range is answered with 400.',
    'Anything other than an integer gives 400.',
    '範囲内の整数でない値には400を返す。',
    '整数値以外の値には「400」を返す。',
  ],
  [
    'caseIsNothing',
    'Upper and lower case count as the same.',
    'The search is case-insensitive.',
    'Ignores case.',
    '大文字と小文字は区別しない。',
    'Groß- und Kleinschreibung spielt keine Rolle.',
    'La casse est ignorée.',
    '大文字と小文字は区別しません。',
    'Capital and small letters are not distinguished.',
    'Does not distinguish capitals from small letters.',
    '大文字・小文字の区別は行わない。',
  ],
  [
    'passedOver',
    'A property that the entities do not have is passed over.',
    'A property that does not exist: ignore it.',
    'エンティティにないプロパティは無視される。',
  ],
  [
    'anyValue',
    'Entities that have the words in any of their values.',
    'All values are searched.',
    'いずれかの値に語を含むもの。',
    '全ての値が検索される。',
  ],
  [
    'noNavigation',
    'A name that is no navigation property is answered with 400.',
    'A NavigationProperty that does not exist gives 400.',
    '存在しないNavigationPropertyには400を返す。',
    'ナビゲーションプロパティでない名前には400を返す。',
  ],
  [
    'navigationsOfList',
    'A list takes up to 2 navigation properties.',
    'Up to 2 navigation properties in a list.',
    '一覧ではナビゲーションプロパティを2件まで指定できる。',
    'Eine Liste nimmt bis zu 2 Navigationseigenschaften.',
    "Une liste prend jusqu'à 2 propriétés de navigation.",
  ],
  [
    'navigationsOfOne',
    'A single entity takes up to 10 navigation properties.',
    'Up to 10 navigation properties where one is read.',
    '一件の取得ではナビゲーションプロパティを10件まで指定できる。',
    'Eine einzelne Entität nimmt bis zu 10 Navigationseigenschaften.',
    "Une seule entité prend jusqu'à 10 propriétés de navigation.",
  ],
  [
    'tooManyNavigations',
    'More navigation properties are answered with 400.',
    'ナビゲーションプロパティの数が超えた場合は400を返す。',
    'Mehr Navigationseigenschaften ergeben 400.',
    'Plus de propriétés de navigation : 400.',
  ],
  [
    'relatedOfList',
    'A list shows up to 100 related entities in each.',
    '一覧での展開は最大100件とする。',
    'Eine Liste zeigt bis zu 100 zugehörige Entitäten.',
    "Une liste montre jusqu'à 100 entités liées.",
  ],
  [
    'relatedOfOne',
    'A single entity shows up to 10000 related entities.',
    '一件の取得での展開は最大10000件とする。',
    'Eine einzelne Entität zeigt bis zu 10000 zugehörige Entitäten.',
    "Une seule entité montre jusqu'à 10000 éléments liés.",
  ],
  ['newestFirst', 'The newest ones first.', '新しい順に返す。', 'Die neuesten zuerst.', "Les plus récentes d'abord."],
  ['oldestFirst', 'Oldest first.', '古い順に返す。', 'Die ältesten zuerst.', "Les plus anciens d'abord."],
  ['orderedBy', 'Sorted by name', 'nameの昇順で返す。', 'Nach name sortiert', 'Triées par name'],
  ['downwards', 'In descending order', '降順で返す。', 'Absteigend', 'Par ordre décroissant'],
  ['notSo', 'In no particular order', '順序は保証されない。', 'In keiner Reihenfolge', 'Dans aucun ordre'],
  ['always', 'The id is always there.', 'idは常に含まれる。', 'idは必ず返却する。'],
  [
    'ownerOfUrl',
    'The tag belongs to the folder of the request URL, whatever _Folder.Name the body holds.',
    'リクエストボディの_Folder.Nameの値にかかわらず、リクエストURLのFolderに所属させる',
    'Where _Folder.Name in the request URL differs from that of the body, _Folder.Name in the request body is ignored.',
    'リクエストURLの_Folder.Nameと異なる場合、リクエストボディの_Folder.Nameは無視する。',
  ],
  [
    'sameOwner',
    'A tag belongs to the folder of the request URL; the request body has to name the same one.',
    'TagはリクエストURLのFolderに所属する。リクエストボディにも同じFolderを指定する',
    'Das Etikett gehört zum Ordner der URL; der Body muss denselben nennen.',
    "L'étiquette va au dossier de l'URL; le corps doit nommer le même.",
  ],
  [
    'leavesOwner',
    'A tag that belongs to a folder leaves it for the new one.',
    'すでにFolderに所属するTagは、新しいFolderへ移る',
  ],
  [
    'freeOnly',
    'Only a tag that belongs to no folder can be linked with one.',
    '紐付けられるのは、どのFolderにも所属しないTagに限る。',
    'Only if _Folder.Name is null can it be associated with a folder.',
    '_Folder.Nameがnullの場合のみFolderに紐付けることができる。',
  ],
  [
    'nameTaken',
    'When another one has the same name there, the answer is 409.',
    '同じ名前のものがすでにある場合は409を返す。',
  ],
  [
    'notMade',
    'The link is part of the key of the tag: it can be listed, but not made as a link.',
    '紐付けはTagのキーの一部であり、一覧の取得はできるが、登録はできない',
  ],
  ['linksGo', 'Its links with roles and boxes go with it.', 'RoleおよびBoxとの紐付けは同時に失われる。'],
  ['mustExist', 'The folder must exist.', 'Folderは登録済みであること'],
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
  ['onlyTogether', 'Only read together with client_id', 'client_idとともに送信された場合にのみ参照する'],
  ['noJson', 'JSON is not accepted', 'JSON形式は受け付けない'],
  [
    'onlyWithoutToken',
    'Only read when no Authorization header is sent',
    'Valid only if no Authorization header specified',
    'Authorizationヘッダを送信しない場合にのみ参照する',
  ],
  [
    'perhapsUnchanged',
    'With If-None-Match the answer may be 304.',
    '304を返すことがある。',
    'Die Antwort kann 304 sein.',
    'La réponse peut être 304.',
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
  [
    'keepsRest',
    'Only the fields that are sent are changed.',
    'Send only what should change.',
    'Omitted fields keep their values.',
    'Fields that are not in it keep their values.',
    '送信した項目のみを変更する。',
    '省略した項目は変更されない。',
    'Nur die gesendeten Felder werden geändert.',
    'Ausgelassene Felder behalten ihren Wert.',
    'Seuls les champs envoyés sont modifiés.',
    'Les champs omis sont conservés.',
  ],
  [
    'alone',
    'No two folders share a colour.',
    "Two folders can't have the same colour.",
    'Unique',
    'Cell内で一意',
    '同じCell内で重複不可',
    'Eindeutig',
  ],
  ['again', 'It is published already.', 'すでに公開されている。', 'Ist bereits offen.', 'Déjà publié.'],
  [
    'another',
    'There is one of the same name.',
    '同じ名前のものがある。',
    'Der Name ist vergeben.',
    'Le même nom existe.',
  ],
  ['passing', 'Another request is running.', '処理中である。', 'Ein Vorgang läuft noch.', 'Une requête est en cours.'],
  [
    'kept',
    'While tags belong to it, it is kept and the answer is 409.',
    'If it is associated with tags, the delete operation returns 409.',
    'Tagが所属している間は削除せず、409を返す。',
    'Tagが紐付いている場合、削除は409を返す。',
  ],
  [
    'notWhileIn',
    "A berth with boats can't be removed.",
    'A berth that still has boats cannot be deleted.',
    'Fails with 409 if it has boats.',
    'Ein Liegeplatz mit Booten kann nicht gelöscht werden.',
    'Un poste avec des bateaux ne peut pas être supprimé.',
    '船がある係留場所は削除できない。',
  ],
  ['unless', 'It is kept, unless the header asks for all.'],
  [
    'goesAlong',
    'Its tags are deleted, too.',
    'Deletes the folder with its tags.',
    'フォルダーとそのすべてのタグを削除します。',
    'タグも同時に削除されます。',
    'Löscht den Ordner mit allen Einträgen.',
    'Seine Einträge werden ebenfalls gelöscht.',
    'Supprime le dossier et toutes ses étiquettes.',
    'Ses étiquettes sont également supprimées.',
  ],
  [
    'unsure',
    'Tags may be deleted later.',
    '後で削除されます。',
    'Wird nur bei Bedarf gelöscht.',
    'Supprimé plus tard.',
  ],
  [
    'goneForGood',
    'It is no longer found.',
    'It is not listed any more.',
    '完全に削除する。',
    'Wird endgültig gelöscht.',
    'Supprime définitivement.',
  ],
  ['replaces', 'Replaces the tag.', 'タグを置き換える。', 'Ersetzt den Eintrag.', "Remplace l'étiquette."],
  [
    'staysAsMade',
    "The kind can't be changed.",
    'kindは変更できない。',
    'Die Art ist unveränderlich.',
    'Le type ne peut pas être modifié.',
  ],
  [
    'onlyThen',
    'While it is at sea',
    '航海中の場合',
    'Solange es fährt, wenn auch langsam',
    'Tant que le bateau est en mer',
  ],
  [
    'madeWith',
    'For a tag that was created with `kept=false`.',
    '`kept=false` で作成されたもの。',
    'Wird mit `kept=false` angelegt.',
    'Une étiquette créée avec `kept=false`.',
  ],
  ['madeAt', 'Time of creation', '作成日時', 'Erstellungsdatum', 'Date de création'],
  ['changedAt', 'Time of the last change', '更新日時', 'Änderungsdatum', 'Date de la dernière modification'],
  [
    'keptInLetters',
    'Stored in lower case.',
    '小文字に変換されます。',
    'Wird in Kleinbuchstaben umgewandelt.',
    'Il est converti en minuscules.',
  ],
  [
    'dependsOn',
    'Required for `MX`',
    '`MX`の場合は必須',
    'Für `MX` nötig',
    'Obligatoire pour `MX`',
    '`MX` では必須です。',
  ],
  ['ofTime', 'Those after this date', 'この日時より後', 'Zeitpunkt der Änderung', 'Date de la modification'],
  ['holdsKey', 'The id of a tag', 'Tagの識別子', 'Kennung des Tags', 'Identifiant du tag'],
  ['ofBody', 'The body is wrong', 'ボディが不正', 'Der Anfragetext ist falsch', 'Le corps est invalide'],
  [
    'notIn',
    'A tag that is not shut.',
    '`shut` でないタグ',
    'Ein Tag, der nicht `shut` ist',
    'Une étiquette qui n’est pas `shut`',
  ],
  ['asksForFalse', 'Shown (`true`) or not (`false`)'],
  ['asksAlone', 'Only those', '表示中のもののみ', 'Nur solche', 'Uniquement celles-ci'],
  ['asksForAll', 'All of them', 'すべて', 'Alle', 'Toutes'],
  ['ofPage', 'Number on this page', 'このページの件数', 'Anzahl auf der Seite', 'Nombre dans la réponse'],
  ['ofOptions', 'A parameter is wrong', 'クエリが不正', 'Ein Wert ist falsch', 'Un paramètre est invalide'],
];

it('has a phrase for each', () => {
  expect(SAID.map(([what]) => what).sort()).toEqual(Object.keys(SENTENCES).sort());
});

describe.each(SAID)('%s', (what, ...phrases) => {
  it.each(phrases)('%s', (phrase) => {
    expect(says(`Something else. ${phrase} And more.`, what)).toBe(true);
  });
  it('is not said by a text without its words, nor by none', () => {
    expect(says('Colour of the bicycle, in letters.', what)).toBe(false);
    expect(says(undefined, what)).toBe(false);
  });
});

it('tells what a sentence is about', () => {
  expect(
    toldBy('Belongs to the box of the request URL, whatever _Box.Name the request body holds', 'ownerOfUrl'),
  ).toEqual({
    property: '_Box.Name',
  });
  expect(toldBy('RoleおよびBoxとの紐付けは同時に失われる。', 'linksGo')).toEqual({ kinds: 'RoleおよびBox' });
  expect(toldBy('Nothing.', 'linksGo')).toEqual({});
  expect(whatSays('One. The id is always there. Two.', 'always')).toBe('The id is always there.');
});

it.each([
  ['Löscht die Zone mit allen Einträgen.', 'goesAlong', { kind: 'Einträgen' }],
  ['Supprime la zone et tous ses enregistrements.', 'goesAlong', { kind: 'enregistrements' }],
  ['ゾーンとそのすべてのレコードを削除します。', 'goesAlong', { kind: 'レコード' }],
  ['`active` でないゾーンには `409 Conflict` を返します。', 'notIn', { subject: 'ゾーン', wanted: 'active' }],
  ['Une zone qui n’est pas active reçoit 409.', 'notIn', { subject: 'zone', wanted: 'active' }],
  ['Eine Zone, die nicht `active` ist', 'notIn', { subject: 'Zone', wanted: 'active' }],
] as const)('%s is about what it is about', (text, what, groups) => {
  expect(toldBy(text, what)).toEqual(groups);
});

it.each([
  ['Eintrag anlegen', 'Einträgen', true],
  ['Créer un enregistrement', 'enregistrements', true],
  ['レコードを作成する', 'レコード', true],
  ['Create a user group', 'users', false],
  ['Zone anlegen', 'Einträgen', false],
  ['ゾーンを作成する', 'レコード', false],
  [undefined, 'Einträgen', false],
  ['Zone anlegen', '', false],
])('%s is a title about %s: %s', (title, word, is) => {
  expect(isTitled(title, word)).toBe(is);
});

it('does not put together what stands in two sentences', () => {
  expect(says('While tags belong to it, it is kept. Otherwise the answer is 409.', 'kept')).toBe(false);
  expect(says('No two are alike.\nThey share a colour.', 'alone')).toBe(false);
});

it('does not hang on texts that repeat its words', () => {
  const repeated = ['only belongs to no linked ', `${'links with a, '.repeat(140)}.`, '登録済み、', 'links with '];
  for (const what of Object.keys(SENTENCES) as Sentence[])
    for (const words of repeated)
      expect(typeof says(words.repeat(Math.ceil(100_000 / words.length)), what)).toBe('boolean');
  expect(says('links with '.repeat(180), 'linksGo')).toBe(false);
});
