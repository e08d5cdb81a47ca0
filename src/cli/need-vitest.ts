import { ParameterError } from '../parameter.ts';

/** An optional peer of the package: only the commands that run specs want it. */
export function needVitest(): void {
  try {
    import.meta.resolve('vitest/node');
  } catch {
    throw new ParameterError('vitest', 'installed where gainsay is (`npm install --save-dev vitest@4`)', 'none');
  }
}
