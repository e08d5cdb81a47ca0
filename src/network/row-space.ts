import { type Kernel, loadKernel } from '../kernel/index.ts';
import { ParameterError } from '../parameter.ts';
import type { Stream } from '../random/index.ts';

/**
 * A batch of signals, one a row, in a kernel's memory. The kernel works on whole vectors: rows are as long as the next multiple of 8,
 * and there are as many as the next multiple of 4; what lies beyond `units` and `batch` is 0.
 */
export interface Rows {
  readonly address: number;
  readonly units: number;
  readonly length: number;
  /** Entry (row, unit) at `row · length + unit`. */
  readonly values: Float32Array;
}

/** All that WebAssembly can address. */
const MOST_BYTES = 2 ** 32 - 2 ** 16;

const upTo = (multiple: number, n: number) => Math.ceil(n / multiple) * multiple;

/** Slots for rows of any width up to the widest, and the kernel's operations on them. */
export class RowSpace {
  readonly kernel: Kernel;
  readonly batch: number;
  readonly #rows: number;
  readonly #slotBytes: number;
  readonly #slots: number;
  /** Float64, rows × rows, and rows of it float64 sums; then rows × rows of float32. */
  readonly #matrix: Float64Array;
  readonly #sums: Float64Array;
  readonly #coefficients: Float32Array;

  constructor(batch: number, widest: number, slots: number) {
    this.batch = batch;
    this.#rows = upTo(4, batch);
    this.#slotBytes = this.#rows * upTo(8, widest) * Float32Array.BYTES_PER_ELEMENT;
    const square = this.#rows ** 2;
    // 16, so that no address is 0 and every one is a multiple of a vector's size.
    const matrix = 16;
    const sums = matrix + square * 8;
    const coefficients = sums + this.#rows * 8;
    this.#slots = coefficients + square * 4;
    const bytes = this.#slots + slots * this.#slotBytes;
    if (bytes > MOST_BYTES) throw new ParameterError('signals kept at a time', `at most ${MOST_BYTES} bytes`, bytes);
    this.kernel = loadKernel(bytes);
    const { buffer } = this.kernel.memory;
    this.#matrix = new Float64Array(buffer, matrix, square);
    this.#sums = new Float64Array(buffer, sums, this.#rows);
    this.#coefficients = new Float32Array(buffer, coefficients, square);
  }

  /** Rows of this width in a slot, with what is there. */
  rows(slot: number, units: number): Rows {
    const address = this.#slots + slot * this.#slotBytes;
    const length = upTo(8, units);
    return { address, units, length, values: new Float32Array(this.kernel.memory.buffer, address, this.#rows * length) };
  }

  /** Fills the rows with normal numbers. */
  drawNormals(rows: Rows, stream: Stream): void {
    const { units, length, values } = rows;
    if (units === length) stream.normals(values.subarray(0, this.batch * length));
    else for (let row = 0; row < this.batch; row++) stream.normals(values.subarray(row * length, row * length + units));
    this.#clearRest(rows);
  }

  /** Sets entry (row, unit) to what `of` makes of its place in a signal stored unit by unit, `unit · batch + row`. */
  fill(rows: Rows, of: (place: number) => number): void {
    const { units, length, values } = rows;
    for (let row = 0; row < this.batch; row++) {
      for (let unit = 0; unit < units; unit++) values[row * length + unit] = of(unit * this.batch + row);
    }
    this.#clearRest(rows);
  }

  /** Works through the numbers of the rows, `count` of them from their address on, in the kernel or on `values`. */
  apply(rows: Rows, work: (count: number) => void): void {
    work(this.batch * rows.length);
    this.#clearRest(rows);
  }

  /** Adds one number for each unit to every row. */
  addToRows({ units, length, values }: Rows, numbers: Float32Array): void {
    for (let row = 0; row < this.batch; row++) {
      for (let unit = 0; unit < units; unit++) values[row * length + unit] += numbers[unit];
    }
  }

  /** X Xᵀ, batch × batch; only the lower triangle is meant to be read. */
  gram({ address, length }: Rows): Float64Array {
    this.kernel.gram(address, length * 4, length, this.#rows, this.#matrix.byteOffset);
    return this.#ofBatch();
  }

  /** X Yᵀ, batch × batch. */
  crossGram(x: Rows, y: Rows): Float64Array {
    this.kernel.crossGram(x.address, y.address, x.length * 4, x.length, this.#rows, this.#matrix.byteOffset);
    return this.#ofBatch();
  }

  /** The sum of each row. */
  sums({ address, length }: Rows): Float64Array {
    this.kernel.rowSums(address, length * 4, length, this.#rows, this.#sums.byteOffset);
    return this.#sums.slice(0, this.batch);
  }

  /** Y = scale·C X, C lower triangular, batch × batch. */
  lowerProduct(scale: number, C: Float64Array, x: Rows, y: Rows): void {
    this.#product(scale, C, x, y, true, false);
  }

  /** Y = Y + scale·C X, C batch × batch. */
  addProduct(scale: number, C: Float64Array, x: Rows, y: Rows): void {
    this.#product(scale, C, x, y, false, true);
  }

  #product(scale: number, C: Float64Array, x: Rows, y: Rows, triangular: boolean, add: boolean): void {
    const { batch } = this;
    for (let a = 0; a < batch; a++) {
      for (let b = 0; b < batch; b++) this.#coefficients[a * this.#rows + b] = scale * C[a * batch + b];
    }
    this.kernel.product(this.#coefficients.byteOffset, x.address, y.address, x.length * 4, x.length, this.#rows, triangular, add);
  }

  #ofBatch(): Float64Array {
    const { batch } = this;
    const rows = this.#rows;
    if (batch === rows) return this.#matrix.slice();
    const own = new Float64Array(batch ** 2);
    for (let a = 0; a < batch; a++) own.set(this.#matrix.subarray(a * rows, a * rows + batch), a * batch);
    return own;
  }

  #clearRest({ units, length, values }: Rows): void {
    if (units < length) for (let row = 0; row < this.batch; row++) values.fill(0, row * length + units, (row + 1) * length);
    values.fill(0, this.batch * length);
  }
}
