// A phrase of each sentence about what is recorded of a thing, in each language that has words for it.
import type { Phrases } from './phrases.js';

export const HISTORIES: Phrases = [
  [
    'recordsChanges',
    'Each change of the status adds an entry to `log`.',
    'Every change of it is recorded in `log`.',
    'One entry for each change of it.',
    'An event each time that it is made or changed.',
    '状態の変更のたびに記録が追加される。',
    'Jede Änderung erzeugt einen Eintrag.',
    'Chaque changement ajoute une entrée.',
  ],
  ['ofState', 'Changes of the status', 'ステータスの変更', 'Ein Wechsel des Status', 'Un changement de statut'],
  [
    'takesFrom',
    'The stock of each product goes down by the quantity of its items.',
    'Reduces the stock of the product by quantity.',
    'stockはquantityだけ減る。',
    'stock des Artikels sinkt um die quantity.',
    'stock du produit baisse de la quantity.',
  ],
  [
    'givesBack',
    'What it took is put back.',
    'The stock is restored.',
    '在庫は戻される。',
    'Die Menge wird zurückgebucht.',
    'La quantité est rendue.',
  ],
  [
    'pollUntil',
    'Poll it until its status is done.',
    'statusがdoneになるまで繰り返す。',
    'Abfragen, bis der status done ist.',
    "Interroger jusqu'à ce que status soit done.",
  ],
  [
    'thenAddress',
    'resultUrl is then the address of the report.',
    'resultUrlに結果のアドレスが入る。',
    'resultUrl ist dann die Adresse.',
    "resultUrl est alors l'adresse du rapport.",
  ],
];
