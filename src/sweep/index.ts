export { architectureOf, type Cell, cellAt, workOf } from './cell.ts';
export { AXES, type Axis, cellCount, type Grid, gridOf } from './grid.ts';
export { headerLine, headerOf, SWEEP_SCHEMA, type SweepHeader } from './header.ts';
export { type CellRecord, measure } from './measure.ts';
export { mergeResults, type ResultsFile } from './merge.ts';
export { activationOf } from './named.ts';
export { recordLine, recordsOf, type Written, written } from './results.ts';
export { indicesOf, type Shard, shardOf } from './shard.ts';
export type { Spread } from './spread.ts';
