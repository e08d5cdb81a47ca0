import { ParameterError } from '../parameter.ts';

/**
 * The factor by which PyTorch would have weights grow to make up for an activation: `torch.nn.init.calculate_gain`.
 *
 * These are PyTorch's conventions, not the solutions of 1 = gain²·E[φ(z)²]: for tanh it says 5/3, and the equation 1.5925.
 *
 * @param nonlinearity PyTorch's name.
 * @param param slope of a leaky ReLU (default 0.01); of no other, and then not looked at.
 * @throws ParameterError for an unknown name, or a slope that is no number or whose square is too large for one.
 */
export function calculateGain(nonlinearity: string, param?: number): number {
  switch (nonlinearity) {
    case 'linear':
    case 'conv1d':
    case 'conv2d':
    case 'conv3d':
    case 'conv_transpose1d':
    case 'conv_transpose2d':
    case 'conv_transpose3d':
    case 'sigmoid':
      return 1;
    case 'tanh':
      return 5 / 3;
    case 'relu':
      return Math.SQRT2;
    case 'leaky_relu':
      return leakyReluGain(param ?? 0.01);
    case 'selu':
      return 3 / 4;
    default:
      throw new ParameterError(
        'nonlinearity',
        "one of PyTorch's twelve: linear, conv1d … conv_transpose3d, sigmoid, tanh, relu, leaky_relu, selu",
        nonlinearity,
      );
  }
}

/** √(2/(1 + slope²)). As in Python, an infinite slope has the gain 0, but a finite one whose square overflows is refused. */
function leakyReluGain(slope: number): number {
  if (typeof slope !== 'number') throw new ParameterError('param', 'a number', slope);
  const square = slope * slope;
  if (square === Infinity && Number.isFinite(slope)) throw new ParameterError('param', 'a number whose square is finite', slope);
  return Math.sqrt(2 / (1 + square));
}
