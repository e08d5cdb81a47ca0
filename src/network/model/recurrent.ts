import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { everyLayer } from './every-layer.ts';

/** As much of TensorFlow.js's recurrent layers as lies beyond what their types say. */
interface Recurrent {
  readonly cell?: Cell;
  /** What a stateful one remembers; null where it does not, or not yet. */
  states_?: Tensor[] | null;
}

interface Cell {
  dropout?: number;
  recurrentDropout?: number;
  /** Those that are stacked in this one. */
  readonly cells?: readonly Cell[];
}

const recurrent = (model: LayersModel) => everyLayer(model) as unknown as Recurrent[];

/** Takes dropout out of recurrent cells: off it makes masks of ones all the same in TensorFlow.js 4.22, and keeps them for good. */
export function withoutDropout(model: LayersModel): void {
  const silence = (cell: Cell): void => {
    Object.assign(cell, { dropout: 0, recurrentDropout: 0 });
    cell.cells?.forEach(silence);
  };
  for (const { cell } of recurrent(model)) if (cell) silence(cell);
}

/** Frees what stateful layers remember. */
export function forgetStates(model: LayersModel): void {
  for (const layer of recurrent(model)) {
    layer.states_?.forEach((state) => state.dispose());
  }
}
