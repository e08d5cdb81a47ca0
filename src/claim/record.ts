import type { Sampler } from '../network/index.ts';
import type { Verdict } from '../stats/index.ts';
import type { LayerRange } from './quantity.ts';
import type { Kind } from './statement.ts';

/**
 * The record of a run, versioned: what the report, and any other program, reads. JSON-safe: a number that is not finite is a
 * text, the open end of a band is null.
 */
export const SCHEMA = 'gainsay/run/1';

export type JsonNumber = number | 'NaN' | 'Infinity' | '-Infinity';

export interface BandRecord {
  lo: JsonNumber | null;
  hi: JsonNumber | null;
}

export interface IntervalRecord {
  lo: JsonNumber;
  hi: JsonNumber;
  method: string;
}

export interface LookRecord {
  n: number;
  lo: JsonNumber;
  hi: JsonNumber;
  alpha: number;
}

/** A verdict on one statement. */
export interface EvidenceRecord {
  kind: Kind;
  /** What is estimated, in words. */
  value: string;
  /** Set where the value is that of a layer, or averaged over some. */
  over?: LayerRange;
  verdict: Verdict;
  estimate: JsonNumber;
  /** What theory says it is; null where nothing was predicted. */
  predicted: JsonNumber | null;
  interval: IntervalRecord;
  band: BandRecord;
  alpha: number;
  networks: number;
  looks: LookRecord[];
  /** The quantity in each network; empty where a network gives many. */
  sample: JsonNumber[];
  /** Why *supported* was withheld. */
  objection?: string;
  /** Networks that would probably decide it; only where it is undecided, and null where none of a reasonable number would. */
  wanted?: number | null;
}

/** A claim's statements put to its subject with a defect. */
export interface ControlRecord {
  defect: string;
  verdict: Verdict;
  /** The value that refuted it (or that comes first, where none did). */
  value: string;
  estimate: JsonNumber;
  interval: IntervalRecord;
  alpha: number;
  networks: number;
  /** Which of the claim's statements it refutes, counted from 0. */
  refutes: number[];
}

/** What every layer showed. */
export interface LayersRecord {
  /** Median of the std over the networks. */
  median: JsonNumber[];
  /** The 1st and 99th percentile over the networks of the ribbon. */
  lo: JsonNumber[];
  hi: JsonNumber[];
  /** The networks that judged the claim, with weights, or more of them, sampled in law. */
  ribbon: { networks: number; sampler: Sampler };
  /** A few networks by themselves. */
  single: JsonNumber[][];
  /** Mean field: infinite width. */
  theory: JsonNumber[];
  /** What the notebook printed. */
  printed?: number[];
}

/** A claim, judged: its first statement's evidence, with the others under `further`. */
export interface ClaimRecord extends EvidenceRecord {
  id: string;
  /** What the claim is about, in one line. */
  subject: string;
  sentence: string;
  text: { en: string; zh?: string };
  source: string;
  formula: string;
  /** How the bands were derived. */
  because: string;
  unit: string;
  /** The verdict of all statements together. */
  verdict: Verdict;
  /** The first statement's own verdict. */
  first: Verdict;
  further: EvidenceRecord[];
  layers: LayersRecord | null;
  controls: ControlRecord[];
  /** What was spent on it: the alpha of its statements and of its controls. */
  spent: number;
  /** The one line that draws this verdict again. */
  rerun: string;
}

/** What a run is made by, and with. */
export interface RunRecord {
  schema: typeof SCHEMA;
  /** Every claim supported, every control refuted, no test failed, no error. */
  ok: boolean;
  /** Whether a filter left claims out. */
  partial: boolean;
  /** How many claims there are; null where the filter kept whole files from being read. */
  of: number | null;
  seed: string;
  backend: { name: string; version: string };
  /** How networks were drawn: with weights, or in law where theirs are Gaussian. */
  sampler: Sampler;
  budget: number;
  spent: number;
  /** Networks drawn. */
  networks: number;
  tests: { passed: number; failed: number };
  errors: string[];
  versions: { gainsay: string; node: string };
  times: { started: string; seconds: number };
  claims: ClaimRecord[];
}

/** A number as JSON can hold it. */
export function jsonNumber(value: number): JsonNumber {
  return Number.isFinite(value) ? value : (String(value) as JsonNumber);
}

/** A number back from its JSON form. */
export function fromJson(value: JsonNumber): number {
  return Number(value);
}
