import { describe, expect, test } from 'vitest';
import { chromiumPath } from './chromium.ts';

const nowhere = () => false;
const anywhere = () => true;

describe('the browser of these specs', () => {
  test("is Debian's Chromium, or the one that CHROMIUM names", () => {
    expect(chromiumPath({}, anywhere)).toBe('/usr/bin/chromium');
    expect(chromiumPath({ CHROMIUM: '/opt/chromium' }, anywhere)).toBe('/opt/chromium');
  });

  test('may be missing on a machine of one’s own, not in CI, and not where it is named', () => {
    expect(chromiumPath({}, nowhere)).toBeNull();
    expect(() => chromiumPath({ CI: 'true' }, nowhere)).toThrow('there is no browser at /usr/bin/chromium: install Chromium');
    expect(() => chromiumPath({ CHROMIUM: '/opt/chromium' }, nowhere)).toThrow('there is no browser at /opt/chromium');
  });
});
