// Examples of rules: a small right page, and what a rule's example changes in it. The same examples are documentation and test.

export interface Example {
  /** Sections of the page that are different, by title; null leaves the section out. Only these are shown. */
  sections?: Record<string, string | null>;
  title?: string;
  /** The whole page instead. */
  page?: string;
  /** Further pages by file name. */
  others?: Record<string, string>;
}

const TITLE = 'Update Label';
const SECTIONS: Record<string, string> = {
  Overview: 'Changes a label of a cell.',
  'Required Privileges': 'label',
  'Request URL': "```\n{CellURL}__ctl/Label('{LabelName}')\n```",
  'Request Method': 'PUT',
  'Request Header':
    '|Header Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n|Authorization|Token|Bearer {AccessToken}|Yes||\n|Content-Type|Format of the body|application/json|No||',
  'Request Body':
    '|Item Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n|Name|New name|Number of digits: 1-16|Yes||\n|Color|Its color|red, green|No||',
  'Request Sample': '```JSON\n{"Name": "urgent", "Color": "red"}\n```',
  'Response Code': '204',
  'Response Header': '|Header Name|Overview|Notes|\n|:--|:--|:--|\n|ETag|Version of the label||',
  'cURL Command':
    '```sh\ncurl "https://cell1.unit1.example/__ctl/Label(\'later\')" -X PUT -i \\\n-H \'Authorization: Bearer TOKEN\' -d \'{"Name":"urgent"}\'\n```',
};
const LEVEL_3 = /^(?:Request |Response )/;

/** The pages that an example stands for, by file name. */
export function examplePages(example: Example): Record<string, string> {
  return { 'update_label.md': example.page ?? pageOf(example), ...example.others };
}

function pageOf({ title = TITLE, sections = {} }: Example): string {
  const parts = [`# ${title}`];
  const all = { ...SECTIONS, ...sections };
  let group = '';
  for (const [name, text] of Object.entries(all)) {
    if (text === null) continue;
    const side = /^(Request|Response) /.exec(name)?.[1] ?? '';
    if (side && side !== group) parts.push(`## ${side}`);
    group = side;
    parts.push(`${LEVEL_3.test(name) ? '###' : '##'} ${name}`, text);
  }
  return `${parts.join('\n\n')}\n`;
}

/** The part of an example that matters, as markdown for readers. */
export function exampleExcerpt(example: Example): string {
  if (example.page !== undefined) return example.page.trimEnd();
  const parts = example.title ? [`# ${example.title}`] : [];
  for (const [name, text] of Object.entries(example.sections ?? {}))
    parts.push(text === null ? `(no section "${name}")` : `### ${name}\n\n${text}`);
  for (const [file, text] of Object.entries(example.others ?? {})) parts.push(`(${file})\n\n${text.trimEnd()}`);
  return parts.join('\n\n');
}
