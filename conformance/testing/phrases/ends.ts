// A phrase of each sentence about things that were deleted, in each language that has words for it.
import type { Phrases } from './phrases.js';

export const ENDS: Phrases = [
  [
    'readAfterwards',
    'A deleted tag can still be read by its id.',
    'It remains readable.',
    'Deleted tags are returned as well.',
    '削除されたタグも引き続き取得できます。',
    'Ein gelöschtes Etikett kann weiterhin gelesen werden.',
    'Une étiquette supprimée reste lisible.',
  ],
  [
    'showsDeleted',
    'If the tag has been deleted, returns `{"id": "t1", "deleted": true}` instead.',
    "For a deleted tag, a part of it is returned, including a deleted property that's set to true.",
    'Returns the tag with `deleted: true` after its deletion.',
    '削除されたタグは `deleted: true` とともに返される。',
    'Ein gelöschtes Etikett kommt mit `deleted: true`.',
    'Une étiquette supprimée est renvoyée avec `deleted: true`.',
  ],
  [
    'deletedAgain',
    'Deleting it again returns 410.',
    'Deleting a tag that is already deleted is answered with 204, too.',
    'A second delete gives 404.',
    '410 if the tag was deleted before.',
    '再度削除すると410を返す。',
    'Erneutes Löschen ergibt 410.',
    'Une seconde suppression donne 410.',
  ],
  [
    'leavesLists',
    'It’s not listed any more.',
    "It isn't listed.",
    'It disappears from the list.',
    '一覧には表示されません。',
    'Es wird nicht mehr gelistet.',
    "Elle n'apparaît plus dans la liste.",
  ],
  [
    'listsNoDeleted',
    "Deleted tags aren't listed.",
    'All tags, without deleted ones.',
    '削除済みのタグは含まれません。',
    'Gelöschte Etiketten sind nicht enthalten.',
    'Les étiquettes supprimées ne sont pas affichées.',
  ],
];
