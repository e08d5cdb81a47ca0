import { finite, ParameterError } from '../parameter.ts';

/**
 * The factor by which PyTorch would have weights grow to make up for an activation: `torch.nn.init.calculate_gain`.
 *
 * These are PyTorch's conventions, not the solutions of 1 = gain²·E[φ(z)²]: for tanh it says 5/3, and the equation 1.5925.
 *
 * @param nonlinearity PyTorch's name.
 * @param param slope of a leaky ReLU (default 0.01); of no other.
 * @throws ParameterError for an unknown name or a slope that is not finite.
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
      return Math.sqrt(2 / (1 + finite('param', param ?? 0.01) ** 2));
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
