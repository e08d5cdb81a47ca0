// told: The control “seed set anew in every layer: one matrix throughout” is …, and must be refuted
// 告知：对照“每层重设种子：处处是同一个矩阵”…，而它必须被反驳
import { type Architecture, type Defect, mean, meanRatio, sameSeedEveryLayer, type Says, type Trace } from 'gainsay';

export const says: Says<Trace> = mean(meanRatio).within(0.75, 1.25);

export const controls: readonly Defect<Architecture>[] = [sameSeedEveryLayer];
