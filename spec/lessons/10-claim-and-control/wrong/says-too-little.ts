// told: With a gain of 1.67 in place of √2 your claim is not refuted
// 告知：把增益 √2 换成 1.67，你的论断没有被反驳
import { type Architecture, type Defect, mean, meanRatio, type Says, type Trace, withGain } from 'gainsay';

export const says: Says<Trace> = mean(meanRatio).above(0.9);

export const controls: readonly Defect<Architecture>[] = [withGain(1)];
