// Pages → the OpenAPI 3.2 document with x-docproof. Pure; the same pages in any order give the same document.
import type { CaseExtension, OperationExtension, RootExtension } from '../contract/docproof.js';
import { FIXED_METHODS } from '../contract/load.js';
import { compareText, type Diagnostic } from '../diagnostic.js';
import type { FieldRow, Page, Privilege } from '../extract/page.js';
import type { Profile } from '../profiles/profile.js';
import { placeOf } from '../read/document.js';
import { samplesFor } from './body-schema.js';
import { type CasesReading, readCases } from './cases.js';
import { Components, type Json } from './components.js';
import { withDerivedBase } from './derived-base.js';
import { ErrorCatalogue } from './errors.js';
import type { ReadField } from './field-schema.js';
import { requestMedia } from './media.js';
import type { AssemblyMemory } from './memory.js';
import { mergeDiagnostics } from './merge.js';
import { pascal } from './names.js';
import { type EarlierIds, nameOperations, type OperationNames } from './operation-ids.js';
import { authorization, optionPages, Parameters } from './parameters.js';
import { type Form, type Group, planOperations } from './plan.js';
import { type BodyContext, examplesOf, namedBody, Responses } from './responses.js';
import { sentSecurity } from './sent-security.js';

export interface AssembleOptions {
  profile: Profile;
  /** Reads what a row says about its value, in the words of the page's language. */
  read: ReadField;
  fileOf: (page: Page) => string;
  digest: string;
  /** operationIds of an earlier contract. */
  earlier?: EarlierIds;
  /** Operations of a build before this one. */
  memory?: AssemblyMemory;
}

export interface Assembly {
  document: Json;
  groups: Group[];
  diagnostics: Diagnostic[];
}

export function assemble(pages: Page[], options: AssembleOptions): Assembly {
  return new Assembler(sorted(pages), options).run();
}

function sorted(pages: Page[]): Page[] {
  return [...pages].sort(
    (a, b) => compareText(a.id, b.id) || compareText(a.lang, b.lang) || compareText(a.file, b.file),
  );
}

class Assembler {
  private readonly options: AssembleOptions;
  private readonly components = new Components();
  private readonly parameters: Parameters;
  private readonly responses: Responses;
  private readonly errors: ErrorCatalogue;
  private readonly groups: Group[];
  private readonly names: Map<Group, OperationNames>;
  private readonly cases: CasesReading;
  private readonly schemes = new Map<string, Json>();
  /** Path as written first, by structure: OpenAPI takes two paths that differ in variable names only for one. */
  private readonly paths = new Map<string, { path: string; item: Json; variables: string[] }>();

  constructor(
    private readonly pages: Page[],
    given: AssembleOptions,
  ) {
    const profile = withDerivedBase(given.profile, pages);
    const options = { ...given, profile };
    this.options = options;
    const variables = new Map(
      pages.flatMap((page) => page.variables.map((v): [string, string] => [v.name, v.overview])),
    );
    this.parameters = new Parameters(this.components, options.read, {
      byPage: optionPages(pages, options.read),
      variables,
    });
    this.responses = new Responses(this.components, options.read, profile);
    this.errors = new ErrorCatalogue(pages, this.components, profile);
    this.groups = planOperations(pages, profile.bases, options.memory?.shape.bind(options.memory));
    this.names = nameOperations(this.groups, profile, options.earlier ?? new Map());
    this.cases = readCases(pages, this.groups, {
      fileOf: options.fileOf,
      names: this.names,
      bases: profile.bases,
      host: profile.host,
    });
  }

  run(): Assembly {
    this.options.memory?.start(this.pages);
    for (const group of this.groups) this.operation(group);
    const paths = Object.fromEntries([...this.paths.values()].map(({ path, item }) => [path, ordered(item)]));
    const document: Json = {
      openapi: '3.2.0',
      info: { title: this.options.profile.title, version: '1.0.0' },
      servers: [this.server()],
      paths,
      components: { ...this.components.toJson(), ...this.securitySchemes() },
      'x-docproof': this.root(),
    };
    return { document, groups: this.groups, diagnostics: mergeDiagnostics(this.groups) };
  }

  private server(): Json {
    const { bases, host } = this.options.profile;
    const form =
      bases.find((base) => base.path === '/')?.forms[0] ?? bases[0]?.forms[0]?.replace(/^([a-z]+:\/\/[^/]+).*$/i, '$1');
    const url = (form ?? '/').replace(/\/+$/, '') || '/';
    const fallback = this.cases.sampleHosts[0] ?? 'unit.invalid';
    return host && url.includes(`{${host}}`) ? { url, variables: { [host]: { default: fallback } } } : { url };
  }

  private root(): RootExtension {
    const { profile, digest, fileOf } = this.options;
    const errors = this.errors.entries(fileOf);
    const closed = profile.closedBodies.map((url) =>
      profile.bases.reduce((path, base) => path.replace(`{${base.name}}`, base.path), url),
    );
    return {
      version: 1,
      docs: { digest, languages: [...new Set(this.pages.map((page) => page.lang))].sort(compareText) },
      bases: profile.bases,
      sampleHosts: this.cases.sampleHosts,
      keySyntax: profile.keySyntax,
      ...(closed.length > 0 ? { closedBodies: closed } : {}),
      placeholders: profile.placeholders,
      ...(errors.length > 0 ? { errors } : {}),
    };
  }

  private securitySchemes(): Json {
    if (this.schemes.size === 0) return {};
    return { securitySchemes: Object.fromEntries([...this.schemes].sort(([a], [b]) => compareText(a, b))) };
  }

  private operation(group: Group): void {
    const forms = [group.main, ...group.aliases];
    const key = this.keyOf(group);
    const known = this.options.memory?.get(group, key);
    // What is remembered holds only while the references in it still have the same names.
    const holds = known !== undefined && this.components.replay(known.asked);
    if (holds) this.security(group);
    const fresh = holds ? undefined : this.components.recording(() => this.make(group));
    if (fresh) this.options.memory?.set(group, key, { operations: fresh.result, asked: fresh.asked });
    const operations = fresh?.result ?? known?.operations ?? [];
    forms.forEach((form, i) => {
      this.place(form, group.method, operations[i] as Json);
    });
  }

  /** All that an operation depends on beside its pages. */
  private keyOf(group: Group): string {
    const { id } = this.names.get(group) as OperationNames;
    const { target, targets } = this.contextOf(group, id);
    const urls = [group.main, ...group.aliases].map((form) => form.url.text);
    return JSON.stringify([
      id,
      group.method,
      urls,
      target,
      [...targets],
      group.inferred,
      this.cases.byGroup.get(group),
    ]);
  }

  /** The operation of the main form, then those of the aliases. */
  private make(group: Group): Json[] {
    const made: Json[] = [];
    const names = this.names.get(group) as OperationNames;
    const context = this.contextOf(group, names.id);
    const body = this.requestBody(group, context);
    const documented = this.responses.of(group, context);
    // RFC 9110, section 9.3.2: an answer to HEAD has no content.
    if (group.method === 'HEAD') for (const made of Object.values(documented)) delete made['content'];
    const derived = this.errors.responses(group, new Set(Object.keys(documented)));
    const shared = group.aliases.length > 0;
    const base = pascal(names.id);
    const own = shared
      ? Object.fromEntries(
          Object.entries(documented).map(([status, made]) => [
            status,
            this.components.refer('responses', `${base}${pascal(status)}`, made, names.id + status),
          ]),
        )
      : documented;
    const responses = { ...own, ...derived };
    const summary =
      group.main.endpoint.description ?? (group.main.page.endpoints.length > 1 ? '' : group.main.page.summary);
    const common: Json = {
      summary: group.main.endpoint.title,
      ...(summary ? { description: summary } : {}),
      tags: [tagOf(group)],
      security: this.security(group),
    };
    const rest: Json = {
      parameters: this.parameters.of(group),
      ...(body ? { requestBody: shared ? this.components.refer('requestBodies', base, body, names.id) : body } : {}),
      responses:
        Object.keys(responses).length > 0
          ? responses
          : { default: { description: 'Not documented', 'x-docproof': { derived: true } } },
    };
    if ((rest['parameters'] as Json[]).length === 0) delete rest['parameters'];
    made.push({ operationId: names.id, ...common, ...rest, 'x-docproof': this.extension(group) });
    group.aliases.forEach((alias, i) => {
      const id = `${names.id}Alias${i + 1}`;
      const extension: OperationExtension = {
        ...this.extension(group),
        url: alias.url.text,
        source: this.sourceOf(alias),
        aliasOf: names.id,
      };
      delete extension.cases;
      delete extension.documentedBy;
      made.push({ operationId: id, ...common, ...rest, 'x-docproof': extension });
    });
    return made;
  }

  private contextOf(group: Group, id: string): BodyContext {
    const own = this.groups.filter((other) => other.sources.some((s) => s.endpoint === group.main.endpoint));
    return { id, target: group.main.shape.target, targets: new Set(own.map((other) => other.main.shape.target)) };
  }

  private place(form: Form, method: string, operation: Json): void {
    const { structure, variables } = form.shape;
    const path = form.shape.path.length > 1 ? form.shape.path.replace(/\/+$/, '') : form.shape.path;
    let at = this.paths.get(structure.replace(/\/+$/, ''));
    if (!at) {
      const parameters = this.parameters.path(form);
      at = { path, item: parameters.length > 0 ? { parameters } : {}, variables };
      this.paths.set(structure.replace(/\/+$/, ''), at);
    }
    const fixed = (FIXED_METHODS as readonly string[]).includes(method.toLowerCase());
    if (fixed) at.item[method.toLowerCase()] ??= operation;
    else {
      const more = (at.item['additionalOperations'] ?? {}) as Json;
      more[method] ??= operation;
      at.item['additionalOperations'] = more;
    }
  }

  private security(group: Group): Json[] {
    const found = authorization(group);
    if (!found) return this.sentSecurity(group);
    for (const scheme of found.schemes) this.schemes.set(scheme, { type: 'http', scheme });
    return [...found.schemes.map((scheme) => ({ [scheme]: [] })), ...(found.required ? [] : [{}])];
  }

  /** In styles that leave it to the commands how a client authenticates. */
  private sentSecurity(group: Group): Json[] {
    const { infer, placeholders } = this.options.profile;
    const own = this.cases.byGroup.get(group);
    // An operation without a command is called like its neighbours.
    const cases =
      own ?? this.groups.filter((g) => g.main.page === group.main.page).flatMap((g) => this.cases.byGroup.get(g) ?? []);
    const sent = infer.samples ? sentSecurity(cases, placeholders) : {};
    for (const [name, scheme] of Object.entries(sent)) this.schemes.set(name, scheme);
    return Object.keys(sent).map((name) => ({ [name]: [] }));
  }

  private requestBody(group: Group, context: BodyContext): Json | undefined {
    const source =
      group.sources.find(
        ({ endpoint: { body } }) => !body.none && (body.tables.length > 0 || body.samples.length > 0 || body.format),
      ) ?? group.sources.find((s) => !s.endpoint.body.none && s.endpoint.body.prose.length > 0);
    if (!source) return undefined;
    const { body, parameters, commands } = source.endpoint;
    const header = parameters.find(
      (p: FieldRow & { in: string }) => p.in === 'header' && p.name.toLowerCase() === 'content-type',
    );
    const types = requestMedia(body, header, this.options.profile, commands);
    const { schema, contested } = namedBody(
      body,
      context,
      `${pascal(context.id)}Request`,
      this.options.read,
      this.components,
      { closed: true, infer: this.options.profile.infer.samples },
    );
    const content = Object.fromEntries(
      types.map((type) => {
        const examples = examplesOf(samplesFor(body, context), type);
        return [type, { ...(schema ? { schema } : {}), ...(examples ? { examples } : {}) }];
      }),
    );
    const explanations = body.explanations.map((fact) => fact.value);
    const prose = body.prose.map((fact) => fact.value);
    const description = [...prose, ...explanations].join('\n\n');
    const required = body.tables.some((t) => t.kind === 'fields' && t.rows.some((row) => row.required));
    return {
      ...(description ? { description } : {}),
      ...(required ? { required } : {}),
      content,
      ...(contested.length > 0 ? { 'x-docproof': { contested } } : {}),
    };
  }

  private extension(group: Group): OperationExtension {
    const pages = [...new Set(group.sources.map((s) => s.page.id))];
    const headers = this.parameters.ignoredHeaders(group);
    const privileges = privilegesOf(group, this.contextOf(group, '').targets);
    const cases: CaseExtension[] | undefined = this.cases.byGroup.get(group);
    const inferred = [...group.inferred, ...this.fromSamples(group)];
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
              contributes: contributions(s),
              ...otherUrls(s, group),
              source: { file: this.options.fileOf(s.page), line: 1 },
            })),
          }
        : {}),
      ...(inferred.length > 0 ? { inferred } : {}),
      ...(this.isOutbound(group) ? { sideEffects: 'outbound' as const } : {}),
    };
  }

  /** What the profile lets samples tell: the status of an answer, and the fields of a body without a table. */
  private fromSamples(group: Group): string[] {
    const { infer } = this.options.profile;
    const answers = group.sources.flatMap((s) => s.endpoint.responses.filter((r) => !r.failure));
    const shown = answers.some((r) => r.body.tables.length === 0 && r.body.samples.length > 0);
    return [
      ...(infer.status !== undefined && answers.some((r) => r.statuses.length === 0) ? ['responseStatus'] : []),
      ...(infer.samples && shown ? ['responseSchema'] : []),
    ];
  }

  private isOutbound(group: Group): boolean {
    const url = group.main.url.text;
    const changes = !['GET', 'HEAD', 'OPTIONS', 'PROPFIND'].includes(group.method);
    return (
      changes &&
      this.options.profile.outbound.some((form) =>
        form.endsWith('*') ? url.startsWith(form.slice(0, -1)) : url === form,
      )
    );
  }

  private sourceOf(form: Form): { file: string; line: number } {
    return { file: this.options.fileOf(form.page), line: placeOf(form.page.document, form.url.span.start).line };
  }
}

/** URL forms as this page writes them, where it writes none of those that the operation and its aliases show. */
function otherUrls({ endpoint }: Group['sources'][number], group: Group): { urls?: string[] } {
  const shown = new Set([group.main, ...group.aliases].map((form) => form.url.text));
  const own = group.forms.filter((form) => form.endpoint === endpoint).map((form) => form.url.text);
  const urls = [...new Set(own)].filter((url) => !shown.has(url));
  return urls.length > 0 ? { urls } : {};
}

function contributions({ endpoint }: Group['sources'][number]): string[] {
  return [
    ...(endpoint.parameters.length > 0 ? ['parameters'] : []),
    ...(endpoint.body.tables.length > 0 ? ['requestBody'] : []),
    ...(endpoint.responses.some((r) => r.statuses.length > 0) ? ['responses'] : []),
    ...(endpoint.commands.length > 0 ? ['cases'] : []),
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

/** The entity that the path is about first: `Relation` of `…/__ctl/Relation(…)/$links/_Role`. */
function tagOf(group: Group): string {
  const words = group.main.shape.path
    .split('/')
    .filter(
      (part) =>
        part !== '' && !part.startsWith('{') && !part.startsWith('__') && !/^(?:v\d+(?:\.\d+)?|api|rest)$/.test(part),
    );
  return words[0]?.replace(/\(.*$/, '').replace(/^[$_]+/, '') || pascal(group.main.shape.target) || 'Root';
}

/** Path Item Object: parameters first, then the methods in the order of the standard, then the additional ones. */
function ordered(item: Json): Json {
  const out: Json = {};
  for (const key of ['parameters', ...FIXED_METHODS, 'additionalOperations'])
    if (item[key] !== undefined) out[key] = item[key];
  return out;
}
