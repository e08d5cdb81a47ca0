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
export { Ensemble, Ensembles } from './ensemble.ts';
export { complaints, explain, statementsOf } from './explain.ts';
export type { Evidence } from './judge.ts';
export { type Judgement, type JudgementOptions, judge } from './judge-subject.ts';
export { type DrawnNetworks, type EngineSource, experiment, type Population, type Subject, type TraceOf } from './population.ts';
export {
  firstNonFinite,
  layersRun,
  ln,
  meanRatio,
  type LayerRange,
  type Quantities,
  type Quantity,
  quantity,
  rowRatioSpread,
  rowRatios,
  secondMoment,
  std,
} from './quantity.ts';
export {
  type ClaimRecord,
  type ControlRecord,
  type EvidenceRecord,
  fromJson,
  type JsonNumber,
  type LayersRecord,
  type RunRecord,
  SCHEMA,
} from './record.ts';
export {
  always,
  distribution,
  exactly,
  type Functional,
  type Kind,
  mean,
  proportion,
  quantile,
  type Statement,
  weightVariance,
} from './statement.ts';
