// told: Your claim reads something that these networks do not show: their 50 layers are counted from 0 to 49
// 告知：你的论断读取了这些网络没有的东西
import { type Architecture, type Defect, ln, mean, type Says, std, type Trace, withGain } from 'gainsay';

export const says: Says<Trace> = mean(ln(std.after(50))).within(-2, 1);

export const controls: readonly Defect<Architecture>[] = [withGain(1)];
