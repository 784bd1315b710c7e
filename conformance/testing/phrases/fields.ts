// A phrase of each sentence about when fields are needed and may be changed, in each language that has words for it.
import type { Phrases } from './phrases.js';

export const FIELDS: Phrases = [
  [
    'neededWhen',
    'Required when kind is other.',
    'kindがotherの場合は必須。',
    'Erforderlich, wenn kind other ist.',
    'Obligatoire si kind vaut other.',
  ],
  [
    'changedOnlyIn',
    'It can only be changed while the tag is a draft.',
    'May be edited only while draft.',
    'draftの間のみ変更できる。',
    'Kann nur geändert werden, solange das Etikett draft ist.',
    "Ne peut être modifiée que si l'étiquette est draft.",
  ],
];
