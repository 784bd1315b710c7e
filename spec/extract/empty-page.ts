// Pages, operations and answers of which nothing is known yet.
import type { Document, Span } from '../read/document.js';
import type { Account } from './account.js';
import type { Marked } from './deprecation.js';
import type { BodyFacts, Endpoint, Page, ResponseFacts } from './page.js';

/** A page of which nothing is known yet but what it is called. */
export function emptyPage(id: string, title: string, lang: string, document: Document, account: Account): Page {
  return {
    id,
    file: document.file,
    lang,
    title,
    document,
    endpoints: [],
    commands: [],
    errors: [],
    variables: [],
    privileges: [],
    summary: '',
    overview: '',
    restrictions: '',
    headings: [],
    comments: [],
    account,
  };
}

function emptyBody(): BodyFacts {
  return { tables: [], namespaces: [], samples: [], explanations: [], prose: [] };
}

/** An operation of which nothing is known yet but its title. */
export function emptyEndpoint({ text: title, deprecated }: Marked, span: Span): Endpoint {
  return {
    title,
    ...(deprecated ? { deprecated } : {}),
    methods: [],
    urls: [],
    parameters: [],
    options: [],
    privileges: [],
    body: emptyBody(),
    responses: [],
    commands: [],
    refersToErrors: false,
    errors: [],
    span,
  };
}

/** An answer of which nothing is known yet. */
export function emptyResponse(failure: boolean): ResponseFacts {
  return { statuses: [], headers: [], body: emptyBody(), failure };
}
