// A phrase of each sentence about links, in each language that has words for it.
import type { Phrases } from './phrases.js';

export const LINKS: Phrases = [
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
  [
    'mustExist',
    'The folder must exist.',
    'The id of an existing folder.',
    'Folderは登録済みであること',
    'フォルダは存在する必要がある。',
    'Der Ordner muss existieren.',
    'Le dossier doit exister.',
  ],
  [
    'isMissing',
    "A `folder_id` that doesn't exist is answered with 422.",
    'The folder must exist, otherwise 422.',
    'Ein Ordner, der nicht existiert, ergibt 422.',
    "Un dossier qui n'existe pas donne 422.",
    '存在しないフォルダには422を返す。',
  ],
];
