import { describe, expect, test } from 'vitest';
import { explain } from '../../../src/claim/index.ts';
import { junit } from '../../../src/report/index.ts';
import { claim, control, evidence, run } from './records.ts';
import { elements, readXml } from './xml.ts';

const refuted = claim({ id: 'b/refuted', verdict: 'refuted', first: 'refuted', place: { file: 'b.spec.ts', line: null } });
const escaped = claim({ id: 'c/escaped', controls: [control(), control({ verdict: 'supported', refutes: [] })], place: null });
const whole = run({ ok: false, claims: [claim({ id: 'a/holds' }), refuted, escaped], errors: ['one\ntwo'] });

describe('JUnit XML of a record', () => {
  test('has a test case for each claim, of the class that its room is, where it is written, and one for each error', () => {
    const cases = elements(readXml(junit(whole)), 'testcase');
    expect(cases.map(({ attributes }) => attributes)).toEqual([
      { classname: 'a', name: 'a/holds: the std grows', file: 'spec/grows.spec.ts', line: '3' },
      { classname: 'b', name: 'b/refuted: the std grows', file: 'b.spec.ts' },
      { classname: 'c', name: 'c/escaped: the std grows' },
      { classname: 'run', name: 'error 1' },
    ]);
  });

  test('counts what is in it', () => {
    const root = readXml(junit(whole));
    const counts = ['testcase', 'failure', 'error'].map((name) => String(elements(root, name).length));
    expect(counts).toEqual(['4', '2', '1']);
    for (const { attributes } of [root, ...elements(root, 'testsuite')]) {
      expect([attributes['tests'], attributes['failures'], attributes['errors']]).toEqual(counts);
    }
  });

  test('says of a claim that fails what is wrong in a line, and then all of it', () => {
    const [first, second] = elements(readXml(junit(whole)), 'failure');
    expect(first.attributes).toEqual({ type: 'refuted', message: 'refuted' });
    expect(first.text).toBe(explain(refuted));
    expect(second.attributes).toEqual({ type: 'control', message: 'control "gain 3" is supported' });
    const [error] = elements(readXml(junit(whole)), 'error');
    expect([error.attributes['message'], error.text]).toEqual(['one', 'one\ntwo']);
  });

  test('adds what the weights of a claim that fails behave like, and what to try', () => {
    const diagnosis = {
      layer: 2,
      value: { en: 'the std' },
      observed: 0.5,
      expected: 1,
      ratio: { estimate: 0.25, lo: 0.2, hi: 0.3, needed: 4 },
      defects: [{ en: 'the gain left out' }],
      advice: [{ en: 'give it gain 2' }],
    };
    const [failure] = elements(readXml(junit(run({ ok: false, claims: [{ ...refuted, diagnosis }] }))), 'failure');
    expect(failure.text.split('\n').slice(-4)).toEqual([
      '  effective σ̂_w²/σ_w² is 0.25, in [0.2, 0.3]: fan_in·Var(w) over the 4 that is needed',
      '  known for: the gain left out',
      '  try: give it gain 2',
      'rerun: npx gainsay verify spec/grows --seed 7',
    ]);
  });

  test('tells what was seen of a claim and of its controls, and how to see it again', () => {
    const [first] = elements(readXml(junit(whole)), 'system-out');
    expect(first.text.split('\n')).toEqual([
      'supported: the mean of the std after layer 2 is 1.25 in [1.1, 1.4], 16 networks',
      'control "gain 3" refuted: the mean of the std after layer 2 is 27 in [26, 28], 8 networks',
      'rerun: npx gainsay verify spec/grows --seed 7',
    ]);
  });

  test('says what the run was made with', () => {
    const properties = elements(readXml(junit(run({ partial: true }))), 'property').map(({ attributes }) => attributes);
    expect(properties).toContainEqual({ name: 'seed', value: '7' });
    expect(properties).toContainEqual({ name: 'backend', value: 'wasm (tfjs-backend-wasm 4)' });
    expect(properties).toContainEqual({ name: 'partial', value: 'true' });
  });

  test('knows no time: two runs that differ in their times alone give the same bytes', () => {
    expect(junit({ ...whole, times: { started: '1999-01-01T00:00:00.000Z', seconds: 7 } })).toBe(junit(whole));
    expect(junit(whole)).not.toMatch(/ time(stamp)?=|2026/);
  });

  test('is well-formed whatever is written in the record, and says it unchanged but for what XML 1.0 forbids', () => {
    // Controls, half a surrogate pair and U+FFFF cannot stand in XML, not even as references (XML 1.0, production 2, Char).
    const hostile =
      ']]></failure><!-- <![CDATA[ <a b="c" d=\'e\'> &amp; &#0; \u0000\u0008\u001b[31m\ud800\uffff\ufffe 初始化 😀 \t end';
    const kept = ']]></failure><!-- <![CDATA[ <a b="c" d=\'e\'> &amp; &#0; \ufffd 初始化 😀 \t end';
    const poisoned = claim({
      id: `room/${hostile}`,
      verdict: 'refuted',
      first: 'refuted',
      sentence: hostile,
      subject: hostile,
      rerun: hostile,
      value: { en: hostile },
      further: [evidence({ value: { en: hostile } })],
      controls: [control({ defect: { en: hostile }, verdict: 'undecided' })],
      place: { file: hostile, line: 1 },
    });
    const root = readXml(junit(run({ ok: false, seed: hostile, claims: [poisoned], errors: [hostile] })));
    expect(elements(root, 'testcase')).toHaveLength(2);
    expect(elements(root, 'error')[0].text).toBe(kept);
    // In an attribute white space is a space (XML 1.0, 3.3.3).
    expect(elements(root, 'testcase')[0].attributes['file']).toBe(kept.replace('\t', ' '));
    expect(elements(root, 'property')[1].attributes['value']).toBe(kept.replace('\t', ' '));
    expect(elements(root, 'failure')[0].text).toContain(`of ${kept}\n`);
  });

  test('of a run without claims is a suite without cases', () => {
    expect(elements(readXml(junit(run({ claims: [] }))), 'testcase')).toEqual([]);
  });
});
