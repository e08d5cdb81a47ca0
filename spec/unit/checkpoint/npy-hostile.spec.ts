import { describe, expect, test } from 'vitest';
import { CheckpointError, readNpy } from '../../../src/checkpoint/index.ts';

/** A file of version 1 or 2 with a header as it is given, and so many bytes behind it; `claimed` is the length that it says. */
function file(header: string, behind: number, { version = 1, claimed = header.length } = {}): Uint8Array {
  const start = version === 1 ? 10 : 12;
  const bytes = new Uint8Array(start + header.length + behind);
  bytes.set([0x93, ...new TextEncoder().encode('NUMPY'), version, 0]);
  const view = new DataView(bytes.buffer);
  if (version === 1) view.setUint16(8, claimed, true);
  else view.setUint32(8, claimed, true);
  bytes.set(new TextEncoder().encode(header), start);
  return bytes;
}

const headed = (descr: string, shape: string, order = 'False') =>
  `{'descr': ${descr}, 'fortran_order': ${order}, 'shape': ${shape}, }\n`;

/** What is said of a file that is refused: one line, and not a long one. */
function refusal(bytes: Uint8Array): string {
  try {
    readNpy(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(CheckpointError);
    expect((error as Error).message).toMatch(/^[^\n]{1,300}$/);
    return (error as Error).message;
  }
  return 'was read';
}

describe('readNpy, of a file that means harm', () => {
  test.each([
    ['a type by the name of what every object has', headed("'<valueOf'", '(1,)'), 8, 'its numbers are of type <valueOf'],
    ['a type of no length', headed("''", '(1,)'), 8, 'its numbers are of type ;'],
    ['a type without its byte order', headed("'f4'", '(1,)'), 4, 'its numbers are of type f4'],
    ['a type that goes on in another line', headed("'<f4\n'", '(1,)'), 4, 'each once'],
    ['a type that speaks to the terminal', headed("'<f4\u001b[2J'", '(1,)'), 4, 'each once'],
    ['two types', "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'descr': '<f8'}", 4, 'each once'],
    ['a key too many', "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'more': (1,)}", 4, 'each once'],
    ['a type within a type', headed("[('descr', '<f4')]", '(1,)'), 4, 'each once'],
    ['words behind the dictionary', `${headed("'<f4'", '(1,)').trim()} or 'descr'`, 4, 'each once'],
    ['words before it', `x ${headed("'<f4'", '(1,)')}`, 4, 'each once'],
    ['a size in two pieces', headed("'<f4'", '(1\n2,)'), 4, 'its shape is (1 2,)'],
    ['more axes than NumPy has', headed("'<f4'", `(${'1,'.repeat(65)})`), 4, 'has more than 64 axes'],
    ['nothing, of absurd axes', headed("'<f4'", `(0, ${'9'.repeat(30)})`), 0, 'has 0 bytes of numbers'],
    ['a number of 400 digits', headed("'<f4'", `(0, ${'9'.repeat(400)})`), 0, 'has 0 bytes of numbers'],
    // 2³² × 2³² numbers are 0 for who counts in 64 bits.
    ['a product that runs over', headed("'<f4'", '(4294967296, 4294967296)'), 0, 'has 0 bytes of numbers'],
  ])('refuses %s', (_, header, behind, words) => {
    expect(refusal(file(header, behind))).toContain(words);
  });

  test('allocates nothing for numbers that are not there', () => {
    const before = process.memoryUsage().arrayBuffers;
    // 2³⁰ numbers are 8 GB.
    expect(refusal(file(headed("'<f8'", '(1073741824,)'), 8))).toContain('takes 8589934592');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 20);
  });

  test('reads no header of more than 64 KB, nor one that ends behind the file', () => {
    const padded = headed("'<f4'", '(1,)').padEnd(2 ** 16 + 1);
    expect(refusal(file(padded, 4, { version: 2 }))).toContain('its header of 65537 bytes, at byte 12, is too long');
    expect(refusal(file(headed("'<f4'", '(1,)'), 4, { version: 2, claimed: 2 ** 32 - 1 }))).toContain('4294967295 bytes');
  });

  test('is done with a header that repeats itself to its end in no time', () => {
    for (const piece of ["'shape': (", "'descr': '", '{', "'shape': (1,), ", ' ', '(((', "'descr' : "]) {
      const header = `{${piece.repeat(65_000 / piece.length)}`;
      const started = performance.now();
      expect(refusal(file(header, 4))).toContain('each once');
      // A quadratic search would take 65,000² / 2 steps, seconds; a linear one takes none to speak of.
      expect(performance.now() - started).toBeLessThan(1000);
    }
  });

  test('reads what begins anywhere in a larger buffer', () => {
    const whole = file(headed("'<f4'", '(1,)'), 4);
    new DataView(whole.buffer).setFloat32(whole.length - 4, 1.5, true);
    const larger = new Uint8Array(whole.length + 3);
    larger.set(whole, 3);
    expect(readNpy(larger.subarray(3))).toEqual({ data: Float32Array.of(1.5), shape: [1] });
  });
});
