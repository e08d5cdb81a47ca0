import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { callers, placeOf } from '../../../src/vitest/place.ts';

const SPEC = '/work/a project/spec/初(1).spec.ts';
const URL_OF_SPEC = 'file:///work/a%20project/spec/%E5%88%9D(1).spec.ts';

describe('The place of a claim', () => {
  test('is its spec, seen from the folder of the run, and the line of its innermost call', () => {
    expect(pathToFileURL(SPEC).href).toBe(URL_OF_SPEC);
    const stack = `Error
    at helper (/work/a project/spec/helper.ts:3:4)
    at Object.<anonymous> (${URL_OF_SPEC}:16:3)
    at describe (node:internal:1:2)
    at ${URL_OF_SPEC}:12:1`;
    expect(placeOf(SPEC, stack, '/work/a project')).toEqual({ file: 'spec/初(1).spec.ts', line: 16 });
  });

  test('is found in frames of paths, of addresses, and of addresses with a query', () => {
    for (const frame of [
      `at ${SPEC}:7:9`,
      `at f (${SPEC}:7:9)`,
      `at async ${URL_OF_SPEC}:7:9`,
      `at f (${URL_OF_SPEC}?v=1:7:9)`,
    ]) {
      expect(placeOf(SPEC, `Error\n    ${frame}`, '/work').line).toBe(7);
    }
  });

  test('has no line where no call is the spec’s own', () => {
    for (const frame of ['', `at ${SPEC}x:7:9`, `at ${SPEC}`, 'at /else.spec.ts:7:9']) {
      expect(placeOf(SPEC, `Error\n    ${frame}`, '/work').line).toBeNull();
    }
  });

  test('is asked of the calls below a function, its own left out', () => {
    const inner = () => callers(inner);
    const outer = () => inner();
    expect(outer()).toMatch(/^Error\n {4}at outer .*place\.spec\.ts/);
  });
});
