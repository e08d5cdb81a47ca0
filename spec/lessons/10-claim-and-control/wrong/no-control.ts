// told: There is no control
// 告知：没有对照
import { type Architecture, type Defect, mean, meanRatio, type Says, type Trace } from 'gainsay';

export const says: Says<Trace> = mean(meanRatio).within(0.95, 1.05);

export const controls: readonly Defect<Architecture>[] = [];
