// told: There is no control
// 告知：没有对照
import { type Architecture, type Defect, kaimingNormal, mean, meanRatio, mlp, relu, type Says, type Trace } from 'gainsay';

export const network: Architecture = mlp({ width: 256, depth: 50, activation: relu, init: kaimingNormal() });

export const says: Says<Trace> = mean(meanRatio).within(0.95, 1.05);

export const controls: readonly Defect<Architecture>[] = [];
