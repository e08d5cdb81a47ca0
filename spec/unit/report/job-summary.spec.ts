import { describe, expect, test } from 'vitest';
import { explain } from '../../../src/claim/index.ts';
import { jobSummary } from '../../../src/report/index.ts';
import { nodes, readMarkdown, seen } from './markdown.ts';
import { claim, control, run } from './records.ts';

const refuted = claim({
  id: 'b/refuted',
  verdict: 'refuted',
  first: 'refuted',
  estimate: 3,
  interval: { lo: 2.5, hi: 3.5, method: 't' },
});
const whole = run({ ok: false, claims: [claim({ id: 'a/holds' }), refuted], errors: ['a module was not read'] });

const rows = async (text: string) => {
  const [, ...body] = nodes(await readMarkdown(text), 'tableRow');
  return body.map((row) => (row.children ?? []).map(seen));
};

describe('The summary of a job', () => {
  test('begins with the verdict, and goes on with what the run was made with', async () => {
    const [heading, facts] = (await readMarkdown(jobSummary(run()))).children ?? [];
    expect(seen(heading)).toBe('✓ gainsay: 1 claim: 1 supported; 1 control, all refuted.');
    expect(seen(facts).split(' · ')).toEqual([
      'seed 7',
      'wasm (tfjs-backend-wasm 4)',
      '24 networks drawn with all their weights',
      'error rate spent 3 × 10⁻⁹ of 10⁻⁶',
      'tests: 1 passed, 0 failed',
      'gainsay 0.1.0, Node.js 20.19.0',
      'again: npx gainsay verify --seed 7 --backend wasm',
    ]);
  });

  test('tells what failed, and why, before the table of all claims', async () => {
    const root = await readMarkdown(jobSummary(whole));
    expect(nodes(root, 'heading').map(seen)).toEqual([
      '✗ Failed. gainsay: 2 claims: 1 supported, 1 refuted; 2 controls, all refuted.',
      '✗ Error',
      '✗ b/refuted',
      'The claims',
    ]);
    expect(nodes(root, 'code').map(seen)).toEqual(['a module was not read', explain(refuted)]);
    expect(nodes(root, 'paragraph').map(seen)).toContain('refuted (spec/grows.spec.ts:3): the std grows');
  });

  test('has the forest plot as a table, what fails first: a strip of characters, and the numbers', async () => {
    expect(await rows(jobSummary(whole))).toEqual([
      // The band [0.5, 2] goes from −1 to 1, columns 8 to 16. 3 lies at 7/3, column 21, between 5/3 and 3, columns 19 and 24; and 1.25 at 0,
      // column 12, between −0.2 and 0.2, columns 11 and 13.
      ['✗ refuted', 'b/refuted the std grows', '········[·······]··──✕───', '3', '[2.5, 3.5]', '[0.5, 2]', '16', '1/1'],
      ['✓ supported', 'a/holds the std grows', '········[··─●─··]········', '1.25', '[1.1, 1.4]', '[0.5, 2]', '16', '1/1'],
    ]);
  });

  test('marks a claim that is supported and fails all the same', async () => {
    const escaped = claim({ controls: [control(), control({ verdict: 'supported', refutes: [] })] });
    const [[verdict, , , , , , , controls]] = await rows(jobSummary(run({ ok: false, claims: [escaped] })));
    expect([verdict, controls]).toEqual(['✗ supported', '1/2']);
  });

  test('says of a partial run how much it left out, and of a law sampler that it was one', () => {
    const text = jobSummary(run({ partial: true, of: 9, sampler: 'law' }));
    expect(text).toContain('**A partial run: 1 of 9 claims.** What was left out may be otherwise.');
    expect(text).toContain('drawn in law, where the weights are Gaussian');
    expect(text).toContain('--sampler law');
  });

  test('knows no time: two runs that differ in their times alone give the same text', () => {
    expect(jobSummary({ ...whole, times: { started: '1999-01-01T00:00:00.000Z', seconds: 7 } })).toBe(jobSummary(whole));
  });

  test('shows every text as it was written, and none of it as Markdown or HTML', async () => {
    const hostile =
      '# a | b \\| c \\ `d` ``e`` *f* **g** _h_ ~~i~~ [j](k) ![l](m) <img src=x onerror=y> </table> &lt; &amp; $n$ <!-- o --> 初始化 \\';
    const poisoned = claim({
      id: hostile,
      verdict: 'refuted',
      first: 'refuted',
      sentence: `${hostile}\n\n- q\n\n---\n| r |`,
      place: { file: hostile, line: null },
      controls: [control({ defect: { en: hostile }, verdict: 'undecided', refutes: [] })],
    });
    const backend = { name: hostile, version: hostile };
    const text = jobSummary(
      run({ ok: false, seed: hostile, backend, claims: [poisoned], errors: [`${hostile}\n\`\`\`\`\n# s`] }),
    );
    const root = await readMarkdown(text);
    // The elements around a dollar sign are our own, and all that there are.
    expect(new Set(nodes(root, 'html').map(({ value }) => value))).toEqual(new Set(['<span>', '</span>']));
    for (const type of ['link', 'image', 'emphasis', 'delete', 'list', 'thematicBreak', 'inlineMath', 'math', 'liquidNode']) {
      expect([type, nodes(root, type).map(seen)]).toEqual([type, []]);
    }
    expect(nodes(root, 'heading').map(seen)).toEqual([
      '✗ Failed. gainsay: 1 claim: 1 refuted; 1 control, 0 of them refuted.',
      '✗ Error',
      `✗ ${hostile}`,
      'The claims',
    ]);
    expect(nodes(root, 'code').map(seen)).toEqual([`${hostile}\n\`\`\`\`\n# s`, explain(poisoned)]);
    const [cells, ...rest] = await rows(text);
    expect(cells).toHaveLength(8);
    expect(cells[1]).toBe(`${hostile} ${hostile} - q --- | r |`);
    expect(rest).toEqual([]);
    expect(seen(root)).toContain(`seed ${hostile} · ${hostile} (${hostile})`);
  });

  test('is cut between two claims, and says so, where GitHub would drop it whole', async () => {
    const sentence = 'the std grows, 标准差增大, and this sentence is a long one'.repeat(20);
    const many = run({ claims: Array.from({ length: 1000 }, (_, i) => claim({ id: `a/${i}`, sentence })) });
    const limit = 2 ** 20;
    expect(Buffer.byteLength(jobSummary(many))).toBeGreaterThan(limit);
    const text = jobSummary(many, limit);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
    // A row more would not have fitted.
    expect(Buffer.byteLength(text)).toBeGreaterThan(limit - 2 * Buffer.byteLength(sentence));
    expect(text).toMatch(/\n\n\*Cut here: [^\n]+\*\n$/);
    const kept = await rows(text);
    expect(kept.every((cells) => cells.length === 8)).toBe(true);
    expect(kept.map((cells) => cells[1].split(' ')[0])).toEqual(Array.from({ length: kept.length }, (_, i) => `a/${i}`));
  });

  test('is not cut where it just fits, and is nothing where not even the sentence would', () => {
    const size = Buffer.byteLength(jobSummary(whole));
    expect(jobSummary(whole, size)).toBe(jobSummary(whole));
    expect(jobSummary(whole, size - 1)).toContain('Cut here');
    expect(jobSummary(whole, 10)).toBe('');
  });

  test('of a run that judged nothing has no table', async () => {
    expect(nodes(await readMarkdown(jobSummary(run({ claims: [] }))), 'table')).toEqual([]);
  });
});
