// Names of properties with what there is of a thing, of which others take their part: without any they are refused.

export const AMOUNT =
  /^(?:(?:in_?)?stock|stock_?(?:count|level|quantity|qty)|inventory|quantity|qty|available|capacity|seats|copies|on_?hand)$/i;
