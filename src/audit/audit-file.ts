import type { Activation } from '../activation/index.ts';
import type { Checkpoint, CheckpointTensor, Layout } from '../checkpoint/index.ts';
import type { Link } from './chains.ts';
import { deadLines } from './dead-lines.ts';
import type { Fingerprint } from './duplicates.ts';
import { judgeExpected } from './expected.ts';
import { type Expectations, expectationFor } from './expectations.ts';
import { findingsOf, noted } from './findings.ts';
import { identify } from './identify.ts';
import { axesOf, matrixView } from './matrix-view.ts';
import { measure } from './measure.ts';
import { matches } from './pattern.ts';
import type { FindingRecord, TensorRecord } from './record.ts';
import { isAttention, isBias, roleOf } from './role.ts';
import { type Beside, besideEachOther, lawsFor, weightBeside } from './tensor-in-file.ts';
import { tensorRecord } from './tensor-record.ts';

/** What the tensors of a file are looked at with. */
export interface Looking {
  readonly layout: Layout;
  readonly activations: readonly { readonly pattern: string; readonly activation: Activation }[];
  readonly expectations: Expectations | undefined;
  readonly alpha: number;
  /** Told of every piece that was read, in bytes; it may throw. */
  readonly passed: (bytes: number, tensor: string) => void;
}

/** One tensor, looked at. */
export interface Looked {
  readonly record: TensorRecord;
  /** What it feeds, where that was said. */
  readonly activation: Activation | null;
  readonly findings: FindingRecord[];
  readonly fingerprint: Fingerprint;
  /** What it is to a signal that goes through the file's tensors; null for biases. */
  readonly link: Link | null;
}

/** Looks at every tensor of a checkpoint that can be, in its order. */
export async function auditFile(file: string, checkpoint: Checkpoint, looking: Looking): Promise<Looked[]> {
  const beside = besideEachOther(checkpoint.tensors);
  const looked: Looked[] = [];
  const stds = new Map<string, number>();
  for (const tensor of checkpoint.tensors) {
    if (tensor.objection !== null) continue;
    const [one, rootMeanSquare] = await look(file, tensor, beside, looking);
    const weight = isBias(tensor.name) && weightBeside(tensor.name, beside);
    if (weight) stds.set(weight.name, rootMeanSquare);
    looked.push(one);
  }
  return looked.map(({ link, ...one }) => ({ ...one, link: link && withBias(link, stds) }));
}

async function look(
  file: string,
  tensor: CheckpointTensor,
  beside: Beside,
  { layout, activations, expectations, alpha, passed }: Looking,
): Promise<[Looked, number]> {
  const { name, shape } = tensor;
  const view = shape.length < 2 ? null : matrixView(tensor, layout);
  const measured = await measure(tensor, view, (bytes) => passed(bytes, name));
  const laws = lawsFor(tensor, layout, beside);
  const identity = await identify(tensor, layout, view, measured, laws, alpha);
  const dead = view && deadLines(view, measured);
  const feeds = roleOf(name, shape) === 'weight' && activations.find(({ pattern }) => matches(pattern, name));
  const activation = feeds ? feeds.activation : null;
  const found = tensorRecord(file, tensor, layout, measured, identity, dead, alpha);
  const expected = expectationFor(name, expectations);
  const record: TensorRecord = {
    ...found,
    activation: activation?.name ?? null,
    expected: expected && judgeExpected(expected.pattern, expected.expectation, { ...found, std: identity.std }, laws.schemes),
  };
  const findings = findingsOf(record, dead, placeOf(measured.firstNonFinite, tensor));
  return [
    {
      record,
      activation,
      findings: expected && 'any' in expected.expectation ? findings.map(noted) : findings,
      fingerprint: {
        file,
        name,
        first: measured.first,
        varies: !['constant', 'identity', 'dirac', 'empty'].includes(identity.family),
        whole: JSON.stringify([shape, measured.secondMoment, measured.kurtosis]),
      },
      link: isBias(name) && shape.length < 2 ? null : linkOf(record, layout, activation),
    },
    Math.sqrt(measured.secondMoment),
  ];
}

/** The indices of the number that has as many others before it in its file. */
function placeOf(before: number, { shape, order }: CheckpointTensor): number[] {
  const sizes = order === 'row-major' ? shape : shape.toReversed();
  let rest = before;
  const indices = sizes.toReversed().map((size) => {
    const index = rest % size;
    rest = Math.floor(rest / size);
    return index;
  });
  return order === 'row-major' ? indices.toReversed() : indices;
}

/** A tensor as a link of a chain; normalisation and attention end one. */
function linkOf({ name, shape, role, fanIn, fanOut, std }: TensorRecord, layout: Layout, activation: Activation | null): Link {
  if (role !== 'weight' || isAttention(name) || !fanIn || !fanOut) return { name, activation, weight: null };
  const { inputs, outputs } = axesOf(shape, layout);
  return { name, activation, weight: { inputs, outputs, fanIn, fanOut, std: Number(std.estimate), biasStd: 0 } };
}

const withBias = (link: Link, stds: ReadonlyMap<string, number>): Link => ({
  ...link,
  weight: link.weight && { ...link.weight, biasStd: stds.get(link.name) ?? 0 },
});
