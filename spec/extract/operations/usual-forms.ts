// Ways in which only some pages write operations → the ways that most pages do.
import type { Profile } from '../../profiles/profile.js';
import type { Document } from '../../read/document.js';
import { withPartedCaptions } from './captions-behind.js';
import { withCommandedRequests } from './commanded-requests.js';
import { withDefinitions } from './definition-lists.js';
import { withFrontRequest } from './front-requests.js';
import { withGeneratedTypes } from './generated-types.js';
import { withoutHints } from './hinted-titles.js';
import { withJoinedColumns } from './joined-columns.js';
import { withLinkedModels } from './linked-models.js';
import { withListedTitles } from './listed-titles.js';
import { withMethodTitles } from './method-titles.js';
import { withNestedRows } from './nested-rows.js';
import { withPartedExchanges } from './parted-exchanges.js';
import { withPathTitles } from './path-titles.js';
import { withProseRequests } from './prose-requests.js';
import { withPlainTitles } from './quoted-titles.js';
import { withListed, withoutOverviews } from './request-overviews.js';
import { withRequestLines } from './request-tables.js';
import { withSpokenRequests } from './spoken-requests.js';
import { withSpreadDefinitions } from './spread-definitions.js';
import { withTaggedParts } from './tagged-parts.js';
import { withRouteTags, withTaggedRequests } from './tagged-requests.js';
import { withToldTimes } from './told-times.js';

/** The document with headings, request lines and items where it has tags, lists and tables for them. */
export function withUsualForms(document: Document, profile: Profile): Document {
  const plain = withSpreadDefinitions(
    withDefinitions(
      withTaggedRequests(
        withTaggedParts(
          withFrontRequest(
            withoutHints(
              withPlainTitles(
                withToldTimes(withPartedCaptions(withPartedExchanges(withRouteTags(document)), profile), profile),
                profile,
              ),
              profile,
            ),
          ),
          profile,
        ),
      ),
    ),
    profile,
  );
  const titled = withPathTitles(
    withMethodTitles(withListedTitles(withNestedRows(withJoinedColumns(plain, profile), profile), profile), profile),
  );
  const lined = withSpokenRequests(
    withRequestLines(withLinkedModels(withGeneratedTypes(titled, profile), profile), profile),
    profile,
  );
  const { document: rest, listed } = withoutOverviews(lined, profile);
  return withCommandedRequests(withListed(withProseRequests(rest, profile), listed, profile), profile);
}
