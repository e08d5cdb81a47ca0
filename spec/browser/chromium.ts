import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian's package puts it. */
const DEBIAN = '/usr/bin/chromium';

/**
 * The browser to test in: the one that CHROMIUM names, or Debian's; null where there is none.
 *
 * @throws Error where there must be one: in CI, or under the name that CHROMIUM gives.
 */
export function chromiumPath(env: Readonly<NodeJS.ProcessEnv>, exists: (path: string) => boolean = existsSync): string | null {
  const path = env['CHROMIUM'] || DEBIAN;
  if (exists(path)) return path;
  if (env['CHROMIUM'] || env['CI'] === 'true') throw new Error(`there is no browser at ${path}: ${REMEDY}`);
  return null;
}

/** What helps where there is no browser. */
export const REMEDY = "install Chromium (on Debian: apt-get install chromium), or name one by CHROMIUM='/path/to/chromium'";

/** Chromium without a window, and without the calls home that it makes by itself. */
export function launch(executablePath: string): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];
  return chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', ...quiet] });
}
