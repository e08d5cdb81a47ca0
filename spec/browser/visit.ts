import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import { launch } from './chromium.ts';
import type { Made } from './setup.ts';

interface Visit extends BrowserContextOptions {
  /** Where on the page the reader comes in; at its top, if left out. */
  readonly hash?: string;
  /** Which page: that of five claims, if left out, of sixty, of a check, or of an audit. */
  readonly which?: 'page' | 'long' | 'check' | 'audit';
  /** Runs in the page before anything of its own. */
  readonly before?: string;
}

/** A reader who was never on the page comes to it. Whatever is done there, the page asks for nothing and says nothing on its console. */
export type Visitor = (options: Visit, act: (page: Page) => Promise<void>) => Promise<void>;

/** Specs of the page in one browser; skipped where there is none, of which setup.ts tells. */
export function inBrowser(name: string, specs: (visit: Visitor) => void): void {
  describe.skipIf(inject('made') === null)(name, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await launch(made().chromium);
    });
    afterAll(() => browser?.close());
    specs(async (options, act) => {
      if (browser) await visit(browser, options, act);
    });
  });
}

/** The pages, in specs that are not skipped. */
export function made(): Made {
  const found = inject('made');
  if (found === null) throw new Error('there is no browser');
  return found;
}

async function visit(
  browser: Browser,
  { hash = '', which = 'page', before, ...options }: Visit,
  act: (page: Page) => Promise<void>,
) {
  const url = made()[which];
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  try {
    const page = await context.newPage();
    const [said, asked]: [string[], string[]] = [[], []];
    // A breach of the page's policy is said on its console too.
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('dialog', (dialog) => said.push(`dialog: ${dialog.message()}`));
    page.on('request', (request) => asked.push(request.url().replace(/#.*/, '')));
    if (before) await page.addInitScript({ content: before });
    await page.goto(url + hash);
    // At once, where the style sheet scrolls smoothly: positions are compared.
    await page.evaluate(() => (document.documentElement.style.scrollBehavior = 'auto'));
    await act(page);
    expect(said).toEqual([]);
    expect(new Set(asked)).toEqual(new Set([url]));
  } finally {
    await context.close();
  }
}
