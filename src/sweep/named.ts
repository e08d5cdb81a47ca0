import { type Activation, activationNamed } from '../activation/index.ts';
import { type Initializer, initializerNamed } from '../init/index.ts';
import { ParameterError } from '../parameter.ts';

/** What is said in words; every other option is a number. */
const IN_WORDS = ['mode', 'nonlinearity'];

/** The activation of a name, its option after a colon: `leaky_relu:slope=0.2`. */
export function activationOf(text: string): Activation {
  const [name, options] = parts('activation', text);
  return activationNamed(name, options);
}

/** The initializer of a name, its options after colons: `xavier_uniform_:gain=1.5`. */
export function initializerOf(text: string): Initializer {
  const [name, options] = parts('init', text);
  return initializerNamed(name, options);
}

function parts(axis: string, text: string): [name: string, options: Record<string, never>] {
  const [name, ...given] = text.split(':');
  const options = given.map((option) => {
    const [key, value, ...more] = option.split('=');
    if (!key || !value || more.length > 0)
      throw new ParameterError(axis, 'a name, or name:option=value, such as xavier_uniform_:gain=1.5', text);
    if (IN_WORDS.includes(key)) return [key, value];
    if (!Number.isFinite(Number(value))) throw new ParameterError(`${key} of ${name}`, 'a finite number', value);
    return [key, Number(value)];
  });
  // The registries know which options there are, and refuse the others by name.
  return [name, Object.fromEntries(options) as Record<string, never>];
}
