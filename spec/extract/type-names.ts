// Names of types as columns, lists and notes write them, in every language at once.
const TYPE =
  /^(?:string|str|text|integer|int|long|number|float|double|decimal|boolean|bool|object|array|list|hash|map|enum|file|date|datetime|timestamp|url|uri|uuid|email|文字列|整数|数値|真偽値|配列|オブジェクト|日付|日時)(?:\[\])?$/i;
const TYPE_FIRST =
  /^(?:array|list|string|text|integer|int|long|number|float|double|boolean|bool|object|date|datetime|timestamp|uri|url|文字列|整数|数値|真偽|配列|オブジェクト|日時|日付)/i;
const LIST = /array|list|配列/i;
const OBJECT = /object|オブジェクト/i;
const SCALAR = /string|integer|number|boolean|characters?|digits|文字|数値|整数|真偽|桁/i;

/** Whether a word is the name of a type and nothing else. */
export function isTypeName(text: string): boolean {
  return TYPE.test(text);
}

/** Whether a text begins with the name of a type: `string(32)`. */
export function startsWithType(text: string): boolean {
  return TYPE_FIRST.test(text);
}

/** `array of strings`, `list<Tag>`. */
export function startsWithList(text: string): boolean {
  return text.search(LIST) === 0;
}

/** Whether words tell of a list: `Array of tags`, `タグの配列`. */
export function tellsOfList(text: string): boolean {
  return LIST.test(text);
}

/** Whether words tell of something with fields in it: an object, or a list. */
export function tellsOfFields(text: string): boolean {
  return OBJECT.test(text) || LIST.test(text);
}

/** Whether words tell of a single value: a text, a number, true or false. */
export function tellsOfValue(text: string): boolean {
  return SCALAR.test(text);
}
