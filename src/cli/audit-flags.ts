import type { AuditOptions } from '../audit/index.ts';
import { activationNamed } from '../activation/index.ts';
import { ParameterError } from '../parameter.ts';
import type { JsonFlag } from './flags.ts';

export interface AuditFlags extends JsonFlag {
  layout?: 'torch' | 'tf';
  activation?: readonly string[];
  expect?: string;
  writeExpectations?: string;
  alpha?: number;
  out: string;
  quiet: boolean;
}

/**
 * Which activations weights feed: `relu`, or `attn.*=linear`. A name alone is of all weights, and comes after the patterns.
 *
 * @throws ParameterError for an activation that there is not, and for two that are of all.
 */
export function activationsOf(given: readonly string[] = []): NonNullable<AuditOptions['activations']> {
  const pairs = given.map((text) => {
    const at = text.lastIndexOf('=');
    return { pattern: at < 0 ? '*' : text.slice(0, at), activation: activationNamed(text.slice(at + 1)) };
  });
  const ofAll = given.filter((text) => !text.includes('='));
  if (ofAll.length > 1)
    throw new ParameterError('--activation', 'one name alone; the others with a pattern, pattern=name', ofAll);
  return [...pairs.filter(({ pattern }) => pattern !== '*'), ...pairs.filter(({ pattern }) => pattern === '*')];
}
