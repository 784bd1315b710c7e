// Files that put docproof into a project's CI: as text, from where the project keeps its documents and its spec.

export const CI_SYSTEMS = ['github', 'gitlab', 'pre-commit'] as const;
export type CiSystem = (typeof CI_SYSTEMS)[number];

export interface CiPlaces {
  /** Folder of the documents. */
  docs: string;
  spec: string;
  /** Folder of generated code. */
  out: string;
  /** How the pages are written, where it is not as docproof takes them to be. */
  profile?: string;
  /** The language to take where pages exist in several. */
  lang?: string;
  /** Of docproof: what CI runs is what wrote the file. */
  version: string;
  /** Whether docproof is among the project's own packages, which CI installs then. */
  installed?: boolean;
}

export interface CiFile {
  path: string;
  text: string;
  /** What to do with it, for people. */
  note: string;
}

export function ciFile(system: CiSystem, places: CiPlaces): CiFile {
  if (system === 'github') return github(places);
  return system === 'gitlab' ? gitlab(places) : preCommit(places);
}

/** A word of the shell, and no expression of GitHub. Places come from the command line, so they may hold anything. */
function word(text: string): string {
  return /^[\w./@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''").replace(/\$(?=\{\{)/g, () => "$''")}'`;
}

function where(places: CiPlaces): string {
  const { docs, spec, out } = places;
  return `--docs ${word(docs)} --spec ${word(spec)} --out ${word(out)}${profileFlag(places)}${languageFlag(places)}`;
}

/** The project's own docproof, else the one of this version from the registry. */
function runner({ version, installed }: CiPlaces): string {
  return installed ? 'npx --no-install docproof' : `npx --yes docproof@${version}`;
}

function languageFlag({ lang }: CiPlaces): string {
  return lang === undefined ? '' : ` --lang ${word(lang)}`;
}

function profileFlag({ profile }: CiPlaces): string {
  return profile === undefined ? '' : ` --profile ${word(profile)}`;
}

/** A line of shell as a YAML value: in double quotes, where YAML's own marks mean nothing. */
function yaml(text: string): string {
  return JSON.stringify(text);
}

function github(places: CiPlaces): CiFile {
  const npx = runner(places);
  const install = places.installed ? '\n      - run: npm ci' : '';
  const compare = `${npx} diff "origin/$BASE" --spec ${word(places.spec)} --docs ${word(places.docs)}${profileFlag(places)}${languageFlag(places)} --format markdown >> "$GITHUB_STEP_SUMMARY"`;
  const text = `# Documents, spec and generated code agree, and a pull request breaks nobody.
name: docproof
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 22${install}
      - name: Mistakes in the documents, at their lines
        run: ${yaml(`${npx} lint ${word(places.docs)}${profileFlag(places)} --format github`)}
      - name: Everything is fresh
        run: ${yaml(`${npx} check ${where(places)}`)}
      - name: Nothing breaks
        if: github.event_name == 'pull_request'
        env:
          BASE: \${{ github.base_ref }}
        run: ${yaml(compare)}
  certify:
    # Set the variable DOCPROOF_TARGET to the URL of a server, and the secret DOCPROOF_TOKEN, to certify it.
    if: vars.DOCPROOF_TARGET != ''
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22${install}
      - name: The server does what the documents say
        env:
          TARGET: \${{ vars.DOCPROOF_TARGET }}
          DOCPROOF_TOKEN: \${{ secrets.DOCPROOF_TOKEN }}
        run: ${yaml(`${npx} certify --target "$TARGET" --spec ${word(places.spec)} --docs ${word(places.docs)} --report .docproof/report --allow-writes`)}
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: docproof-report
          path: .docproof/report
          include-hidden-files: true
`;
  return {
    path: '.github/workflows/docproof.yml',
    text,
    note: 'commit it: pull requests are checked from then on',
  };
}

function gitlab(places: CiPlaces): CiFile {
  const npx = runner(places);
  const install = places.installed ? '\n  before_script: [npm ci]' : '';
  const text = `# Documents, spec and generated code agree, and a merge request breaks nobody.
# Use it from .gitlab-ci.yml:
#   include:
#     - local: .gitlab/docproof.yml
.docproof:
  image: node:22
  variables:
    GIT_DEPTH: 0${install}

docproof-check:
  extends: .docproof
  stage: test
  script:
    - ${yaml(`${npx} check ${where(places)}`)}

docproof-lint:
  extends: .docproof
  stage: test
  script:
    - ${yaml(`${npx} lint ${word(places.docs)}${profileFlag(places)} --format gitlab > gl-code-quality-report.json`)}
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json

docproof-changes:
  extends: .docproof
  stage: test
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - ${yaml(`${npx} diff "$CI_MERGE_REQUEST_DIFF_BASE_SHA" --spec ${word(places.spec)} --docs ${word(places.docs)}${profileFlag(places)}${languageFlag(places)}`)}

docproof-certify:
  extends: .docproof
  stage: test
  rules:
    # Set DOCPROOF_TARGET, and DOCPROOF_TOKEN as a masked variable, to certify a server.
    - if: $DOCPROOF_TARGET
  script:
    - ${yaml(`${npx} certify --target "$DOCPROOF_TARGET" --spec ${word(places.spec)} --docs ${word(places.docs)} --report docproof-report --allow-writes`)}
  artifacts:
    when: always
    paths: [docproof-report]
    reports:
      junit: docproof-report/junit.xml
`;
  return {
    path: '.gitlab/docproof.yml',
    text,
    note: 'add to .gitlab-ci.yml: include: [{ local: .gitlab/docproof.yml }]',
  };
}

function preCommit(places: CiPlaces): CiFile {
  const text = `# Run by the tool pre-commit: pre-commit install
repos:
  - repo: local
    hooks:
      - id: docproof
        name: documents, spec and generated code agree
        language: system
        pass_filenames: false
        entry: ${yaml(`${runner(places)} check ${where(places)}`)}
`;
  return { path: '.pre-commit-config.yaml', text, note: 'then run: pre-commit install' };
}
