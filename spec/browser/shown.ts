import type { Page } from 'playwright-core';

/** The claims that the page shows, in its order: as rows of the table, and as cards. */
export async function shown(page: Page): Promise<{ rows: string[]; cards: string[] }> {
  return { rows: await visible(page, '#forest tbody tr'), cards: await visible(page, 'article') };
}

function visible(page: Page, selector: string): Promise<string[]> {
  return page.$$eval(selector, (all) =>
    all.filter((one) => one.checkVisibility()).map((one) => one.getAttribute('data-id') ?? ''),
  );
}

/** The language that the reader sees: of all texts that are written in two. */
export function languagesSeen(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll('body [lang]')]
        .filter((one) => one.checkVisibility())
        .map((one) => one.getAttribute('lang') ?? ''),
    ),
  ]);
}

/** Red, green and blue of the page's ground, from 0 to 255. */
export async function ground(page: Page): Promise<number[]> {
  const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  return (colour.match(/\d+/g) ?? []).slice(0, 3).map(Number);
}
