import {
  type ClaimRecord,
  type ControlRecord,
  type EvidenceRecord,
  type LayersRecord,
  type RunRecord,
  SCHEMA,
} from '../../../src/claim/index.ts';

export function evidence(given: Partial<EvidenceRecord> = {}): EvidenceRecord {
  return {
    kind: 'mean',
    value: 'the mean of the std after layer 2',
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
    defect: 'gain 3',
    verdict: 'refuted',
    value: 'the mean of the std after layer 2',
    estimate: 27,
    interval: { lo: 26, hi: 28, method: 't' },
    alpha: 2e-9,
    networks: 8,
    refutes: [0],
    ...given,
  };
}

export function layers(given: Partial<LayersRecord> = {}): LayersRecord {
  return {
    median: [1, 1.1, 1.2],
    lo: [0.9, 1, 1.05],
    hi: [1.1, 1.2, 1.35],
    ribbon: { networks: 16, sampler: 'weights' },
    single: [[1, 1.12, 1.21]],
    theory: [1, 1.1, 1.21],
    printed: [1.01, 1.09],
    ...given,
  };
}

export function claim(given: Partial<ClaimRecord> = {}): ClaimRecord {
  return {
    ...evidence(),
    id: 'spec/grows',
    subject: '3 layers × 4 units, linear',
    sentence: 'the std grows',
    text: { en: 'the std grows' },
    source: 'a book, page 3',
    formula: 'q* = 1',
    because: 'it was made so',
    unit: '',
    first: given.verdict ?? 'supported',
    further: [],
    layers: layers(),
    controls: [control()],
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
