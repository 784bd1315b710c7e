import type { Phrases } from './phrases.js';

export const BODIES: Phrases = [
  [
    'mustBeAbove',
    'Must be after `begins`.',
    'The answer is 422 if `ends` isn’t after `begins`.',
    '`begins`より後でなければならない。',
    'Muss nach `begins` liegen.',
    'Doit être postérieur à `begins`.',
  ],
  [
    'mustBeBelow',
    'Must be before `ends`.',
    '`ends`より前である必要がある。',
    'Muss kleiner als `most` sein.',
    'Doit être inférieur à `most`.',
  ],
  [
    'mayNotBeAbove',
    'Can’t be greater than `most`.',
    '`least` must not exceed `most`.',
    'Must be less than or equal to `most`.',
    '`most`より大きくすることはできない。',
    'Darf nicht größer als `most` sein.',
    'Ne peut pas dépasser `most`.',
  ],
  [
    'mayNotBeBelow',
    'Can’t be earlier than `begins`.',
    'Must be greater than or equal to `least`.',
    '`begins`より前にすることはできません。',
    'Darf nicht vor `begins` liegen.',
    'Ne peut pas être inférieur à `least`.',
  ],
  [
    'isBelow',
    'If `ends` is before `begins`, the answer is 422.',
    '`ends`が`begins`より前の場合は422を返す。',
    'Wenn `ends` vor `begins` liegt, kommt 422.',
    'Si `ends` est antérieur à `begins`, la réponse est 422.',
  ],
  [
    'isAbove',
    '422 if `least` is greater than `most`.',
    '`least`が`most`より大きい場合は422を返す。',
    'Wenn `least` größer als `most` ist, kommt 422.',
    'Si `least` est supérieur à `most`, la réponse est 422.',
  ],
  [
    'overlaps',
    'A berth can’t be booked twice for the same time.',
    'Bookings that overlap are refused with 409.',
    '予約の時間帯が重複する場合は409を返す。',
    'Überschneidet sich die Buchung mit einer anderen, kommt 409.',
    'Une réservation qui en chevauche une autre est refusée (409).',
  ],
];
