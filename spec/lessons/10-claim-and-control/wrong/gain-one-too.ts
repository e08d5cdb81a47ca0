// told: With a gain of 1 in place of √2 your claim is not refuted
// 告知：把增益 √2 换成 1，你的论断没有被反驳
import { type Architecture, type Defect, mean, meanRatio, type Says, type Trace, withGain } from 'gainsay';

export const says: Says<Trace> = mean(meanRatio).below(1.1);

export const controls: readonly Defect<Architecture>[] = [withGain(5 / 3)];
