import type { Sampler } from '../network/index.ts';
import type { Verdict } from '../stats/index.ts';
import type { LayerRange } from './quantity.ts';
import type { Kind } from './statement.ts';
import type { Text } from './text.ts';

/**
 * The record of a run, versioned: what the report, and any other program, reads. JSON-safe: a number that is not finite is a
 * text, the open end of a band is null.
 */
export const SCHEMA = 'gainsay/run/2';

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
  value: Text;
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
  defect: Text;
  /** The mistake that people make which the defect stands for; empty where nobody said. */
  stands: Text;
  verdict: Verdict;
  /** The value that refuted it (or that comes first, where none did). */
  value: Text;
  estimate: JsonNumber;
  interval: IntervalRecord;
  /** The band of that value, which the claim says. */
  band: BandRecord;
  alpha: number;
  networks: number;
  /** Which of the claim's statements it refutes, counted from 0. */
  refutes: number[];
  /** Median of the std after each layer over its networks; empty where it has none. */
  layers: JsonNumber[];
}

/** What every layer showed of one thing. */
export interface LayersRecord {
  of: 'std' | 'gradient std';
  /** Median over the networks that judged the claim. */
  median: JsonNumber[];
  /** Their 1st and 99th percentile. */
  lo: JsonNumber[];
  hi: JsonNumber[];
  /** How many they are. */
  networks: number;
  /** A few of them by themselves. */
  single: JsonNumber[][];
  /** Mean field: infinite width. */
  theory: JsonNumber[];
  /** The 1st and 99th percentile at this width, of networks sampled in law with Gaussian weights of the same variance; null where there is no such law. */
  finite: { lo: JsonNumber[]; hi: JsonNumber[]; networks: number } | null;
  /** What the notebook printed. */
  printed?: number[];
}

/** How numbers are spread over equal bins between two ends. */
export interface HistogramRecord {
  from: number;
  to: number;
  counts: number[];
  /** How many a law expects in each; left out where none is claimed. */
  expected?: number[];
}

/** The weights and the activations of one network of those that judged the claim. */
export interface HistogramsRecord {
  weights: HistogramRecord & { layer: number; law: string };
  activations: (HistogramRecord & { layer: number })[];
}

/** What a claim that failed looks like from inside: which variance its weights behave as if they had, and what that names. */
export interface DiagnosisRecord {
  /** The layer, or the last of the layers, that the failing statement is about; null where it is about none. */
  layer: number | null;
  value: Text;
  observed: JsonNumber;
  /** What was predicted, or the middle of the band, or its nearest end. */
  expected: JsonNumber;
  /** fan_in·Var(w) as the networks show it over the one that is needed, and the latter; null where it cannot be told. */
  ratio: { estimate: JsonNumber; lo: JsonNumber; hi: JsonNumber; needed: JsonNumber } | null;
  /** The mistakes that this ratio is known for, the nearest first. */
  defects: Text[];
  /** What to try. */
  advice: Text[];
}

/** A claim's words. */
export interface WordsRecord {
  sentence: string;
  /** How the bands were derived. */
  because: string;
  /** What it teaches, in a paragraph for someone who has heard of initialisation only. */
  teaches: string;
}

/** A claim, judged: its first statement's evidence, with the others under `further`. */
export interface ClaimRecord extends EvidenceRecord {
  id: string;
  /** What the claim is about, in one line. */
  subject: string;
  sentence: string;
  text: { en: WordsRecord; zh?: WordsRecord };
  source: string;
  /** TeX. */
  formula: string;
  unit: string;
  /** The spec that holds it, from the folder that the run was started in, and its line there; null where it is not known. */
  place: { file: string; line: number | null } | null;
  /** The verdict of all statements together. */
  verdict: Verdict;
  /** The first statement's own verdict. */
  first: Verdict;
  further: EvidenceRecord[];
  /** The std after each layer. */
  layers: LayersRecord | null;
  /** The gradient's std at each layer, where a statement is about gradients. */
  gradient: LayersRecord | null;
  histograms: HistogramsRecord | null;
  controls: ControlRecord[];
  /** Only where the claim fails. */
  diagnosis: DiagnosisRecord | null;
  /** What was spent on it: the alpha of its statements and of its controls. */
  spent: number;
  /** The one line that draws this verdict again. */
  rerun: string;
}

/** A layer of a model that was checked, by medians over its networks; null for what it has not. */
export interface ModelLayerRecord {
  name: string;
  /** TensorFlow.js's class: `Dense`, `Conv2D`, … */
  kind: string;
  activation: string | null;
  /** Of its output, without the batch. */
  shape: number[];
  /** Layers with a kernel on the longest way to it, itself among them. */
  depth: number;
  /** Whether it is an output of the model. */
  head: boolean;
  /** Whether the signal is judged here: where it leaves a depth. */
  judged: boolean;
  std: JsonNumber | null;
  mean: JsonNumber | null;
  gradientStd: JsonNumber | null;
  /** Share of its units whose output is the same for every example. */
  dead: JsonNumber | null;
  saturated: JsonNumber | null;
  /** √fan_in times the std of its kernel. */
  gain: JsonNumber | null;
}

/** The model that a run checked. */
export interface ModelRecord {
  name: string;
  /** What went in, in words. */
  input: string;
  networks: number;
  layers: ModelLayerRecord[];
  /** Layers that could not be looked into, and why. */
  untraced: { name: string; kind: string; why: string }[];
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
  /** The one line that draws it all again, of a run that is not one of specs. */
  rerun?: string;
  /** The model that was checked, of a run that did. */
  model?: ModelRecord;
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
