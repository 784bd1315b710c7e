// Pages → the OpenAPI 3.2 document with x-docproof. Pure; the same pages in any order give the same document.
import type { OperationExtension, RootExtension } from '../contract/docproof.js';
import { compareText, type Diagnostic } from '../diagnostic.js';
import type { Page } from '../extract/page.js';
import type { Profile } from '../profiles/profile.js';
import { apiTitle } from './api-title.js';
import { type CasesReading, readCases } from './cases.js';
import { type CommonHeaders, commonHeaders } from './common-headers.js';
import { commonOptions } from './common-options.js';
import { commonCodes, commonRefusals } from './common-refusals.js';
import { Components, type Json } from './components.js';
import { withDerivedBase } from './derived-base.js';
import { errorFormats, inMediaOfErrors } from './error-format.js';
import { ErrorCatalogue } from './errors.js';
import type { ReadField } from './field-schema.js';
import { withFieldsOfCreate } from './like-create.js';
import { withLinkedValues } from './linked-values.js';
import type { AssemblyMemory } from './memory.js';
import { mergeDiagnostics } from './merge.js';
import { pascal } from './names.js';
import { objectTables } from './object-tables.js';
import { OperationExtensions } from './operation-extension.js';
import { type EarlierIds, nameOperations } from './operation-ids.js';
import { optionPages, Parameters } from './parameters.js';
import { Paths } from './paths.js';
import { type Group, planOperations } from './plan.js';
import { requestBody } from './request-body.js';
import { type BodyContext, Responses } from './responses.js';
import { Security } from './security.js';
import { serverOf } from './server.js';
import { tellsOfTimes } from './shown-times.js';
import { withSpokenOptions } from './spoken-options.js';
import { spokenVariable } from './spoken-variables.js';
import { tagOf } from './tag.js';
import { tagDescriptions } from './tag-descriptions.js';
import { tellsOfAll } from './tells-of-all.js';
import { withToldMedia } from './told-media.js';
import { toldOfAll } from './told-of-all.js';
import { toldSecurity } from './told-security.js';
import { withVariableBases } from './variable-bases.js';
import { withThings } from './with-things.js';
import { wordsOf } from './words-of.js';

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
  return new Assembler(withLinkedValues(sorted(pages)), options).run();
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
  private readonly formats: ReturnType<typeof errorFormats>;
  private readonly refusals: ReturnType<typeof commonRefusals>;
  private readonly headers: CommonHeaders;
  private readonly groups: Group[];
  private readonly names: Map<Group, string>;
  private readonly cases: CasesReading;
  private readonly paths: Paths;
  private readonly security: Security;
  private readonly extensions: OperationExtensions;

  constructor(
    private readonly pages: Page[],
    given: AssembleOptions,
  ) {
    const profile = withDerivedBase(withVariableBases(given.profile, pages), pages);
    const options = { ...given, profile };
    this.options = options;
    const variables = new Map(
      pages.flatMap((page) => page.variables.map((v): [string, string] => [v.name, v.overview])),
    );
    this.groups = planOperations(pages, profile.bases, options.memory?.shape.bind(options.memory));
    this.headers = commonHeaders(pages, this.groups, profile, options.fileOf);
    this.parameters = new Parameters(this.components, options.read, {
      byPage: optionPages(pages, options.read),
      ofLists: commonOptions(pages, this.groups, profile),
      ofAll: this.headers.request,
      variables,
      ofWords: (endpoint, method) => withSpokenOptions(endpoint, method, profile),
      ofVariable: (page, name) => (profile.infer.samples ? spokenVariable(page, name, profile) : undefined),
    });
    const objects = objectTables(pages, profile, options.read);
    const toldTimes = pages.some((page) => tellsOfTimes(page, profile));
    this.responses = new Responses(this.components, options.read, profile, objects, toldTimes);
    this.formats = errorFormats(pages, profile);
    this.errors = new ErrorCatalogue(pages, this.components, profile, commonCodes(pages, profile), this.formats);
    this.refusals = commonRefusals(pages, profile);
    this.names = nameOperations(this.groups, profile, options.earlier ?? new Map());
    this.cases = readCases(pages, this.groups, {
      fileOf: options.fileOf,
      profile,
    });
    this.paths = new Paths(this.parameters, profile.keySyntax === 'plain');
    this.security = new Security(this.groups, this.cases, profile, toldSecurity(pages, this.groups, profile));
    this.extensions = new OperationExtensions(profile, options.fileOf, this.parameters, this.cases);
  }

  run(): Assembly {
    const { memory, profile } = this.options;
    memory?.start(this.pages, (page) => tellsOfAll(page, profile));
    for (const group of this.groups) this.operation(group);
    const document: Json = {
      openapi: '3.2.0',
      info: { title: apiTitle(this.pages, profile), version: '1.0.0' },
      servers: [serverOf(profile, this.cases.sampleHosts[0])],
      ...tagDescriptions(this.pages, this.groups, profile),
      paths: this.paths.toJson(),
      components: { ...this.components.toJson(), ...this.security.toJson() },
      'x-docproof': this.root(),
    };
    return { document, groups: this.groups, diagnostics: mergeDiagnostics(this.groups) };
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
      ...(profile.keyOrder ? { keyOrder: profile.keyOrder } : {}),
      ...(closed.length > 0 ? { closedBodies: closed } : {}),
      placeholders: profile.placeholders,
      ...(errors.length > 0 ? { errors } : {}),
      ...toldOfAll(this.pages, this.groups, profile, errors),
    };
  }

  private operation(group: Group): void {
    const forms = [group.main, ...group.aliases];
    const key = this.keyOf(group);
    const known = this.options.memory?.get(group, key);
    // What is remembered holds only while the references in it still have the same names.
    const holds = known !== undefined && this.components.replay(known.asked);
    if (holds) this.security.of(group);
    const fresh = holds ? undefined : this.components.recording(() => this.make(group));
    if (fresh) this.options.memory?.set(group, key, { operations: fresh.result, asked: fresh.asked });
    const operations = fresh?.result ?? known?.operations ?? [];
    for (const [i, form] of forms.entries()) this.paths.place(form, group.method, operations[i] as Json);
  }

  /** All that an operation depends on beside its pages. */
  private keyOf(group: Group): string {
    const id = this.names.get(group) as string;
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
      this.security.of(group),
      this.headers.names(group),
    ]);
  }

  /** The operation of the main form, then those of the aliases. */
  private make(group: Group): Json[] {
    const operationId = this.names.get(group) as string;
    const context = this.contextOf(group, operationId);
    const parameters = this.parameters.of(group);
    const told = this.told(group);
    const body = requestBody(told, context, { ...this.options, components: this.components });
    const kept =
      body && group.aliases.length > 0
        ? this.components.refer('requestBodies', pascal(operationId), body, operationId)
        : body;
    const facts: Json = {
      ...(parameters.length > 0 ? { parameters } : {}),
      ...(kept ? { requestBody: kept } : {}),
      responses: this.answers(group, told, context, body !== undefined),
    };
    const extension = this.extensions.of(group, context.targets, told);
    const main = { operationId, ...this.about(group, wordsOf(group)), ...facts, 'x-docproof': extension };
    const words = this.about(group, wordsOf(group).slice(0, 1));
    const aliases = this.ofAliases(group, extension).map((own, i) => ({
      operationId: `${operationId}Alias${i + 1}`,
      ...words,
      ...facts,
      'x-docproof': own,
    }));
    return [main, ...aliases];
  }

  /** With what its pages tell of it in another place. */
  private told(group: Group): Group {
    const { profile, read } = this.options;
    return profile.infer.samples
      ? withThings(withToldMedia(withFieldsOfCreate(group, this.groups, profile)), this.pages, profile, read)
      : group;
  }

  /** What is documented, then what other places say of this operation; an operation with aliases shares it with them. */
  private answers(group: Group, told: Group, context: BodyContext, hasBody: boolean): Json {
    const { id: operationId } = context;
    const documented = this.responses.of(told, context);
    const listed = this.errors.own(group, new Set(Object.keys(documented)));
    for (const [status, made] of Object.entries({ ...documented, ...listed })) {
      // RFC 9110, section 9.3.2: an answer to HEAD has no content.
      if (group.method === 'HEAD') delete made['content'];
      const failed = /^[45]/.test(status) && group.method !== 'HEAD' && !made['content'];
      const content = failed ? (this.errors.content(group) ?? this.errorForm(group)) : undefined;
      if (content) made['content'] = content;
      else if (/^[45]/.test(status)) inMediaOfErrors(made, this.formats(group.sources[0]?.page));
    }
    const completed = (made: Json, status: string): Json =>
      this.responses.withHeaders(made, this.headers.response(group, status));
    const all = (of: Record<string, Json>): Record<string, Json> =>
      Object.fromEntries(Object.entries(of).map(([status, made]) => [status, completed(made, status)]));
    const shown = all({ ...documented, ...listed });
    const derived = this.errors.responses(group, new Set(Object.keys(shown)), completed);
    const refer = ([status, made]: [string, Json]): [string, Json] => {
      const name = `${pascal(operationId)}${pascal(status)}`;
      return [status, this.components.refer('responses', name, made, operationId + status)];
    };
    const own = group.aliases.length > 0 ? Object.fromEntries(Object.entries(shown).map(refer)) : shown;
    const known = { ...own, ...derived };
    const has = {
      hasBody,
      options: this.parameters.queryNames(group),
      isSecured: this.security.isShown(group),
      told: this.headers.request(group),
      documented: new Set(Object.keys(known)),
    };
    const common = all(this.refusals(group, has, this.errorForm(group)));
    const responses = { ...known, ...common };
    return Object.keys(responses).length > 0
      ? responses
      : { default: { description: 'Not documented', 'x-docproof': { derived: true } } };
  }

  /** What the pages say of all errors at once. */
  private errorForm(group: Group): Json | undefined {
    const format = this.formats(group.sources[0]?.page);
    return format && { [format.type]: { schema: this.components.refer('schemas', 'Error', format.schema, 'errors') } };
  }

  private about(group: Group, texts: readonly string[]): Json {
    const description = texts.filter(Boolean).join('\n\n');
    return {
      summary: group.main.endpoint.title,
      ...(group.main.endpoint.deprecated ? { deprecated: true } : {}),
      ...(description ? { description } : {}),
      tags: [tagOf(group)],
      security: this.security.of(group),
    };
  }

  /** An alias has the same facts as the main form; the words about them stand once. */
  private ofAliases(group: Group, main: OperationExtension): OperationExtension[] {
    const { cases: _, documentedBy: __, headers, ...facts } = main;
    const bare = headers ? { headers: headers.map(({ description: ___, ...header }) => header) } : {};
    return group.aliases.map((alias) => ({
      ...facts,
      ...bare,
      url: alias.url.text,
      source: this.extensions.sourceOf(alias),
      aliasOf: this.names.get(group) as string,
    }));
  }

  private contextOf(group: Group, id: string): BodyContext {
    const own = this.groups.filter((other) => other.sources.some((s) => s.endpoint === group.main.endpoint));
    return { id, target: group.main.shape.target, targets: new Set(own.map((other) => other.main.shape.target)) };
  }
}
