// Where a page and its translation say different things, and where only their words differ.
import { describe, expect, it } from 'vitest';
import type { Example } from './example.js';
import { find } from './testing/find.js';

describe('translations', () => {
  const en = (sections: Record<string, string>): Example => ({
    sections: { 'Request Sample': null, 'cURL Command': null, ...sections },
  });
  const ja = (parts: string, curl = ''): string =>
    `# Labelの更新\n\n## 概要\n\n変更。\n\n## 必要な権限\n\nlabel\n\n## リクエスト\n\n### リクエストURL\n\n\`\`\`\n{CellURL}__ctl/Label('{LabelName}')\n\`\`\`\n\n### メソッド\n\nPUT\n\n### リクエストヘッダ\n\n|ヘッダ名|概要|有効値|必須|備考|\n|:--|:--|:--|:--|:--|\n|Authorization|トークン|Bearer {AccessToken}|○||\n|Content-Type|形式|application/json|×||\n\n### リクエストボディ\n\n|項目名|概要|有効値|必須|備考|\n|:--|:--|:--|:--|:--|\n${parts}\n\n## レスポンス\n\n### ステータスコード\n\n204\n\n### レスポンスヘッダ\n\n|ヘッダ名|概要|備考|\n|:--|:--|:--|\n|ETag|版||\n${curl}`;
  const name = '|Name|名前|桁数：1-16|○||\n|Color|色|red, green|×||';
  const drift = (example: Example, page: string): string[] =>
    find({ ...example, others: { 'ja/update_label.md': page } })
      .filter((d) => d.code === 'locale/translation-drift')
      .map((d) => d.message);
  const head = '|Item Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n';
  const command = (rest: string): string =>
    `\n## cURLサンプル\n\n\`\`\`sh\ncurl "https://cell1.unit1.example/__ctl/Label('later')" -X PUT ${rest}\n\`\`\`\n`;

  it('none where both say the same', () => expect(drift(en({}), ja(name))).toEqual([]));
  it.each([
    [
      'a default',
      `${head}|Name|New name|Number of digits: 1-16|Yes||\n|Color|Its color|red, green|No|[red] by default|`,
      '|Name|名前|桁数：1-16|○||\n|Color|色|red, green|×|省略時は[green]として扱う|',
      'default "green" here',
    ],
    [
      'a value',
      `${head}|Name|New name|Number of digits: 1-16|Yes||\n|Color|Its color|red|No||`,
      '|Name|名前|桁数：1-16|○||\n|Color|色|green|×||',
      '"green" here',
    ],
  ])('%s', (_, text, rows, want) =>
    expect(drift(en({ 'Request Body': text }), ja(rows))).toEqual([expect.stringContaining(want)]),
  );
  it.each([
    [`-d '{"Name":"urgent"}' -H 'Accept: a/b'`, 'header "Accept"'],
    [`-d '{"Name":"later"}'`, 'body'],
    [`-d '{"Name": "urgent"}'`, undefined],
    [`-d '{"Name":"(省略)"}'`, undefined],
  ])('a command with %s', (rest, want) => {
    const example = en({
      'cURL Command': `\`\`\`sh\ncurl "https://cell1.unit1.example/__ctl/Label('later')" -X PUT -d '{"Name":"urgent"}'\n\`\`\``,
    });
    expect(drift(example, ja(name, command(rest)))).toEqual(want ? [expect.stringContaining(`another ${want}`)] : []);
  });
});
