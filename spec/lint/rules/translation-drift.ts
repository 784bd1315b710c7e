// locale/translation-drift: what one language of a page says and another does not.
import type { Page } from '../../extract/page.js';
import { compareTranslations } from '../drift.js';
import type { Rule } from '../rule.js';

const JA_PAGE = `# Labelの更新

## 概要

ラベルを変更します。

## 必要な権限

label

## リクエスト

### リクエストURL

\`\`\`
{CellURL}__ctl/Label('{LabelName}')
\`\`\`

### メソッド

PUT

## レスポンス

### ステータスコード

`;
const EN_PAGE: Record<string, string | null> = {
  'Request Header': null,
  'Request Body': null,
  'Request Sample': null,
  'Response Header': null,
  'cURL Command': null,
};

export const translationDrift: Rule = {
  code: 'locale/translation-drift',
  severity: 'warning',
  purpose:
    'A URL, parameter, field, limit, default, type, status, header, command or sample that one language of a page has and another has not.',
  why: 'One of the two is out of date; which one, only a person can tell. Sentences are not compared.',
  bad: { sections: EN_PAGE, others: { 'ja/update_label.md': `${JA_PAGE}200\n` } },
  good: { sections: EN_PAGE, others: { 'ja/update_label.md': `${JA_PAGE}204\n` } },
  check(site, report) {
    const byId = new Map<string, Page[]>();
    for (const page of site.pages) byId.set(page.id, [...(byId.get(page.id) ?? []), page]);
    const order = site.profile.languages.map((language) => language.code);
    for (const pages of byId.values()) {
      const sorted = [...pages].sort((a, b) => order.indexOf(a.lang) - order.indexOf(b.lang));
      const [first] = sorted;
      for (const other of sorted.slice(1))
        if (first && other.lang !== first.lang) compareTranslations(first, other, site, report);
    }
  },
};
