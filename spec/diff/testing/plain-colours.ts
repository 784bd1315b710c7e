// Colours of a printer that prints none.

const same = (text: string): string => text;

export const PLAIN = { red: same, yellow: same, green: same, dim: same };
