import { ParameterError } from '../parameter.ts';
import { Mt19937 } from './mt19937.ts';
import type { Source, Truncated } from './source.ts';
import { BLOCK, boxMuller } from './torch-normal.ts';
import { torchTruncatedNormals } from './torch-truncated-normal.ts';

const f = Math.fround;
const LOWEST = -(2n ** 63n);
const HIGHEST = 2n ** 64n - 1n;

/**
 * PyTorch's CPU generator for float32, as `torch.manual_seed(seed)` leaves it: the same bits as PyTorch 2.13 with its AVX2 kernels.
 * It is there for replays; gainsay's own streams are the default.
 *
 * @param seed an integer from −2⁶³ to 2⁶⁴ − 1; a text or a bigint where it exceeds 2⁵³. MT19937 takes its low 32 bits.
 * @throws ParameterError for any other seed.
 */
export class TorchGenerator implements Source {
  readonly #twister: Mt19937;
  /** The second number of the last pair that a draw of fewer than 16 normals made: the next such draw begins with it. */
  #kept: number | undefined;

  constructor(seed: number | bigint | string) {
    this.#twister = new Mt19937(Number(BigInt.asIntN(32, integer(seed))));
  }

  word(): number {
    return this.#twister.word();
  }

  /** As `torch.Tensor.uniform_(low, high)`: one word a number, its low 24 bits; high itself is never drawn. */
  uniforms(out: Float32Array, low = 0, high = 1): Float32Array {
    const low32 = f(low);
    const high32 = f(high);
    const span = f(high32 - low32);
    for (let i = 0; i < out.length; i++) {
      const value = f(this.#fraction() * span + low32);
      out[i] = value === high32 ? low32 : value;
    }
    return out;
  }

  /** As `torch.Tensor.normal_(mean, std)`: blocks of 16, and pairs in double precision for fewer than 16 numbers. */
  normals(out: Float32Array, mean = 0, std = 1): Float32Array {
    if (out.length < BLOCK) {
      for (let i = 0; i < out.length; i++) out[i] = this.#normal() * std + mean;
      return out;
    }
    const whole = out.length - (out.length % BLOCK);
    for (let i = 0; i < out.length; i++) out[i] = this.#fraction();
    for (let start = 0; start < whole; start += BLOCK) boxMuller(out, start, f(mean), f(std));
    if (whole < out.length) {
      // A ragged tail draws the last 16 anew.
      const start = out.length - BLOCK;
      for (let i = start; i < out.length; i++) out[i] = this.#fraction();
      boxMuller(out, start, f(mean), f(std));
    }
    return out;
  }

  /** As `torch.nn.init.trunc_normal_`. */
  truncatedNormals(out: Float32Array, truncated: Truncated): Float32Array {
    return torchTruncatedNormals(this, out, truncated);
  }

  /** As `torch.randperm(n)` below n = 214,748,364: Fisher & Yates from the front, one word a swap. */
  permutation(n: number): Uint32Array {
    const order = Uint32Array.from({ length: n }, (_, i) => i);
    for (let i = 0; i < n - 1; i++) {
      const other = i + (this.word() % (n - i));
      [order[i], order[other]] = [order[other], order[i]];
    }
    return order;
  }

  #fraction(): number {
    return (this.word() & 0xffffff) * 2 ** -24;
  }

  /** 53 random bits in [0, 1): the first word is the high half. */
  #double(): number {
    const high = this.word() & 0x1fffff;
    return (high * 2 ** 32 + this.word()) * 2 ** -53;
  }

  #normal(): number {
    if (this.#kept !== undefined) {
      const kept = this.#kept;
      this.#kept = undefined;
      return kept;
    }
    const angle = 2 * Math.PI * this.#double();
    const radius = Math.sqrt(-2 * Math.log1p(-this.#double()));
    this.#kept = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }
}

function integer(seed: number | bigint | string): bigint {
  const refuse = () =>
    new ParameterError('seed', 'an integer from −2^63 to 2^64 − 1', typeof seed === 'bigint' ? `${seed}` : seed);
  if (typeof seed === 'number' && !Number.isSafeInteger(seed)) throw refuse();
  if (typeof seed === 'string' && !/^-?\d+$/.test(seed)) throw refuse();
  const value = BigInt(seed);
  if (value < LOWEST || value > HIGHEST) throw refuse();
  return value;
}
