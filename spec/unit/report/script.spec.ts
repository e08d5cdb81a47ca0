import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { SCRIPT } from '../../../src/report/script.ts';
import { compileScript, scriptModule } from '../../../tools/compile-script.ts';

describe("the page's script in the repository", () => {
  test('is what browser/ compiles to, to the letter', () => {
    const script = compileScript();
    expect(SCRIPT).toBe(script);
    expect(readFileSync(new URL('../../../src/report/script.ts', import.meta.url), 'utf8')).toBe(scriptModule(script));
  });

  test('is one classic script of ASCII under 20 kB that nothing ends early and that asks for no other', () => {
    expect(() => new Script(SCRIPT)).not.toThrow();
    expect(SCRIPT).toMatch(/^[\n -~]+$/);
    expect(SCRIPT.length).toBeLessThan(20_000);
    expect(SCRIPT).not.toMatch(/<\/script|<!--|\bimport\b|\bfetch\b|XMLHttpRequest|innerHTML|\beval\b/);
  });
});
