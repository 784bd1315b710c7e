// What the contract says of an operation beyond OpenAPI: its pages, privileges, cases, and what was inferred.
import type { CaseExtension, OperationExtension } from '../contract/docproof.js';
import type { Page, Privilege, Sample } from '../extract/page.js';
import type { Profile } from '../profiles/profile.js';
import { placeOf } from '../read/document.js';
import type { CasesReading } from './cases.js';
import type { Parameters } from './parameters.js';
import type { Form, Group, Source } from './plan.js';

export class OperationExtensions {
  constructor(
    private readonly profile: Profile,
    private readonly fileOf: (page: Page) => string,
    private readonly parameters: Parameters,
    private readonly cases: CasesReading,
  ) {}

  /**
   * @param targets entities that the forms of the operation's endpoint lead to
   * @param told the group with what is told of it elsewhere
   */
  of(group: Group, targets: ReadonlySet<string>, told: Group): OperationExtension {
    const pages = [...new Set(group.sources.map((s) => s.page.id))];
    const headers = this.parameters.ignoredHeaders(group);
    const privileges = privilegesOf(group, targets);
    const cases: CaseExtension[] | undefined = this.cases.byGroup.get(group);
    const inferred = [...group.inferred, ...this.fromSamples(told)];
    return {
      pages,
      url: group.main.url.text,
      source: this.sourceOf(group.main),
      ...(privileges.length > 0 ? { privileges } : {}),
      ...(headers.length > 0 ? { headers } : {}),
      ...(cases ? { cases } : {}),
      ...(pages.length > 1
        ? {
            documentedBy: group.sources.map((s) => ({
              page: s.page.id,
              contributes: contributions(s, cases ?? []),
              ...otherUrls(s, group),
              source: { file: this.fileOf(s.page), line: 1 },
            })),
          }
        : {}),
      ...(inferred.length > 0 ? { inferred } : {}),
      ...(this.isOutbound(group) ? { sideEffects: 'outbound' as const } : {}),
    };
  }

  /** What the profile lets samples tell: the status of an answer, and the fields of a body without a table. */
  private fromSamples(group: Group): string[] {
    const { infer } = this.profile;
    const answers = group.sources.flatMap((s) => s.endpoint.responses.filter((r) => !r.failure));
    const shown = answers.some((r) => r.body.tables.length === 0 && r.body.samples.length > 0);
    const own = ({ page, endpoint }: Source, { fence }: Sample): boolean =>
      page.document.blocks.includes(fence) &&
      fence.span.start >= endpoint.span.start &&
      fence.span.end <= endpoint.span.end;
    const isOfAnother = (source: Source): boolean => {
      const samples = source.endpoint.responses.flatMap(({ failure, body }) => (failure ? [] : body.samples));
      return samples.length > 0 && samples.every((sample) => !own(source, sample));
    };
    const sent = group.sources.map(({ endpoint }) => endpoint.body);
    const onlyShown = sent.some((body) => body.samples.length > 0) && sent.every((body) => body.tables.length === 0);
    return [
      ...(infer.samples && onlyShown ? ['requestSchema'] : []),
      ...(infer.status !== undefined && answers.some((r) => r.statuses.length === 0) ? ['responseStatus'] : []),
      ...(infer.samples && shown ? ['responseSchema'] : []),
      ...(infer.samples && shown && group.sources.every(isOfAnother) ? ['responseSample'] : []),
    ];
  }

  private isOutbound(group: Group): boolean {
    const url = group.main.url.text;
    const changes = !['GET', 'HEAD', 'OPTIONS', 'PROPFIND'].includes(group.method);
    return (
      changes &&
      this.profile.outbound.some((form) => (form.endsWith('*') ? url.startsWith(form.slice(0, -1)) : url === form))
    );
  }

  sourceOf(form: Form): { file: string; line: number } {
    return { file: this.fileOf(form.page), line: placeOf(form.page.document, form.url.span.start).line };
  }
}

/** URL forms as this page writes them, where it writes none of those that the operation and its aliases show. */
function otherUrls({ endpoint }: Group['sources'][number], group: Group): { urls?: string[] } {
  const shown = new Set([group.main, ...group.aliases].map((form) => form.url.text));
  const own = group.forms.filter((form) => form.endpoint === endpoint).map((form) => form.url.text);
  const urls = [...new Set(own)].filter((url) => !shown.has(url));
  return urls.length > 0 ? { urls } : {};
}

function contributions({ page, endpoint }: Group['sources'][number], cases: readonly CaseExtension[]): string[] {
  return [
    ...(endpoint.parameters.length > 0 ? ['parameters'] : []),
    ...(endpoint.body.tables.length > 0 ? ['requestBody'] : []),
    ...(endpoint.responses.some((r) => r.statuses.length > 0) ? ['responses'] : []),
    ...(cases.some((one) => one.page === page.id) ? ['cases'] : []),
  ];
}

function privilegesOf(group: Group, targets: ReadonlySet<string>): string[] {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const known = new Set([...targets].map(plain));
  const applies = ({ target, conditional }: Privilege): boolean =>
    !conditional &&
    (target === undefined || plain(target) === plain(group.main.shape.target) || !known.has(plain(target)));
  return [...new Set(group.sources.flatMap((s) => s.endpoint.privileges.filter(applies).map((p) => p.name)))];
}
