import type { LayersModel } from '@tensorflow/tfjs';

export type ModelLayer = LayersModel['layers'][number];
