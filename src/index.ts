export * from './activation/index.ts';
export * from './architecture/index.ts';
export * from './claim/index.ts';
export * from './init/index.ts';
export {
  type BackendChoice,
  type BackendName,
  type Engine,
  EngineError,
  lawObjection,
  loadEngine,
  realise,
  realiseInLaw,
  drawsFromStreams,
  type Draws,
  type Probe,
  type Sampler,
  type Signal,
  type Signals,
  type Trace,
} from './network/index.ts';
export { ParameterError } from './parameter.ts';
export { type Seed, type Source, Stream, TorchGenerator } from './random/index.ts';
export { type Cell, CELLS, differences, GAIN_CELL, printedLines, replay, replayGain, torchDraws } from './replay/index.ts';
export { ALPHA, type Band, BUDGET, type Distribution, type Interval, type Look, type Verdict } from './stats/index.ts';
export {
  chi,
  correlationFixedPoint,
  correlationMap,
  correlationSlope,
  criticalPoint,
  type CriticalPoint,
  depthScales,
  type DepthScales,
  derivativeProductMoment,
  edgeOfChaos,
  fixedPoint,
  type FixedPoint,
  fixedPoints,
  gain,
  type JacobianMoments,
  jacobianMoments,
  type JacobianNetwork,
  linearRatioLaw,
  meanFieldStd,
  type Moments,
  moments,
  overflowLayer,
  type Phase,
  phaseOf,
  productMoment,
  type Quadrature,
  quadratureOf,
  type RatioLaw,
  reluRatioLaw,
  seluConstants,
  type SignalPopulation,
  signalPopulation,
  type SquareNetworks,
  type Steadiness,
  varianceMap,
  varianceSlope,
  widthFor,
} from './theory/index.ts';
