/** Where a thing stands in its life: what a listed value leads to depends on where it stands now. */
export const LIFE = /(?:^|[a-z_-])(?:status|state|phase|stage|step)$/i;
