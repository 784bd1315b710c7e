// What pages that document one operation say differently.
import type { Diagnostic } from '../diagnostic.js';
import { pathVariables } from '../extract/operations/shown-requests.js';
import { placeOf } from '../read/document.js';
import type { Group, Source } from './plan.js';

/** One finding for each page and kind of fact that contradicts the first page of its operation. */
export function mergeDiagnostics(groups: Group[]): Diagnostic[] {
  const out = new Map<string, Diagnostic>();
  for (const group of groups) {
    const [first, ...others] = group.sources;
    if (!first) continue;
    for (const other of others) {
      if (other.page.id === first.page.id || !namesAlike(group, first, other)) continue;
      for (const { message, at } of differences(first, other)) {
        const d: Diagnostic = {
          code: 'doc/pages-disagree',
          severity: 'warning',
          page: other.page.id,
          lang: other.page.lang,
          ...placeOf(other.page.document, at),
          message: `${group.method} ${group.main.url.text} is also documented by ${first.page.id}, but ${message}`,
          help: 'make both pages say the same, or document the operation on one page only',
        };
        out.set(`${d.file} ${d.line} ${d.message}`, d);
      }
    }
  }
  return [...out.values()];
}

/** `{Box}/{Collection}/{Service}` and `{Box}/{Collection}/{Type}` lead to different things that only look alike. */
function namesAlike({ forms }: Group, a: Source, b: Source): boolean {
  const named = ({ page }: Source): string[] =>
    forms.filter((form) => form.page === page).map(({ url }) => pathVariables(url.text).join());
  const [one, two] = [named(a), named(b)];
  return one.length === 0 || two.length === 0 || one.some((names) => two.includes(names));
}

function* differences(a: Source, b: Source): Generator<{ message: string; at: number }> {
  const statuses = (s: Source): string =>
    [...new Set(s.endpoint.responses.flatMap((r) => r.statuses.map((x) => x.code)))].sort().join(', ');
  const [one, two] = [statuses(a), statuses(b)];
  if (one && two && one !== two)
    yield {
      message: `with status ${one}, here ${two}`,
      at: b.endpoint.responses[0]?.statuses[0]?.span.start ?? b.endpoint.span.start,
    };
  const privileges = (s: Source): string =>
    [...new Set(s.endpoint.privileges.filter((p) => !p.conditional).map((p) => p.name))].sort().join(', ');
  const [own, theirs] = [privileges(a), privileges(b)];
  if (own && theirs && own !== theirs)
    yield {
      message: `with privilege ${own}, here ${theirs}`,
      at: b.endpoint.privileges[0]?.span.start ?? b.endpoint.span.start,
    };
  for (const row of b.endpoint.parameters) {
    const same = a.endpoint.parameters.find((p) => p.in === row.in && p.name.toLowerCase() === row.name.toLowerCase());
    if (same && same.required !== row.required)
      yield {
        message: `${row.name} is ${same.required ? 'required' : 'optional'} there and ${row.required ? 'required' : 'optional'} here`,
        at: row.span.start,
      };
  }
}
