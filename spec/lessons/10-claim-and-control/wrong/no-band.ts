// told: says must be a statement or a list of statements, each with its band
// 告知：says 应为一个论断或论断的列表，各带区间
import { type Architecture, type Defect, mean, meanRatio, withGain } from 'gainsay';

export const says: unknown = mean(meanRatio);

export const controls: readonly Defect<Architecture>[] = [withGain(1)];
