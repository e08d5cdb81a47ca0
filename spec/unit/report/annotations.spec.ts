import { describe, expect, test } from 'vitest';
import { explain } from '../../../src/claim/index.ts';
import { annotations } from '../../../src/report/index.ts';
import { claim, control, run } from './records.ts';

/** A workflow command as GitHub's runner reads it: actions/runner, src/Runner.Common/ActionCommand.cs, TryParseV2. */
function read(line: string): { command: string; properties: Record<string, string>; message: string } {
  expect(line).not.toMatch(/[\r\n]/);
  const end = line.indexOf('::', 2);
  expect([line.slice(0, 2), end > 2]).toEqual(['::', true]);
  const [, command, list] = /^(\S+) ?(.*)$/.exec(line.slice(2, end)) ?? [];
  const unescaped = (text: string, pairs: readonly (readonly [string, string])[]) =>
    pairs.reduce((all, [token, character]) => all.replaceAll(token, character), text);
  const data = [
    ['%0D', '\r'],
    ['%0A', '\n'],
  ] as const;
  const percent = ['%25', '%'] as const;
  const properties = list.split(',').map((pair) => {
    const [key, ...value] = pair.split('=');
    return [key, unescaped(value.join('='), [...data, ['%3A', ':'], ['%2C', ','], percent])] as const;
  });
  return { command, properties: Object.fromEntries(properties), message: unescaped(line.slice(end + 2), [...data, percent]) };
}

describe('The annotations of a run', () => {
  test('are none where all is well', () => {
    expect(annotations(run())).toEqual([]);
  });

  test('name each claim that fails at its place: by its verdict, or by a control that escaped', () => {
    const refuted = claim({ id: 'a/refuted', verdict: 'refuted', first: 'refuted' });
    const escaped = claim({
      id: 'b/escaped',
      controls: [control(), control({ verdict: 'undecided', refutes: [] })],
      place: null,
    });
    const claims = [claim({ id: 'a/holds' }), refuted, { ...escaped, place: { file: 'b.spec.ts', line: null } }, escaped];
    const [first, second, third, ...rest] = annotations(run({ ok: false, claims })).map(read);
    expect(first).toEqual({
      command: 'error',
      properties: { file: 'spec/grows.spec.ts', line: '3', title: 'a/refuted: refuted' },
      message: explain(refuted),
    });
    expect(second.properties).toEqual({ file: 'b.spec.ts', title: 'b/escaped: control "gain 3" is undecided' });
    expect(second.message).toContain('must be refuted');
    expect(Object.keys(third.properties)).toEqual(['title']);
    expect(rest).toEqual([]);
  });

  test('begin with the errors of the run, for GitHub shows ten of a step', () => {
    const claims = Array.from({ length: 12 }, (_, i) => claim({ id: `a/${i}`, verdict: 'refuted' }));
    const [first, ...rest] = annotations(run({ ok: false, claims, errors: ['a module was not read'] })).map(read);
    expect(first).toEqual({ command: 'error', properties: { title: 'gainsay' }, message: 'a module was not read' });
    expect(rest).toHaveLength(12);
  });

  test('say of a partial run how much it left out: a notice, for a filter is no fault', () => {
    const said = (of: number | null) => annotations(run({ partial: true, of })).map(read);
    expect(said(9)).toEqual([
      { command: 'notice', properties: { title: 'gainsay: a partial run' }, message: 'judged: 1 of 9 claims' },
    ]);
    expect(said(null)[0].message).toBe('judged: 1 claim, of some of the spec files');
  });

  test('are read back as they were written, whatever is in them', () => {
    const hostile = 'a%0Ab%25,c:d=e::f\n::error::g\r\n::set-output name=x::y';
    const claims = [claim({ id: hostile, verdict: 'refuted', first: 'refuted', place: { file: hostile, line: 3 } })];
    const [error, refuted, ...rest] = annotations(run({ ok: false, claims, errors: [hostile] })).map(read);
    const kept = hostile.replace('\r', '');
    expect(error.message).toBe(kept);
    expect(refuted.properties).toEqual({ file: kept, line: '3', title: `${kept}: refuted` });
    expect(refuted.message).toContain(`${kept}: the std grows\n`);
    expect(rest).toEqual([]);
  });
});
