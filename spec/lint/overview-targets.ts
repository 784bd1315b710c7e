// Targets that an overview lists, held against the URLs that the page documents.
import type { Endpoint, Page } from '../extract/page.js';
import type { Report } from './rule.js';

/** "You can link: Box, ExtCell, Role" in the overview, while the URLs know ExtCell only. */
export function overviewTargets(page: Page, endpoint: Endpoint, report: Report): void {
  const blocks = page.document.blocks;
  const firstUrl = Math.min(...endpoint.urls.map((u) => u.span.start));
  let run: { text: string; span: { start: number; end: number } }[] = [];
  const lists: (typeof run)[] = [];
  for (const block of [...blocks.filter((b) => b.span.start < firstUrl), undefined]) {
    if (block?.kind === 'item' && /^[A-Z][A-Za-z]{2,30}$/.test(block.text)) run.push(block);
    else {
      if (run.length >= 2) lists.push(run);
      run = [];
    }
  }
  const urls = endpoint.urls.map((u) => u.text).join('\n');
  const inUrl = (name: string): boolean => new RegExp(`[/_]${name}(?![A-Za-z])`).test(urls);
  for (const list of lists) {
    const lost = list.filter((item) => !inUrl(item.text));
    const [first] = lost;
    if (!first || lost.length === list.length) continue;
    report(page, first.span, {
      message: `the overview lists ${lost.map((item) => item.text).join(', ')}, which no documented URL names`,
      help: 'document the URLs of every target, or take it off the list',
    });
  }
}
