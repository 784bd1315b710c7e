// JSON bodies in whose quotes an editor has put typographic ones: `{“Name”:“a”}`.

/** The body with straight quotes, where that alone makes JSON of it; undefined where nothing is to mend. */
export function straightJson(body: string | undefined): string | undefined {
  if (body === undefined || !/^\s*[[{]/.test(body) || !/[\u201C-\u201F\uFF02]/.test(body) || isJson(body))
    return undefined;
  const straight = body.replace(/[\u201C-\u201F\uFF02]/g, '"');
  return isJson(straight) ? straight : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
