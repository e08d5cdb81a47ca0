import { type Architecture, type Defect, mean, type Says, std, type Trace } from 'gainsay';

/**
 * A claim about 50 layers of ReLU under Kaiming's law, `mlp({ width: 256, depth: 50, activation: relu, init: kaimingNormal() })`. It is to
 * be true of these networks, and false of the same networks under PyTorch's gain for tanh, 5/3, and under none, 1. One run printed a
 * std of 0.731 after layer 49.
 *
 * 关于 50 层 ReLU、采用 Kaiming 初始化的网络（`mlp({ width: 256, depth: 50, activation: relu, init: kaimingNormal() })`）的一个论断：对这些
 * 网络它为真，而对同样的网络，若用 PyTorch 为 tanh 规定的增益 5/3，或不用增益（1），则为假。某次运行打印出第 49 层之后的标准差为 0.731。
 */
export const says: Says<Trace> = mean(std.after(49)).within(0.73, 0.74);

/** What the claim is seen to refute: for instance `withGain(1)`.  论断所反驳的对照，例如 `withGain(1)`。 */
export const controls: readonly Defect<Architecture>[] = [];

// TODO
