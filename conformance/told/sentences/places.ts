// What documents say of things that have their place among others.
import type { Words } from './words.js';

export const PLACES = {
  /** "Puts the items in the given order." */
  reorders: [
    [/\b(?:in(?:to)? )?(?:the|this|a) (?:given|new|wanted|desired|sent|specified) order\b/i],
    [/\breorder(?:s|ed|ing)?\b/i],
    [/(?:並べ替え|並び替え|(?:新しい|指定(?:した|された))(?:順序|順番|並び順))/],
    [/\b(?:neue|gewünschte|angegebene)[nr]? Reihenfolge\b|\bordnet\b[^.;]{0,30}\bneu\b/i],
    [/\bréordonne|\b(?:nouvel ordre|ordre (?:donné|voulu|indiqué))(?!\p{L})/iu],
  ],
  /** "The following items move down", "the others make room": of a place that is given. */
  makesRoom: [
    [
      /\b(?:others?|following|rest|remaining|subsequent|later)\b[^.;]{0,30}\b(?:mov(?:es?|ed)|shift(?:s|ed)?|makes? room|(?:are|is) renumbered|pushed)\b/i,
    ],
    [/(?:以降|後ろ|他|ほか)の[^。]{0,16}(?:ずれ|ずらさ|繰り下が|後ろに移)/],
    [/(?:übrigen|anderen|folgenden) [^.;]{0,30}\b(?:rücken|verschoben|verschieben sich|machen Platz)\b/i],
    [/\b(?:autres|suivante?s)\b[^.;]{0,30}\b(?:décalée?s|se décalent|déplacée?s)(?!\p{L})/iu],
  ],
  /** "Without `position` it is appended to the end." */
  addedLast: [
    [/\b(?:appended|added|placed|put|inserted|goes)\b[^.;]{0,20}\b(?:(?:to|at) the (?:very )?(?:end|bottom)|last)\b/i],
    [/(?:末尾|最後)に(?:追加|挿入|置)/],
    [/\b(?:am|ans) Ende\b[^.;]{0,20}\b(?:angehängt|angefügt|eingefügt|hinzugefügt)\b/i],
    [/\b(?:ajoutée?|insérée?|placée?)\b[^.;]{0,20}(?:à la fin|en dernier)(?!\p{L})/iu],
  ],
  /** "Place in the list, from 1 on", "0-based": which number the first has. */
  beginsWith: [
    [/\b(?:from|starts? (?:at|with)|starting (?:at|with|from)|counted from) (?<first>[01])\b/i],
    [/\b(?<first>[01])(?:-based|[ -]indexed)\b/i],
    [/\b(?<first>[01]) (?:is|for|=) the (?:first|top)\b/i],
    [/(?<first>[01])(?:から始ま|始まり|が先頭|から)/],
    [/\b(?:beginnend (?:bei|mit)|ab|von) (?<first>[01])\b/i],
    [/(?:à partir de|commençant (?:à|par)) (?<first>[01])\b/i],
  ],
} as const satisfies Record<string, readonly Words[]>;
