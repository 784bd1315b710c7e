// Query options that no table or list describes: those of sentences and commands. Where one is described, that counts.
import type { Profile, Role } from '../../profiles/profile.js';
import type { FenceBlock, Inline, Span } from '../../read/document.js';
import type { Endpoint } from '../page.js';
import { bullet } from './attributes.js';
import { isExampleOf } from './shown-requests.js';
import { behindName, queriesOfCommand, queriesOfItem, type SpokenQuery, spokenQueries } from './spoken-queries.js';

export class QueryAsides {
  private readonly found: { query: SpokenQuery; span: Span; behind?: string | undefined }[] = [];

  constructor(private readonly profile: Profile) {}

  /**
   * @param line a paragraph or item with its code marks
   * @param role of the section that it stands in
   */
  told({ text, span }: Inline, role?: Role): void {
    const listed = role === 'query' || role === 'parameters' ? queriesOfItem(text) : [];
    this.add([...listed, ...spokenQueries(text, this.profile)], span, text);
  }

  shown({ text, span }: FenceBlock): void {
    this.add(queriesOfCommand(text), span);
  }

  settle(endpoint: Endpoint): void {
    for (const { query, span, behind } of this.found) this.one(endpoint, query, span, behind);
  }

  private add(queries: readonly SpokenQuery[], span: Span, text = ''): void {
    this.found.push(...queries.map((query) => ({ query, span, behind: behindName(query.name, text) })));
  }

  /** The first that says something of it, with the first value that is given. */
  private one(
    { parameters, urls }: Endpoint,
    { name, value, path, sentence }: SpokenQuery,
    span: Span,
    behind: string | undefined,
  ): void {
    const own = path === '' || urls.some(({ text }) => isExampleOf(path, text) || endsLike(path, text));
    const known = parameters.find((p) => p.in === 'query' && p.name === name);
    if (!own || (known && !known.aside)) return;
    if (known) {
      known.notes ||= sentence;
      if (value !== undefined) known.aside = { value, ...known.aside };
      return;
    }
    const row = bullet({ kind: 'item', indent: 0, text: sentence, span, links: [] }, name, '', '', this.profile);
    const aside = { ...(value === undefined ? {} : { value }), ...(behind === undefined ? {} : { behind }) };
    parameters.push({ ...row, notes: sentence, required: false, requiredText: '', in: 'query', aside });
  }
}

/** `https://api.example/v2/books` of `/books`. */
function endsLike(address: string, form: string): boolean {
  const [path = ''] = form.split('?', 1);
  return path !== '/' && address.replace(/\/$/, '').endsWith(path.replace(/^https?:\/\/[^/]+|\/$/g, ''));
}
