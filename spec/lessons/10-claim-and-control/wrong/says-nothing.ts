// told: The control “gain 1” is supported, and must be refuted
// 告知：对照“增益 1”的判定为 supported
import {
  type Architecture,
  type Defect,
  kaimingNormal,
  mean,
  meanRatio,
  mlp,
  relu,
  type Says,
  type Trace,
  withGain,
} from 'gainsay';

export const network: Architecture = mlp({ width: 256, depth: 50, activation: relu, init: kaimingNormal() });

export const says: Says<Trace> = mean(meanRatio).within(0, 10);

export const controls: readonly Defect<Architecture>[] = [withGain(1)];
