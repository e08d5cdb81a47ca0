// told: With a gain of 1.67 in place of √2 your claim is not refuted
// 告知：把增益 √2 换成 1.67，你的论断没有被反驳
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

export const says: Says<Trace> = mean(meanRatio).above(0.9);

export const controls: readonly Defect<Architecture>[] = [withGain(1)];
