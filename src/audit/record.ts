import type { BandRecord, HistogramRecord, IntervalRecord, JsonNumber, Text } from '../claim/index.ts';
import type { Verdict } from '../stats/index.ts';

/**
 * The record of an audit, versioned: what the page, the gate's messages and any other program read. JSON-safe: a number that is not finite is a
 * text, the open end of a band is null.
 */
export const AUDIT_SCHEMA = 'gainsay/audit/1';

/** A number with its interval. */
export interface EstimateRecord {
  estimate: JsonNumber;
  interval: IntervalRecord;
}

/** A named law that a tensor's numbers do not exclude. */
export interface SchemeRecord {
  /** As an expectations file calls it: `kaiming_normal_(nonlinearity='relu')`. */
  name: string;
  /** Who draws it, and for what. */
  meaning: Text;
  /** Set where nobody draws it on purpose: what went wrong. */
  mistake?: Text;
  /** The std that it has at this tensor's shape. */
  std: JsonNumber;
  /** Kolmogorov's distance of the numbers from it, or of their absolute values from its, if that is larger; and how large it may be. */
  distance: JsonNumber;
  critical: JsonNumber;
}

/** Something that is wrong, or worth a look. */
export interface FindingRecord {
  kind: 'duplicate' | 'dead' | 'non-finite' | 'mistake' | 'gain' | 'stack';
  /** Whether the gate fails by it. */
  severity: 'error' | 'note';
  file: string;
  tensors: string[];
  says: Text;
  /** What to do about it, where that is known. */
  advice?: Text;
}

/** What an expectations file says of a tensor, judged. */
export interface ExpectedRecord {
  /** The name pattern that it comes from. */
  pattern: string;
  /** What is expected, in words. */
  says: Text;
  verdict: Verdict;
  band: BandRecord;
  /** Why, with the numbers; which mistake the ratio is known for. */
  why: Text;
}

/** One tensor, measured. */
export interface TensorRecord {
  file: string;
  name: string;
  dtype: string;
  shape: number[];
  /** A weight feeds units from inputs; all others are vectors: biases, scales. */
  role: 'weight' | 'embedding' | 'vector';
  /** Null for vectors and embeddings. */
  fanIn: number | null;
  fanOut: number | null;
  numbers: number;
  nan: number;
  infinite: number;
  /** Share of numbers that are 0. */
  zeros: number;
  mean: JsonNumber;
  std: EstimateRecord;
  /** √fan_in·std; null for vectors and embeddings. */
  gain: EstimateRecord | null;
  /** Largest |w| over the std. */
  largest: JsonNumber;
  kurtosis: JsonNumber;
  /** Rows and columns (a unit's incoming and outgoing weights) whose numbers are all 0; 0 for vectors. */
  deadOutputs: number;
  deadInputs: number;
  family:
    'normal' | 'truncated normal' | 'uniform' | 'orthogonal' | 'constant' | 'identity' | 'dirac' | 'sparse' | 'none' | 'empty';
  /** The family in words, with its numbers. */
  law: Text;
  /** Every law that is drawn on purpose and that the numbers do not exclude, the nearest std first. */
  schemes: SchemeRecord[];
  /** Where there is none of them: the laws that are drawn by mistake, and that the numbers do not exclude. */
  mistakes: SchemeRecord[];
  /** The activation that it feeds, where one was given. */
  activation: string | null;
  histogram: HistogramRecord | null;
  /** Null where no expectation is about it. */
  expected: ExpectedRecord | null;
  /** What was spent of the error rate: the probability that a tensor loses the name of the law that it was drawn from. */
  alpha: number;
}

/** A tensor whose numbers were not looked at. */
export interface SkippedRecord {
  file: string;
  name: string;
  dtype: string;
  shape: number[];
  why: string;
}

/** A layer of a chain, as theory predicts it from the weights' stds. */
export interface ChainLayerRecord {
  tensor: string;
  activation: string;
  gain: JsonNumber;
  /** Of the activations after it, for an input of N(0, 1) numbers: mean field, and the 1st and 99th percentile of networks of these widths. */
  std: { predicted: JsonNumber; lo: JsonNumber; hi: JsonNumber };
  /** Of the gradient with respect to them, for one of N(0, 1) numbers at the last. */
  gradientStd: { predicted: JsonNumber; lo: JsonNumber; hi: JsonNumber };
}

/** Weights each of which takes what the one before it gives, in file order. */
export interface ChainRecord {
  layers: ChainLayerRecord[];
  /** `loses half its signal in 9 layers`. */
  says: Text;
}

/** An audit. */
export interface AuditRecord {
  schema: typeof AUDIT_SCHEMA;
  /** No finding of severity `error`, every expectation supported, every pattern matched. */
  ok: boolean;
  files: string[];
  layout: 'torch' | 'tf';
  /** Per tensor, and summed over them. */
  alpha: number;
  spent: number;
  tensors: TensorRecord[];
  skipped: SkippedRecord[];
  findings: FindingRecord[];
  chains: ChainRecord[];
  /** The expectations file, and its patterns that match no tensor; null where there was none. */
  expectations: { file: string; unmatched: string[] } | null;
  versions: { gainsay: string; node: string };
  times: { started: string; seconds: number };
  /** The one line that does it again. */
  rerun: string;
}
