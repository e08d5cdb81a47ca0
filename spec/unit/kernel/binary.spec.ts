import { describe, expect, test } from 'vitest';
import { BINARY } from '../../../src/kernel/binary.ts';
import { loadKernel } from '../../../src/kernel/index.ts';
import { compileKernel } from '../../../tools/compile-kernel.ts';

describe('the kernel in the repository', () => {
  test('is what assembly/ compiles to, byte for byte', () => {
    expect(Buffer.from(compileKernel()).toString('base64')).toBe(BINARY);
  });

  test('has a memory of its own each time that it is loaded, with as much room as was asked for', () => {
    const [one, other] = [loadKernel(1), loadKernel(200_000)];
    new Uint8Array(one.memory.buffer)[64] = 1;
    expect(new Uint8Array(other.memory.buffer)[64]).toBe(0);
    expect(one.memory.buffer.byteLength).toBeGreaterThanOrEqual(1);
    expect(other.memory.buffer.byteLength).toBeGreaterThanOrEqual(200_000);
  });
});
