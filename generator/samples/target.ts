// The target `samples`: a file per documented request and language, and an index of them.
import type { Api } from '../../spec/contract/api.js';
import type { Diagnostic } from '../../spec/diagnostic.js';
import { markdownText } from '../../spec/markdown-text.js';
import type { GeneratedFile, Render, Target } from '../target.js';
import { refusal } from './collections/collection.js';
import { COLLECTIONS } from './collections/index.js';
import type { Language } from './language.js';
import { FIRST_LANGUAGES } from './languages/index.js';
import { withWrittenForm } from './multipart.js';
import { sampleRequests } from './request.js';
import { FILE_AS_BODY, type SampleRequest } from './sample.js';

/** The target for the languages wanted. */
export function samplesTargetOf(languages: readonly Language[]): Target {
  return {
    name: 'samples',
    async generate(api, render) {
      const samples = sampleRequests(api);
      const made = languages.map((language) => ({ language, ...filesOf(language, samples, render) }));
      const collected = samples.filter((sample) => refusal(sample) === undefined);
      const collections = COLLECTIONS.map(({ file, hasForms, text }) => ({
        path: `samples/${file}`,
        text: text(api, hasForms ? collected : collected.map(withWrittenForm)),
      }));
      const index = render('samples/index', indexView(api, samples, made));
      return {
        files: [
          ...made.flatMap((m) => m.files.map(({ file }) => file)),
          ...collections,
          { path: 'samples/README.md', text: index },
        ],
        diagnostics: [...made.flatMap((m) => m.diagnostics), ...uncollected(samples)],
      };
    },
  };
}

/** The languages that one gets without asking. */
export const samplesTarget: Target = samplesTargetOf(FIRST_LANGUAGES);

interface Made {
  language: Language;
  files: { sample: SampleRequest; file: GeneratedFile }[];
  diagnostics: Diagnostic[];
}

/** One sample in one language, or why the language can't say it. */
export function sampleText(
  language: Language,
  sample: SampleRequest,
  render: Render,
): { text: string } | { unsupported: string } {
  if (sample.file !== undefined && !language.hasFiles) return { unsupported: FILE_AS_BODY };
  const made = language.view(language.hasForms ? sample : withWrittenForm(sample));
  return 'view' in made ? { text: render(`samples/${language.name}`, made.view) } : made;
}

function filesOf(language: Language, samples: SampleRequest[], render: Render): Omit<Made, 'language'> {
  const files: Made['files'] = [];
  const diagnostics: Diagnostic[] = [];
  for (const sample of samples) {
    const made = sampleText(language, sample, render);
    if ('text' in made)
      files.push({ sample, file: { path: `samples/${language.name}/${language.file(sample)}`, text: made.text } });
    else
      diagnostics.push(
        unsupported(sample, `no ${language.title} sample of ${sample.operationId}: ${made.unsupported}`),
      );
  }
  return { files, diagnostics };
}

function uncollected(samples: SampleRequest[]): Diagnostic[] {
  return samples.flatMap((sample) => {
    const why = refusal(sample);
    return why === undefined ? [] : [unsupported(sample, `${sample.operationId} stands in no collection: ${why}`)];
  });
}

function unsupported({ source }: SampleRequest, message: string): Diagnostic {
  const { file, line } = source ?? { file: 'openapi.yaml', line: 1 };
  return { code: 'generate/sample-unsupported', severity: 'info', file, line, column: 1, message };
}

function indexView(api: Api, samples: SampleRequest[], made: Made[]): object {
  const paths = made.map(({ language, files }) => ({
    title: language.title,
    bySample: new Map(files.map(({ sample, file }) => [sample, file.path])),
  }));
  return {
    title: markdownText(api.title),
    languages: made.map(({ language, files }) => {
      const first = files[0]?.file.path.split('/').at(-1);
      return {
        title: language.title,
        folder: language.name,
        count: files.length,
        run: first === undefined || !language.run ? '' : `\`${language.run(first)}\``,
      };
    }),
    collections: COLLECTIONS.map(({ file, title }) => ({ file, title })),
    variables: variablesOf(samples),
    samples: samples.map((sample) => ({
      title: markdownText(sample.title),
      operation: inCode(sample.operationId),
      method: markdownText(sample.method),
      links: paths
        .flatMap(({ title, bySample }) => {
          const path = bySample.get(sample);
          return path === undefined ? [] : [`[${title}](${path.slice('samples/'.length)})`];
        })
        .join(' '),
    })),
  };
}

function variablesOf(samples: SampleRequest[]): { name: string; about: string }[] {
  const all = new Map(samples.flatMap((s) => s.variables.map((v) => [v.name, v.about] as const)));
  return [...all].map(([name, about]) => ({ name: inCode(name), about: markdownText(about) }));
}

/** Text between backticks in a cell of a table (GFM, 4.10): neither may end there. */
function inCode(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replaceAll('`', "'")
    .replaceAll('|', '\\|');
}
