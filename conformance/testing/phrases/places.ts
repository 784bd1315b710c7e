// A phrase of each sentence about places among others, in each language that has words for it.
import type { Phrases } from './phrases.js';

export const PLACES: Phrases = [
  [
    'reorders',
    'Puts the tags in the given order.',
    'Reorders the tags.',
    'タグを並べ替える。',
    'Bringt die Etiketten in die neue Reihenfolge.',
    "Met les étiquettes dans l'ordre donné.",
  ],
  [
    'makesRoom',
    'The following tags move down by one.',
    'The others make room for it.',
    '以降のタグは一つずつ後ろにずれる。',
    'Die folgenden Etiketten rücken nach hinten.',
    'Les étiquettes suivantes sont décalées.',
  ],
  [
    'addedLast',
    'It is appended to the end.',
    'A new tag is added last.',
    '末尾に追加される。',
    'Es wird am Ende angefügt.',
    'Elle est ajoutée à la fin.',
  ],
  [
    'beginsWith',
    'Place in the list, from 1 on.',
    'Index, 0-based.',
    '0から始まる位置。',
    'Platz in der Liste, ab 1.',
    'Place dans la liste, à partir de 1.',
  ],
];
