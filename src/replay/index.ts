export { type Cell, CELLS, GAIN_CELL } from './cells.ts';
export { printedLines, pythonFloat } from './printed.ts';
export { torchDraws } from './torch-draws.ts';
export { differences, replay, replayGain, SEED } from './replay.ts';
