import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ground, languagesSeen, shown } from './shown.ts';
import { inBrowser } from './visit.ts';

const focused = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement).dataset['id'] ?? null);

interface Stop {
  on: string;
  seen: boolean;
}

/** What the focus is on, and whether a reader can see that; null where it has left the page. */
function focus(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const on = document.activeElement;
    if (on === null || on === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(on);
    // Nothing clips or covers it. Line by line: what is between the lines of a link belongs to the text around it.
    const lines = [...on.getClientRects()];
    const clear = lines.every(({ left, right, top, bottom }) => {
      const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
      return on.contains(document.elementFromPoint((left + right) / 2, y));
    });
    return {
      on: on.outerHTML.slice(0, 100),
      seen: outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 && lines.length > 0 && clear,
    };
  });
}

inBrowser('a reader', (visit) => {
  test('switches the language: what is seen, what is said to a screen reader, fields and options', () =>
    visit({}, async (page) => {
      const chart = page.locator('svg[data-label-zh]').first();
      const english = await chart.getAttribute('aria-label');
      expect(await languagesSeen(page)).toEqual(['en']);
      await page.check('input[name="language"][value="zh"]');
      expect(await languagesSeen(page)).toEqual(['zh']);
      expect(await page.getAttribute('html', 'lang')).toBe('zh-CN');
      expect(await page.getAttribute('#filter', 'placeholder')).toMatch(/筛选/);
      expect(await page.getAttribute('#filter', 'aria-label')).toMatch(/筛选/);
      expect(await page.textContent('#sort option')).toMatch(/\p{Script=Han}/u);
      expect(await chart.getAttribute('aria-label')).toBe(await chart.getAttribute('data-label-zh'));
      await page.reload();
      expect(await languagesSeen(page)).toEqual(['zh']);
      expect(await page.getAttribute('html', 'lang')).toBe('zh-CN');
      await page.keyboard.press('l');
      expect(await languagesSeen(page)).toEqual(['en']);
      expect(await page.getAttribute('html', 'lang')).toBe('en');
      expect(await chart.getAttribute('aria-label')).toBe(english);
    }));

  test('gets the theme of the system, or the one that he chose, also at the next visit', () =>
    visit({ colorScheme: 'dark' }, async (page) => {
      const dark = await ground(page);
      await page.emulateMedia({ colorScheme: 'light' });
      const light = await ground(page);
      expect(Math.max(...dark)).toBeLessThan(60);
      expect(Math.min(...light)).toBeGreaterThan(200);
      await page.keyboard.press('d');
      expect(await ground(page)).toEqual(dark);
      await page.reload();
      expect(await ground(page)).toEqual(dark);
      await page.keyboard.press('d');
      expect(await ground(page)).toEqual(light);
      await page.check('input[name="theme"][value="auto"]');
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await ground(page)).toEqual(dark);
    }));

  test('is scrolled to a card at once where he asked for less motion', () =>
    visit({ reducedMotion: 'reduce' }, async (page) => {
      const behavior = await page.evaluate(() => {
        document.documentElement.style.removeProperty('scroll-behavior');
        return getComputedStyle(document.documentElement).scrollBehavior;
      });
      expect(behavior).toBe('auto');
    }));

  test('loses nothing but the memory where the browser refuses storage', () => {
    const before = `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });`;
    return visit({ before }, async (page) => {
      await page.keyboard.press('l');
      expect(await languagesSeen(page)).toEqual(['zh']);
      expect(await page.textContent('#shown')).toBe('5 / 5');
    });
  });

  test('goes from card to card by keys, those alone that are shown, and back to the top', () =>
    visit({}, async (page) => {
      const { cards } = await shown(page);
      await page.keyboard.press('j');
      expect(await focused(page)).toBe(cards[0]);
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      expect(await focused(page)).toBe(cards[2]);
      const top = await page.evaluate(() => document.activeElement?.getBoundingClientRect().top);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(200);
      await page.keyboard.press('k');
      expect(await focused(page)).toBe(cards[1]);
      await page.keyboard.press('t');
      expect(await page.evaluate(() => scrollY)).toBe(0);
      expect(await focused(page)).toBeNull();

      await page.fill('#filter', 'page/');
      await page.uncheck('input[name="verdict"][value="refuted"]');
      await page.keyboard.press('f');
      expect(await focused(page)).toBe('page/on-the-edge');
      await page.check('input[name="verdict"][value="refuted"]');
      await page.keyboard.press('f');
      const next = await focused(page);
      await page.keyboard.press('f');
      expect([next, await focused(page)].toSorted()).toEqual(['page/on-the-edge', 'page/tanh-without-gain']);
    }));

  test('types into a field what would be a key elsewhere, and keeps the keys of the browser', () =>
    visit({}, async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('jl/?d');
      expect(await page.inputValue('#filter')).toBe('jl/?d');
      expect(await languagesSeen(page)).toEqual(['en']);
      expect(await page.isVisible('#keys')).toBe(false);
      await page.keyboard.press('Escape');
      expect(await page.inputValue('#filter')).toBe('');
      await page.locator('#filter').blur();
      for (const modifier of ['Control', 'Alt', 'Meta']) await page.keyboard.press(`${modifier}+j`);
      expect(await focused(page)).toBeNull();
    }));

  test('opens the list of keys by ? or its button, in his language, and closes it by Escape', () =>
    visit({}, async (page) => {
      await page.keyboard.press('?');
      expect(await page.isVisible('#keys')).toBe(true);
      await page.keyboard.press('j');
      expect(await page.isVisible('#keys')).toBe(true);
      await page.keyboard.press('Escape');
      expect(await page.isVisible('#keys')).toBe(false);
      await page.keyboard.press('l');
      await page.click('#help');
      expect(await page.innerText('#keys h2')).toMatch(/\p{Script=Han}/u);
      await page.locator('#keys button').click();
      expect(await page.isVisible('#keys')).toBe(false);
    }));

  for (const width of [360, 1280]) {
    test(`comes by Tab to everything that answers, sees each time where, and comes back, in a window of ${width} px`, () =>
      visit({ viewport: { width, height: 800 } }, async (page) => {
        const there: Stop[] = [];
        await page.keyboard.press('Tab');
        for (let stop = await focus(page); stop; stop = await focus(page)) {
          there.push(stop);
          await page.keyboard.press('Tab');
        }
        expect(there.filter(({ seen }) => !seen)).toEqual([]);
        const charts = await page.locator('figure.chart[data-frame]').count();
        expect(charts).toBeGreaterThan(5);
        expect(there.filter(({ on }) => on.startsWith('<figure'))).toHaveLength(charts);

        const back: Stop[] = [];
        for (let i = 0; i < there.length; i++) {
          await page.keyboard.press('Shift+Tab');
          const stop = await focus(page);
          if (stop) back.push(stop);
        }
        expect(back).toEqual(there.toReversed());
      }));
  }
});
