/** The type that a page gives a value, the words beside it, and the schema that they mean. */
export type Row = readonly [type: string, notes: string, schema: object];
