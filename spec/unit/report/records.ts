import {
  type ClaimRecord,
  type ControlRecord,
  type DiagnosisRecord,
  type EvidenceRecord,
  type HistogramsRecord,
  type LayersRecord,
  type RunRecord,
  SCHEMA,
} from '../../../src/claim/index.ts';

export function evidence(given: Partial<EvidenceRecord> = {}): EvidenceRecord {
  return {
    kind: 'mean',
    value: { en: 'the mean of the std after layer 2', zh: '第 2 层后标准差的均值' },
    verdict: 'supported',
    estimate: 1.25,
    predicted: 1.2,
    interval: { lo: 1.1, hi: 1.4, method: 't' },
    band: { lo: 0.5, hi: 2 },
    alpha: 1e-9,
    networks: 16,
    looks: [
      { n: 8, lo: 0.9, hi: 1.6, alpha: 5e-10 },
      { n: 16, lo: 1.1, hi: 1.4, alpha: 2.5e-10 },
    ],
    sample: [1.2, 1.25, 1.3],
    ...given,
  };
}

export function control(given: Partial<ControlRecord> = {}): ControlRecord {
  return {
    defect: { en: 'gain 3', zh: '增益 3' },
    stands: { en: 'a gain guessed', zh: '增益是猜的' },
    verdict: 'refuted',
    value: { en: 'the mean of the std after layer 2', zh: '第 2 层后标准差的均值' },
    estimate: 27,
    interval: { lo: 26, hi: 28, method: 't' },
    band: { lo: 0.5, hi: 2 },
    alpha: 2e-9,
    networks: 8,
    refutes: [0],
    layers: [3, 9, 27],
    ...given,
  };
}

export function layers(given: Partial<LayersRecord> = {}): LayersRecord {
  return {
    of: 'std',
    median: [1, 1.1, 1.2],
    lo: [0.9, 1, 1.05],
    hi: [1.1, 1.2, 1.35],
    networks: 16,
    single: [[1, 1.12, 1.21]],
    theory: [1, 1.1, 1.21],
    finite: { lo: [0.9, 0.95, 1], hi: [1.1, 1.25, 1.4], networks: 50 },
    printed: [1.01, 1.09],
    ...given,
  };
}

export function histograms(): HistogramsRecord {
  return {
    weights: { layer: 1, law: 'normal(mean 0, std 0.5)', from: -2, to: 2, counts: [1, 6, 7, 2], expected: [2.1, 5.9, 5.9, 2.1] },
    activations: [
      { layer: 0, from: -1, to: 1, counts: [3, 4, 5] },
      { layer: 2, from: -0.1, to: 0.1, counts: [3, 9, 0] },
    ],
  };
}

export function diagnosis(): DiagnosisRecord {
  return {
    layer: 2,
    value: { en: 'the mean of the std after layer 2', zh: '第 2 层后标准差的均值' },
    observed: 0.6,
    expected: 1.25,
    ratio: { estimate: 0.61, lo: 0.6, hi: 0.62, needed: 2.78 },
    defects: [{ en: 'a defect', zh: '一种错误' }],
    advice: [{ en: 'multiply the std by 1.28', zh: '把标准差乘以 1.28' }],
  };
}

export function claim(given: Partial<ClaimRecord> = {}): ClaimRecord {
  return {
    ...evidence(),
    id: 'spec/grows',
    subject: '3 layers × 4 units, linear',
    sentence: 'the std grows',
    text: {
      en: { sentence: 'the std grows', because: 'it was made so', teaches: 'that it grows' },
      zh: { sentence: '标准差增大', because: '如此设计', teaches: '它会增大' },
    },
    source: 'a book, page 3',
    formula: 'q^* = 1',
    unit: '',
    place: { file: 'spec/grows.spec.ts', line: 3 },
    first: given.verdict ?? 'supported',
    further: [],
    layers: layers(),
    gradient: null,
    histograms: null,
    controls: [control()],
    diagnosis: null,
    spent: 3e-9,
    rerun: 'npx gainsay verify spec/grows --seed 7',
    ...given,
  };
}

export function run(given: Partial<RunRecord> = {}): RunRecord {
  const claims = given.claims ?? [claim()];
  return {
    schema: SCHEMA,
    ok: true,
    partial: false,
    of: claims.length,
    seed: '7',
    backend: { name: 'wasm', version: 'tfjs-backend-wasm 4' },
    sampler: 'weights',
    budget: 1e-6,
    spent: 3e-9,
    networks: 24,
    tests: { passed: 1, failed: 0 },
    errors: [],
    versions: { gainsay: '0.1.0', node: '20.19.0' },
    times: { started: '2026-01-02T03:04:05.678Z', seconds: 21.4 },
    claims,
    ...given,
  };
}
