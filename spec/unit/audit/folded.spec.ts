import { describe, expect, test } from 'vitest';
import {
  audit,
  AUDIT_SCHEMA,
  type AuditRecord,
  EXPECTATIONS_SCHEMA,
  type Expectations,
  faultsOf,
  folded,
} from '../../../src/audit/index.ts';
import { kaimingNormal, normal, xavierUniform, zeros } from '../../../src/init/index.ts';
import { checkpointOf, type Made } from './checkpoint-of.ts';
import { drawn } from './drawn.ts';

async function recordOf(tensors: Readonly<Record<string, Made>>, expectations?: Expectations): Promise<AuditRecord> {
  const { unmatched, ...audited } = await audit(
    [{ file: 'made', checkpoint: checkpointOf(tensors) }],
    expectations ? { expectations } : {},
  );
  return {
    ...{
      schema: AUDIT_SCHEMA,
      ok: true,
      files: ['made'],
      rerun: '',
      versions: { gainsay: '', node: '' },
      times: { started: '', seconds: 0 },
    },
    ...audited,
    expectations: expectations ? { file: 'expect.json', unmatched } : null,
  };
}

describe('Tensors of one pattern are told of together', () => {
  const kaiming = (label: string) => drawn(kaimingNormal(), [224, 96], 1, label);

  test('by the numbers that differ, from the least to the greatest', async () => {
    const record = await recordOf({
      'h.2.fc1.w': kaiming('a'),
      'h.10.fc1.w': kaiming('b'),
      'h.9.fc1.w': kaiming('c'),
      'head.7.w': kaiming('d'),
    });
    expect(folded(record).map(({ name, tensors, schemes }) => [name, tensors.length, schemes])).toEqual([
      ['h.{2…10}.fc1.w', 3, ["kaiming_normal_(nonlinearity='relu')"]],
      ['head.7.w', 1, ["kaiming_normal_(nonlinearity='relu')"]],
    ]);
  });

  test('unless they are of other laws or shapes, or something is wrong with one', async () => {
    const broken = kaiming('e');
    broken.data[0] = Number.NaN;
    const record = await recordOf({
      'h.0.w': kaiming('a'),
      'h.1.w': drawn(xavierUniform(), [224, 96], 1, 'b'),
      'h.2.w': drawn(kaimingNormal(), [96, 96], 1, 'c'),
      'h.3.w': broken,
      'h.4.w': kaiming('d'),
    });
    expect(folded(record).map(({ name }) => name)).toEqual(['h.{0…4}.w', 'h.1.w', 'h.2.w', 'h.3.w']);
  });

  test('with the laws that none of them excludes', async () => {
    // Of few numbers each leaves other laws open.
    const few = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`h.${i}.w`, drawn(kaimingNormal(), [12, 10], i)]));
    const record = await recordOf(few);
    const [{ schemes }] = folded(record);
    const each = record.tensors.map((tensor) => tensor.schemes.map(({ name }) => name));
    expect(schemes).toEqual(each[0].filter((name) => each.every((names) => names.includes(name))));
    expect(schemes).toContain("kaiming_normal_(nonlinearity='relu')");
    expect(Math.max(...each.map(({ length }) => length))).toBeGreaterThan(schemes.length);
  });
});

describe('What fails a gate', () => {
  test('are expectations that are refuted or undecided, patterns without a tensor, and errors; notes come last', async () => {
    const tensors = {
      upheld: drawn(zeros(), [64], 1),
      refuted: drawn(zeros(), [32], 1),
      undecided: drawn(kaimingNormal(), [5, 5], 1),
      'wte.weight': drawn(normal(), [64, 32], 1),
      broken: { shape: [2], data: Float32Array.of(1, Number.NaN) },
    };
    tensors['wte.weight'].data.fill(0, 0, 32);
    const record = await recordOf(tensors, {
      schema: EXPECTATIONS_SCHEMA,
      tensors: {
        upheld: { constant: 0 },
        refuted: { constant: 1 },
        undecided: { scheme: "kaiming_normal_(nonlinearity='relu')" },
        missing: { any: true },
      },
    });
    expect(faultsOf(record).map(({ severity, tensors: [name], says }) => [severity, name, says.en.split(/[:;,]/)[0]])).toEqual([
      ['error', 'refuted', 'refuted'],
      ['error', 'undecided', 'undecided'],
      ['error', 'missing', 'is expected'],
      ['error', 'broken', 'has 1 NaN and 0 infinite numbers'],
      ['note', 'wte.weight', '1 unit (0) and 0 inputs are dead'],
    ]);
  });
});
