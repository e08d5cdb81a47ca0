import { type Architecture, type Defect, mean, meanRatio, type Says, type Trace, withGain } from 'gainsay';

/**
 * E[q_l/q_(l−1)] is 1 at any width, and averaged over 50 layers it is nearly the same in every network: a band of 5% is many standard
 * errors wide, and far from the 1.39 and the 0.5 of the wrong gains.
 *
 * 在任何宽度下 E[q_l/q_(l−1)] = 1，对 50 层取平均后各网络几乎相同：5% 的区间有许多个标准误差宽，又远离错误增益给出的 1.39 和 0.5。
 */
export const says: Says<Trace> = mean(meanRatio).within(0.95, 1.05);

/** Wrong in two ways that people are.  人们常犯的两种错误。 */
export const controls: readonly Defect<Architecture>[] = [withGain(1), withGain(5 / 3)];
