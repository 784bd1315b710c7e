/** A word that no entity of a run has. */
export const NOWHERE = 'docproofnowhere';
