export { type Claim, type ClaimContext, judgeClaim, type Progress } from './claim.ts';
export {
  against,
  boundAsStd,
  type Defect,
  instead,
  sameSeedEveryLayer,
  shrinkingBy,
  stdAsBound,
  truncatedUncorrected,
  withGain,
  withInit,
} from './defect.ts';
export type { Aim } from './aim.ts';
export { diagnose, failedNetworks } from './diagnosis.ts';
export { type Difference, difference } from './difference.ts';
export { explodes, type ExplodesOptions } from './explodes.ts';
export { growsBy, type GrowsByOptions } from './grows-by.ts';
export { always, exactly } from './in-every.ts';
export { type ClaimedLaw, type LawJudgementOptions, judgeInitializer } from './judge-initializer.ts';
export { drawnFrom, type Nearness } from './drawn-from.ts';
export { type DrawsWeights, type TensorInitializer, type Weights, weightsOf } from './weights-of.ts';
export { knownRatios } from './known-ratio.ts';
export { keepsGradient, type KeepsGradientOptions } from './keeps-gradient.ts';
export { keepsStd, type KeepsStdOptions } from './keeps-std.ts';
export type { CourseRecord, LessonRecord } from './lesson-record.ts';
export { layersOf } from './layers.ts';
export type { LayerSpan } from './layer-span.ts';
export { Nondeterministic } from './nondeterministic.ts';
export { settlesNear, type SettlesNearOptions } from './settles-near.ts';
export { type Judgeable, subjectOf } from './subject-of.ts';
export { vanishes, type VanishesOptions } from './vanishes.ts';
export { Ensemble, Ensembles } from './ensemble.ts';
export { complaints, explain, statementsOf } from './explain.ts';
export type { Evidence, Sample } from './judge.ts';
export { type Judgement, type JudgementOptions, judge } from './judge-subject.ts';
export {
  type DrawnNetworks,
  type EngineSource,
  experiment,
  type ModelLike,
  type Population,
  type Subject,
  type TraceOf,
} from './population.ts';
export { gradientGrowth, jacobianMoment, jacobianRatio, meanGradientRatio } from './gradient-quantity.ts';
export {
  average,
  cosine,
  covariance,
  derivative,
  gradient,
  type Layerwise,
  preActivation,
  secondMoment,
  std,
} from './layerwise.ts';
export { isModelTrace, signalPoints } from './signal-points.ts';
export { firstNonFinite, layersRun, ln, type LayerRange, type Quantities, type Quantity, quantity, times } from './quantity.ts';
export { meanRatio, rowRatioLnMean, rowRatios, rowRatioSpread, rowRatioSquared, rowSlope } from './ratios.ts';
export {
  type ClaimRecord,
  type ControlRecord,
  type DiagnosisRecord,
  type EvidenceRecord,
  fromJson,
  type BandRecord,
  type HistogramRecord,
  type HistogramsRecord,
  type IntervalRecord,
  type JsonNumber,
  jsonNumber,
  type LayersRecord,
  type ModelLayerRecord,
  type ModelRecord,
  type RunRecord,
  SCHEMA,
  type WordsRecord,
} from './record.ts';
export {
  distribution,
  type Functional,
  type Kind,
  listed,
  mean,
  median,
  needsOf,
  type Pair,
  proportion,
  quantile,
  sameLaw,
  type Says,
  type Statement,
  weightVariance,
  TOO_SKEWED,
} from './statement.ts';
export { both, chinese, type Text, textOf } from './text.ts';
export { judgeUncontrolled, type Uncontrolled, type UncontrolledContext } from './uncontrolled.ts';
