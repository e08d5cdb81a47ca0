import { describe, expect, test } from 'vitest';
import { Stream } from '../../../src/random/index.ts';
import { Workspace } from './workspace.ts';

const stream = new Stream(process.env['GAINSAY_SEED'] ?? '1', 'kernel/scale');
const SIZES = [4, 8, 4096];
const SCALES = [
  [0, 0.1],
  [-3, 2 ** -30],
  [1 / 3, Math.fround(1 / 3)],
  [0, 3e38],
] as const;

describe.each(SIZES)('of %i numbers', (count) => {
  test.each(SCALES)('scale makes offset + factor·z in float64, rounded once: %d + %d·z', (offset, factor) => {
    const z = Float32Array.from({ length: count }, () => stream.normal());
    const workspace = new Workspace();
    const own = workspace.put(z.slice());
    workspace.kernel.scale(own.byteOffset, count, offset, factor);
    expect(own).toEqual(z.map((one) => offset + factor * one));
  });

  test.each(SCALES)('uniforms makes low + span·(w + ½)/2³² of words, in float64, rounded once: %d + %d·u', (low, span) => {
    const words = Uint32Array.from({ length: count }, (_, i) => [0, 2 ** 31, 2 ** 32 - 1][i] ?? stream.word());
    const workspace = new Workspace();
    const own = workspace.put(words.slice());
    workspace.kernel.uniforms(own.byteOffset, count, low, span);
    expect(new Float32Array(own.buffer, own.byteOffset, count)).toEqual(
      Float32Array.from(words, (word) => low + span * ((word + 0.5) * 2 ** -32)),
    );
  });
});
