// Names of types as columns and lists write them.
const TYPE =
  /^(?:string|str|text|integer|int|long|number|float|double|decimal|boolean|bool|object|array|list|hash|map|enum|file|date|datetime|timestamp|url|uri|uuid|email|文字列|整数|数値|真偽値|配列|オブジェクト|日付|日時)(?:\[\])?$/i;

/** Whether a word is the name of a type and nothing else. */
export function isTypeName(text: string): boolean {
  return TYPE.test(text);
}
