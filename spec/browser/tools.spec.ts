import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { shown } from './shown.ts';
import { inBrowser } from './visit.ts';

/** Every claim, by its name. */
const ALL = ['page/hostile', 'page/on-the-edge', 'page/relu-keeps', 'page/tanh-settles', 'page/tanh-without-gain'];

/** Rows and cards are always the same claims in the same order, and the count is theirs. */
async function claims(page: Page): Promise<string[]> {
  const { rows, cards } = await shown(page);
  expect(cards).toEqual(rows);
  expect(await page.textContent('#shown')).toBe(`${rows.length} / ${ALL.length}`);
  return rows;
}

const ofRows = (page: Page, key: string) =>
  page.$$eval('#forest tbody tr', (rows, name) => rows.map((row) => row.getAttribute(`data-${name}`) ?? ''), key);

inBrowser('the tools', (visit) => {
  test('filter by words in either language, all of which must occur, whatever their case', () =>
    visit({}, async (page) => {
      await page.fill('#filter', 'TANH page/');
      expect((await claims(page)).toSorted()).toEqual(['page/tanh-settles', 'page/tanh-without-gain']);
      await page.fill('#filter', 'tanh 不用');
      expect(await claims(page)).toEqual(['page/tanh-without-gain']);
      await page.fill('#filter', 'He et al.');
      expect(await claims(page)).toEqual(['page/relu-keeps']);
      await page.fill('#filter', '.*');
      expect(await claims(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await page.inputValue('#filter')).toBe('');
      expect(await claims(page)).toHaveLength(5);
    }));

  test('filter by verdict, together with words', () =>
    visit({}, async (page) => {
      await page.uncheck('input[name="verdict"][value="supported"]');
      expect((await claims(page)).toSorted()).toEqual(['page/on-the-edge', 'page/tanh-without-gain']);
      await page.fill('#filter', 'tanh');
      expect(await claims(page)).toEqual(['page/tanh-without-gain']);
      await page.check('input[name="verdict"][value="supported"]');
      expect((await claims(page)).toSorted()).toEqual(['page/tanh-settles', 'page/tanh-without-gain']);
    }));

  test('sort by a column up and down, numbers as numbers and names as text, and say so', () =>
    visit({}, async (page) => {
      const head = (key: string) => page.locator(`#forest th[data-sort="${key}"]`);
      await head('networks').getByRole('button').click();
      const networks = (await ofRows(page, 'networks')).map(Number);
      expect(networks).toEqual(networks.toSorted((a, b) => a - b));
      // As text they would be in another order: else this says nothing.
      expect(networks.map(String)).not.toEqual(networks.map(String).toSorted());
      expect(await head('networks').getAttribute('aria-sort')).toBe('ascending');
      await claims(page);

      await head('networks').getByRole('button').click();
      expect((await ofRows(page, 'networks')).map(Number)).toEqual(networks.toReversed());
      expect(await head('networks').getAttribute('aria-sort')).toBe('descending');

      await head('id').getByRole('button').click();
      expect(await claims(page)).toEqual(ALL);
      expect(await head('networks').getAttribute('aria-sort')).toBe('none');
      expect(await page.inputValue('#sort')).toBe('id');
      await head('id').getByRole('button').click();
      expect(await claims(page)).toEqual(ALL.toReversed());
    }));

  test('sort by the list, which the columns follow; what is alike stays as it was', () =>
    visit({}, async (page) => {
      const first = await claims(page);
      await page.selectOption('#sort', 'id');
      expect(await claims(page)).toEqual(ALL);
      await page.click('#forest th[data-sort="verdict"] button');
      const verdicts = await ofRows(page, 'verdict');
      const supported = (await claims(page)).filter((_, i) => verdicts[i] === 'supported');
      expect(supported).toEqual(['page/hostile', 'page/relu-keeps', 'page/tanh-settles']);
      // The list has no such order.
      expect(await page.inputValue('#sort')).toBe('');
      await page.selectOption('#sort', 'order');
      expect(await claims(page)).toEqual(first);
      expect(await page.locator('th:is([aria-sort="ascending"], [aria-sort="descending"])').count()).toBe(0);
    }));

  test('put what is not a number last, whichever way they sort', () =>
    visit({}, async (page) => {
      const last = () => ofRows(page, 'estimate').then((values) => values.at(-1));
      await page.$eval('#forest tbody tr', (row) => row.setAttribute('data-estimate', 'NaN'));
      await page.$eval('#forest tbody tr:nth-child(2)', (row) => row.setAttribute('data-estimate', '-Infinity'));
      await page.click('#forest th[data-sort="estimate"] button');
      expect((await ofRows(page, 'estimate'))[0]).toBe('-Infinity');
      expect(await last()).toBe('NaN');
      await page.click('#forest th[data-sort="estimate"] button');
      expect(await last()).toBe('NaN');
    }));

  test('give way to a link to a card that they hide', () =>
    visit({ hash: '#claim/page/relu-keeps' }, async (page) => {
      const inView = () =>
        page.locator('article[data-id="page/relu-keeps"] h2').evaluate((head) => head.getBoundingClientRect().top);
      await page.fill('#filter', 'tanh');
      await page.uncheck('input[name="verdict"][value="supported"]');
      expect(await claims(page)).toEqual(['page/tanh-without-gain']);
      // The address that the page is at already, as a link to it from elsewhere on the page would have it.
      await page.evaluate(() => {
        const link = document.createElement('a');
        link.href = location.hash;
        document.body.append(link);
        link.click();
      });
      expect(await claims(page)).toHaveLength(5);
      await expect.poll(inView).toBeLessThan(400);

      await page.fill('#filter', 'tanh');
      await page.evaluate(() => (location.hash = '#claim/page/hostile'));
      await expect.poll(() => page.isVisible('article[data-id="page/hostile"]')).toBe(true);
      expect(await page.inputValue('#filter')).toBe('');
    }));
});
