import type { Activation, ActivationName } from '../activation/index.ts';
import type { Kernel } from '../kernel/index.ts';
import type { RowSpace, Rows } from './row-space.ts';

interface InKernel {
  /** H = φ(Z). */
  readonly activate: (kernel: Kernel, z: Rows, h: Rows, count: number, slope: number) => void;
  /** The gradient times φ′(z), where h = φ(z). */
  readonly through: (kernel: Kernel, z: Rows, h: Rows, gradient: Rows, count: number, slope: number) => void;
}

/** Activations that the kernel has; the others are computed number by number in float64, and rounded to float32. */
const IN_KERNEL: Partial<Record<ActivationName, InKernel>> = {
  linear: {
    activate: (_, z, h) => h.values.set(z.values),
    through: () => {},
  },
  relu: {
    activate: (kernel, z, h, count) => kernel.relu(z.address, h.address, count),
    through: (kernel, z, _, gradient, count) => kernel.throughLeakyRelu(gradient.address, z.address, count, 0),
  },
  leaky_relu: {
    activate: (kernel, z, h, count, slope) => kernel.leakyRelu(z.address, h.address, count, slope),
    through: (kernel, z, _, gradient, count, slope) => kernel.throughLeakyRelu(gradient.address, z.address, count, slope),
  },
  hardtanh: {
    activate: (kernel, z, h, count) => kernel.hardTanh(z.address, h.address, count),
    through: (kernel, z, _, gradient, count) => kernel.throughHardTanh(gradient.address, z.address, count),
  },
  tanh: {
    activate: (kernel, z, h, count) => kernel.tanh(z.address, h.address, count),
    through: (kernel, _, h, gradient, count) => kernel.throughTanh(gradient.address, h.address, count),
  },
};

/** H = φ(Z). */
export function activateRows(space: RowSpace, { name, phi, slope = 0.01 }: Activation, z: Rows, h: Rows): void {
  const own = IN_KERNEL[name];
  space.apply(h, (count) => {
    if (own) own.activate(space.kernel, z, h, count, slope);
    else for (let i = 0; i < count; i++) h.values[i] = phi(z.values[i]);
  });
}

/** Multiplies a gradient by φ′(z), where h = φ(z). */
export function throughActivation(
  space: RowSpace,
  { name, derivative, slope = 0.01 }: Activation,
  z: Rows,
  h: Rows,
  gradient: Rows,
): void {
  const own = IN_KERNEL[name];
  space.apply(gradient, (count) => {
    if (own) own.through(space.kernel, z, h, gradient, count, slope);
    else for (let i = 0; i < count; i++) gradient.values[i] *= derivative(z.values[i]);
  });
}
