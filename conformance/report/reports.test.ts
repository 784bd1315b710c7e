import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pc from 'picocolors';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyOutcome, HOSTILE, sampleCase, sampleRun } from '../testing/sample-run.js';
import { reportFiles } from './files.js';
import { terminal } from './terminal.js';
import { reproduce, shellWord } from './text.js';

const template = (name: string): string =>
  readFileSync(new URL(`../../templates/report/${name}`, import.meta.url), 'utf8');
const templates = { page: template('report.html.hbs'), style: template('report.css'), script: template('report.js') };
const files = reportFiles(everyOutcome(), templates);
const plain = pc.createColors(false);

test('JUnit: open cases are errors, unsupported ones are skipped, nothing hostile is markup', () => {
  const xml = files['junit.xml'] ?? '';
  expect(xml).toContain('tests="5" failures="1" errors="2" skipped="1"');
  expect(xml).toContain('<error type="untested" message="untested because"/>');
  expect(xml).toContain('<failure type="sample"');
  expect(xml).not.toContain('<script');
  expect(xml).not.toContain('\u0000');
});

test('CTRF: counts add up and what is open is not skipped', () => {
  const { results } = JSON.parse(files['ctrf.json'] ?? '');
  expect(results.summary).toMatchObject({ tests: 5, passed: 1, failed: 1, skipped: 1, pending: 0, other: 2 });
  expect(results.tests.map((t: { status: string }) => t.status)).toEqual([
    'passed',
    'failed',
    'other',
    'skipped',
    'other',
  ]);
});

test('SARIF: a result per broken promise, at the line of the document, with a print that lines do not change', () => {
  const at = (line: number) => {
    const run = sampleRun([
      sampleCase('a', 'failed', {
        assertions: [
          {
            id: 'status',
            level: 'MUST',
            outcome: 'failed',
            expected: '204',
            actual: '200',
            source: { file: 'en/a b.md', line },
            exchange: 0,
          },
        ],
      }),
    ]);
    return JSON.parse(reportFiles(run, templates)['report.sarif'] ?? '').runs[0].results[0];
  };
  expect(at(7).locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'en/a%20b.md' },
    region: { startLine: 7 },
  });
  expect(at(7).partialFingerprints).toEqual(at(9).partialFingerprints);
  expect(at(7)).toMatchObject({ ruleId: 'certify/status', level: 'error' });
});

test('the badge says the verdict and counts only what was judged', () => {
  expect(files['badge.svg']).toContain('nonconformant 1/4');
});

test('markdown: hostile text stays text', () => {
  expect(files['summary.md']).not.toMatch(/(?<!`)<script/);
  expect(files['summary.md']).toContain('```<script>');
});

test('terminal: failures first with a command to send them again; control characters are made visible', () => {
  const text = terminal(everyOutcome(), plain, { folder: 'out' });
  expect(text.split('\n')[0]).toMatch(/^failed box\/hostile/);
  expect(text).toContain(
    "curl -i -X PUT 'http://127.0.0.1:1/cell1/__ctl/Box('\\''box1'\\'')' -H \"Authorization: Bearer $DOCPROOF_TOKEN\"",
  );
  expect(text).toContain("nonconformant: 1 passed, 1 failed, 1 can't tell, 1 inapplicable, 1 untested");
  expect(text).not.toContain('\u0000');
  expect(terminal(sampleRun([sampleCase('a', 'cantTell', { reason: '\u001b[2J\u202etxt' })]), plain)).not.toMatch(
    /[\u001b\u202e]/,
  );
});

test.each([
  ["it's", "'it'\\''s'"],
  ['$links `x`', "'$links `x`'"],
  ['', "''"],
  ['http://a/b', 'http://a/b'],
])('a shell word for %j', (text, want) => {
  expect(shellWord(text)).toBe(want);
});

test.each([
  [{ authorization: 'Bearer s3cret' }, '"authorization: Bearer $DOCPROOF_TOKEN"'],
  [{ Authorization: 'Bearer *** (another token)' }, '"Authorization: Bearer $OTHER_TOKEN"'],
  [{ Authorization: 'Basic ***' }, '"Authorization: Basic $DOCPROOF_TOKEN"'],
  [{ 'X-Api-Key': '***' }, '"X-Api-Key: $DOCPROOF_TOKEN"'],
  [
    { Authorization: 'Bearer ***', 'X-Password': '***' },
    '"Authorization: Bearer $DOCPROOF_TOKEN" -H "X-Password: $PASSWORD"',
  ],
  [{ Authorization: 'Bearer docproof-not-a-token' }, "'Authorization: Bearer docproof-not-a-token'"],
])('a command to send again has the variable where the token was: %j', (headers, want) => {
  expect(reproduce({ method: 'GET', url: 'http://a/', headers })).toBe(`curl -i -X GET http://a/ -H ${want}`);
});

const CHROMIUM = '/usr/bin/chromium';

describe.skipIf(!existsSync(CHROMIUM))('HTML in Chromium', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'docproof-report-'));
    writeFileSync(join(folder, 'report.html'), files['report.html'] ?? '');
    const many = sampleRun(
      Array.from({ length: 5000 }, (_, i) => sampleCase(`case/${i}`, i % 100 === 0 ? 'failed' : 'passed')),
    );
    writeFileSync(join(folder, 'many.html'), reportFiles(many, templates)['report.html'] ?? '');
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });
  const open = async (file: string, options: Parameters<Browser['newContext']>[0] = {}) => {
    const page = await (await browser.newContext(options)).newPage();
    const errors: string[] = [];
    page.on('pageerror', (e) => errors.push(e.message));
    page.on('console', (m) => m.type() === 'error' && errors.push(m.text()));
    page.on('dialog', (d) => errors.push(`dialog: ${d.message()}`));
    await page.goto(pathToFileURL(join(folder, file)).href);
    return { page, errors };
  };

  test('filters by outcome and word, and runs nothing that a server answered', async () => {
    const { page, errors } = await open('report.html');
    expect(await page.locator('details.case:visible').count()).toBe(5);
    expect(await page.locator('.name').first().textContent()).toContain(HOSTILE.slice(0, 20));
    await page.getByLabel('passed', { exact: true }).uncheck();
    expect(await page.locator('details.case:visible').count()).toBe(4);
    await page.getByLabel('Filter').fill('hostile');
    await page.getByLabel('Filter').press('Enter');
    expect(await page.locator('details.case:visible').count()).toBe(1);
    expect(errors).toEqual([]);
  });

  test('is readable without JavaScript', async () => {
    const { page } = await open('report.html', { javaScriptEnabled: false });
    expect(await page.locator('h1').textContent()).toContain('nonconformant');
    expect(await page.locator('.filter').isVisible()).toBe(false);
    await page.locator('details.case').last().locator('summary').click();
    expect(await page.locator('details.case').last().locator('pre').first().isVisible()).toBe(true);
  });

  test.each(['light', 'dark'] as const)('fits a phone, %s', async (colorScheme) => {
    const { page } = await open('report.html', { viewport: { width: 390, height: 800 }, colorScheme });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    // The name of a promise is read in words, not letter by letter.
    const promise = await page.locator('details.case[open] .promises code').first().boundingBox();
    expect(promise?.width).toBeGreaterThan(promise?.height ?? 0);
  });

  test('a case that is linked opens', async () => {
    const { page } = await open('many.html');
    // Events without a pointer: waiting until 5,000 cases stand still is the browser driver's work, not the page's.
    await page.evaluate("document.querySelectorAll('.cells a.failed')[1].click()");
    await page.waitForFunction("document.querySelector('#case-101').open");
    await page.evaluate("document.querySelector('#search').value = 'case/4999'");
    await page.locator('#search').dispatchEvent('input');
    expect(await page.locator('#shown').textContent()).toBe('1 of 5000 shown');
  });
});
