import type { Activation, ActivationName } from '../activation/index.ts';
import type { Kernel } from '../kernel/index.ts';
import type { RowSpace, Rows } from './row-space.ts';

interface InKernel {
  /** H = φ(Z). */
  readonly activate: (kernel: Kernel, z: Rows, h: Rows, count: number, activation: Activation) => void;
  /** The gradient times φ′(z), where h = φ(z). */
  readonly through: (kernel: Kernel, z: Rows, h: Rows, gradient: Rows, count: number, activation: Activation) => void;
}

/** The kernel's names of an activation that takes nothing but numbers. */
const plain = (
  activate: 'sigmoid' | 'erf' | 'sin' | 'gelu' | 'geluTanh' | 'silu' | 'softplus' | 'hardTanh',
  through: `through${Capitalize<typeof activate>}`,
): InKernel => ({
  activate: (kernel, z, h, count) => kernel[activate](z.address, h.address, count),
  through: (kernel, z, _, gradient, count) => kernel[through](gradient.address, z.address, count),
});

/** φ′ right of 0 and at it: ELU's and SELU's two factors. */
const exponentialUnit: InKernel = {
  activate: (kernel, z, h, count, { derivative }) => kernel.elu(z.address, h.address, count, derivative(1), derivative(0)),
  through: (kernel, z, _, gradient, count, { derivative }) =>
    kernel.throughElu(gradient.address, z.address, count, derivative(1), derivative(0)),
};

const IN_KERNEL: Record<ActivationName, InKernel> = {
  linear: {
    activate: (_, z, h) => h.values.set(z.values),
    through: () => {},
  },
  relu: {
    activate: (kernel, z, h, count) => kernel.relu(z.address, h.address, count),
    through: (kernel, z, _, gradient, count) => kernel.throughLeakyRelu(gradient.address, z.address, count, 0),
  },
  leaky_relu: {
    activate: (kernel, z, h, count, { derivative }) => kernel.leakyRelu(z.address, h.address, count, derivative(0)),
    through: (kernel, z, _, gradient, count, { derivative }) =>
      kernel.throughLeakyRelu(gradient.address, z.address, count, derivative(0)),
  },
  tanh: {
    activate: (kernel, z, h, count) => kernel.tanh(z.address, h.address, count),
    through: (kernel, _, h, gradient, count) => kernel.throughTanh(gradient.address, h.address, count),
  },
  sigmoid: plain('sigmoid', 'throughSigmoid'),
  erf: plain('erf', 'throughErf'),
  sin: plain('sin', 'throughSin'),
  elu: exponentialUnit,
  selu: exponentialUnit,
  gelu: plain('gelu', 'throughGelu'),
  gelu_tanh: plain('geluTanh', 'throughGeluTanh'),
  silu: plain('silu', 'throughSilu'),
  softplus: plain('softplus', 'throughSoftplus'),
  hardtanh: plain('hardTanh', 'throughHardTanh'),
};

/** H = φ(Z). */
export function activateRows(space: RowSpace, activation: Activation, z: Rows, h: Rows): void {
  space.apply(h, (count) => IN_KERNEL[activation.name].activate(space.kernel, z, h, count, activation));
}

/** Multiplies a gradient by φ′(z), where h = φ(z). */
export function throughActivation(space: RowSpace, activation: Activation, z: Rows, h: Rows, gradient: Rows): void {
  space.apply(gradient, (count) => IN_KERNEL[activation.name].through(space.kernel, z, h, gradient, count, activation));
}
