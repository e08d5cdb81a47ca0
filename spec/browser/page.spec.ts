import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ground, languagesSeen, shown } from './shown.ts';
import { inBrowser, made } from './visit.ts';

/** What axe-core finds wrong. It is evaluated, and not put into the page, whose policy forbids that. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

/** How much wider than the window the page is. */
const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** The pages of a PDF: Chromium leaves their dictionaries uncompressed. */
const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

inBrowser('the page from a file', (visit) => {
  test('shows every claim in its table and on a card, those that fail first', () =>
    visit({}, async (page) => {
      const { rows, cards } = await shown(page);
      expect(rows).toEqual(cards);
      expect(rows.toSorted()).toEqual(
        made()
          .record.claims.map(({ id }) => id)
          .toSorted(),
      );
      expect(rows.slice(0, 2).toSorted()).toEqual(['page/on-the-edge', 'page/tanh-without-gain']);
      expect(await page.isVisible('.tools')).toBe(true);
      expect(await page.textContent('#shown')).toBe('5 / 5');
    }));

  test('is whole without a script: both languages, both themes, every claim, and no tool that would do nothing', () =>
    visit({ javaScriptEnabled: false }, async (page) => {
      expect((await shown(page)).cards).toHaveLength(5);
      expect(await page.isVisible('.tools')).toBe(false);
      expect(await languagesSeen(page)).toEqual(['en']);
      await page.getByText('中文', { exact: true }).click();
      expect(await languagesSeen(page)).toEqual(['zh']);
      expect(await page.textContent('article h2 >> nth=0')).toBeTruthy();
      const light = await ground(page);
      await page.check('input[name="theme"][value="dark"]');
      expect(Math.max(...(await ground(page)))).toBeLessThan(Math.min(...light));
      await page.click('#forest a >> nth=4');
      expect(await page.evaluate(() => document.querySelector('article:target')?.checkVisibility())).toBe(true);
    }));

  test('writes what comes from outside as text', () =>
    visit({}, async (page) => {
      const [hostile] = made().record.claims.filter(({ id }) => id === 'page/hostile');
      expect(await page.textContent('article[data-id="page/hostile"] h2')).toBe(hostile.sentence);
      expect(await page.title()).toContain('gainsay');
      expect(await page.locator('article img, article script, article style, [onfocus], [onerror]').count()).toBe(0);
    }));

  for (const width of [360, 1280]) {
    test(`fits a window of ${width} px in both languages`, () =>
      visit({ viewport: { width, height: 740 } }, async (page) => {
        expect(await tooWide(page)).toBeLessThanOrEqual(0);
        await page.check('input[name="language"][value="zh"]');
        expect(await tooWide(page)).toBeLessThanOrEqual(0);
      }));
  }

  for (const theme of ['light', 'dark']) {
    for (const language of ['en', 'zh']) {
      test(`gives axe-core nothing to complain of, ${theme}, ${language}`, { timeout: 120_000 }, () =>
        visit({}, async (page) => {
          await page.check(`input[name="theme"][value="${theme}"]`);
          await page.check(`input[name="language"][value="${language}"]`);
          await page.locator('figure.chart[data-frame]').first().focus();
          expect(await faults(page)).toEqual([]);
          await page.keyboard.press('?');
          expect(await faults(page)).toEqual([]);
        }),
      );
    }
  }

  test('prints to pages, a few a claim, with what is closed opened for the time', () =>
    visit({}, async (page) => {
      const open = () => page.locator('details[open]').count();
      const before = await open();
      await page.evaluate(() => {
        addEventListener('beforeprint', () => {
          document.body.dataset['opened'] = String(document.querySelectorAll('details[open]').length);
        });
      });
      const pdf = await page.pdf({ format: 'A4' });
      expect(pages(pdf)).toBeGreaterThan(5);
      expect(pages(pdf)).toBeLessThanOrEqual(3 * 5);
      expect(await page.getAttribute('body', 'data-opened')).toBe(String(await page.locator('details').count()));
      expect(await open()).toBe(before);
    }));

  test('prints without a script, and in dark on white', () =>
    visit({ javaScriptEnabled: false, colorScheme: 'dark' }, async (page) => {
      expect(pages(await page.pdf({ format: 'A4' }))).toBeGreaterThan(5);
      await page.emulateMedia({ media: 'print' });
      expect(await ground(page)).toEqual([255, 255, 255]);
    }));

  test('loads sixty claims (measured, and not judged: a machine may be busy)', () =>
    visit({ which: 'long' }, async (page) => {
      expect(await page.textContent('#shown')).toBe('60 / 60');
      const { loaded, size } = await page.evaluate(() => {
        const [timing] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
        return { loaded: timing.loadEventEnd, size: document.documentElement.outerHTML.length };
      });
      console.log(`a page of 60 claims, ${(size / 1e6).toFixed(2)} MB, loads in ${loaded.toFixed(0)} ms`);
    }));
});

inBrowser('the page of a check', (visit) => {
  test('shows what is wrong first, and every layer of the model below', () =>
    visit({ which: 'check' }, async (page) => {
      expect((await shown(page)).cards.slice(0, 2).toSorted()).toEqual(['check/backward', 'check/forward']);
      expect(await page.locator('.model tbody tr').count()).toBe(21);
      expect(await page.isVisible('.model caption')).toBe(true);
      expect(await page.locator('article.failed .diagnosis').first().textContent()).toContain('fan_in');
    }));

  test.each(['light', 'dark'] as const)('gives axe-core nothing to complain of, %s', { timeout: 120_000 }, (colorScheme) =>
    visit({ which: 'check', colorScheme }, async (page) => expect(await faults(page)).toEqual([])),
  );

  test('is no wider than a telephone', () =>
    visit({ which: 'check', viewport: { width: 360, height: 740 } }, async (page) =>
      expect(await tooWide(page)).toBeLessThanOrEqual(0),
    ));
});

inBrowser('the page of an audit', (visit) => {
  test('shows what is wrong first, every tensor, and the numbers against their laws, in both languages', () =>
    visit({ which: 'audit' }, async (page) => {
      expect(await page.locator('article').first().textContent()).toContain('2 units (3, 50) and 0 inputs are dead');
      expect(await page.locator('article tbody tr').count()).toBeGreaterThanOrEqual(4);
      expect(await page.locator('.histograms svg').count()).toBe(2);
      await page.getByText('中文', { exact: true }).click();
      expect(await languagesSeen(page)).toEqual(['zh']);
    }));

  test.each(['light', 'dark'] as const)('gives axe-core nothing to complain of, %s', { timeout: 120_000 }, (colorScheme) =>
    visit({ which: 'audit', colorScheme }, async (page) => expect(await faults(page)).toEqual([])),
  );

  test('is no wider than a telephone', () =>
    visit({ which: 'audit', viewport: { width: 360, height: 740 } }, async (page) =>
      expect(await tooWide(page)).toBeLessThanOrEqual(0),
    ));
});
