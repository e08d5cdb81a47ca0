import type { Activation } from './activation.ts';
import { elu } from './elu.ts';

/** α and λ for which N(0, 1) is a fixed point of mean and variance (Klambauer et al. 2017, section 2), to PyTorch's 32 digits. */
const ALPHA = 1.6732632423543772848170429916717;
const LAMBDA = 1.0507009873554804934193349852946;

const { phi, derivative } = elu(ALPHA);

/** φ(x) = λ·elu(x; α), `torch.nn.functional.selu` (Klambauer et al. 2017, eq. 2); φ′(0) = λα, as PyTorch's autograd has it. */
export const selu: Activation = {
  name: 'selu',
  phi: (x) => LAMBDA * phi(x),
  derivative: (x) => LAMBDA * derivative(x),
  kinks: [0],
  homogeneous: false,
  bound: Infinity,
};
