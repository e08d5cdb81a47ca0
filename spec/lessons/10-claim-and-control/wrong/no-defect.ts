// told: The control “Xavier with Kaiming’s gain” draws weights of the same variance
// 告知：对照“Xavier with Kaiming’s gain”抽取的权值方差相同
import { type Architecture, type Defect, mean, meanRatio, type Says, type Trace, withInit, xavierUniform } from 'gainsay';

export const says: Says<Trace> = mean(meanRatio).within(0.95, 1.05);

export const controls: readonly Defect<Architecture>[] = [
  withInit('Xavier with Kaiming’s gain', xavierUniform({ gain: Math.SQRT2 })),
];
