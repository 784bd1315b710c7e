// Names of properties with the place that a thing has among others, which the server may keep within what there is.

export const PLACE = /^(?:position|place|index|ordinal|rank)$/i;
