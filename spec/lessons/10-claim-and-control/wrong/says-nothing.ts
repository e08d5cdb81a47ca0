// told: The control “gain 1” is supported, and must be refuted
// 告知：对照“增益 1”得到支持
import { type Architecture, type Defect, mean, meanRatio, type Says, type Trace, withGain } from 'gainsay';

export const says: Says<Trace> = mean(meanRatio).within(0, 10);

export const controls: readonly Defect<Architecture>[] = [withGain(1)];
