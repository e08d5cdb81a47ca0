import type { Activation } from './activation.ts';

/** φ(x) = min(1, max(−1, x)), `torch.nn.functional.hardtanh` (Collobert 2004); φ′(±1) = 0, as PyTorch's autograd has it. */
export const hardtanh: Activation = {
  name: 'hardtanh',
  phi: (x) => Math.min(1, Math.max(-1, x)),
  derivative: (x) => (Math.abs(x) < 1 ? 1 : 0),
  kinks: [-1, 1],
  homogeneous: false,
  bound: 1,
};
