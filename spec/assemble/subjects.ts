// Sentences about a field that have no code marks, or only a word for it: "The title is required. It must be …".

const ARTICLE = "(?:the|a|an|its|each|der|die|das|ein|eine|le|la|les|l['’])";
/** What is said of a subject begins with one of these. */
const VERB =
  "(?:is|are|must|may|can|cannot|can't|has|have|should|shall|will|lies|consists|takes|defaults|needs|accepts|contains|holds|ist|sind|darf|dürfen|muss|müssen|kann|können|hat|haben|liegt|besteht|est|sont|doit|doivent|peut|peuvent|a|ont)";
const JOINING = '(?:and|und|et)';
const NAME = '[A-Za-z_][\\w-]{0,60}';
const SUBJECT = new RegExp(
  `^((?:${ARTICLE} )?)(${NAME})((?: ${JOINING} (?:${ARTICLE} )?${NAME})?)(?= ${VERB}\\b|:| \\()`,
  'i',
);
const SECOND = new RegExp(`^( ${JOINING} (?:${ARTICLE} )?)(${NAME})$`, 'i');
const PRONOUN = new RegExp(`^(?:it|its value|they|er|sie|es|il|elle)(?= ${VERB}\\b)`, 'i');
/** "Only letters are allowed in it." */
const IN_IT = /\b(?:(?:allowed|permitted|used|accepted) in it|darin erlaubt)\b/i;

/**
 * The sentence with code marks around the fields that it is about.
 *
 * @param names fields of the body
 * @param last what the sentence before is about
 */
export function withSubject(sentence: string, names: ReadonlySet<string>, last: readonly string[]): string {
  if (sentence.includes('`')) return aboutLast(sentence, names, last) ?? sentence;
  const text = sentence.trim();
  const [whole = '', article = '', first = '', more = ''] = SUBJECT.exec(text) ?? [];
  const name = nameOf(first, names);
  const [, joiner = '', second = ''] = SECOND.exec(more) ?? [];
  const other = second === '' ? undefined : nameOf(second, names);
  if (name === undefined || (second !== '' && other === undefined)) return aboutLast(text, names, last) ?? sentence;
  return `${article}\`${name}\`${other === undefined ? '' : `${joiner}\`${other}\``}${text.slice(whole.length)}`;
}

/** The name as the body has it: a sentence begins with a capital. */
function nameOf(word: string, names: ReadonlySet<string>): string | undefined {
  return [word, word.charAt(0).toLowerCase() + word.slice(1)].find((one) => names.has(one));
}

function aboutLast(sentence: string, names: ReadonlySet<string>, last: readonly string[]): string | undefined {
  const [name, more] = last;
  const told = [...sentence.matchAll(/`([\w$.-]{1,100})`/g)].some(([, one = '']) => names.has(one));
  if (name === undefined || more !== undefined || told) return undefined;
  const text = sentence.trim();
  if (PRONOUN.test(text)) return text.replace(PRONOUN, `\`${name}\``);
  return IN_IT.test(text) ? `\`${name}\`: ${text}` : undefined;
}
