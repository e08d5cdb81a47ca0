// told: Your claim is false of the right networks
// 告知：对正确的网络，你的论断为假
import { type Architecture, type Defect, mean, meanRatio, type Says, type Trace, withGain } from 'gainsay';

export const says: Says<Trace> = mean(meanRatio).within(0.45, 0.55);

export const controls: readonly Defect<Architecture>[] = [withGain(1)];
