import { Buffer } from 'node:buffer';
import { BINARY } from './binary.ts';

type Activate = (x: number, out: number, count: number) => void;
type Through = (gradient: number, z: number, count: number) => void;

/** Loops over float32 numbers as WebAssembly with SIMD. Addresses and strides are in bytes, in this kernel's own memory. */
export interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  /** Fills `out` with `count` words, a multiple of 4, of the four xoshiro128** generators whose 64 bytes are at `state`. */
  readonly words: (state: number, out: number, count: number) => void;
  /** Fills `out` with `count` standard normal numbers, a multiple of 8, made of as many words. */
  readonly normals: (state: number, out: number, count: number) => void;
  /** In place, `count` float32 numbers z become offset + factor·z; a multiple of 4, computed in float64. */
  readonly scale: (out: number, count: number, offset: number, factor: number) => void;
  /** In place, `count` words w, a multiple of 4, become the float32 numbers low + span·(w + ½)/2³², computed in float64. */
  readonly uniforms: (out: number, count: number, low: number, span: number) => void;
  /** φ of `count` numbers, a multiple of 4. */
  readonly relu: Activate;
  readonly leakyRelu: (x: number, out: number, count: number, slope: number) => void;
  readonly hardTanh: Activate;
  readonly tanh: Activate;
  readonly sigmoid: Activate;
  readonly silu: Activate;
  readonly softplus: Activate;
  readonly gelu: Activate;
  readonly geluTanh: Activate;
  readonly erf: Activate;
  /** Of any size: multiples of π/2 are taken off in float64, and beyond 2²⁴ multiples of 2π in integers. */
  readonly sin: Activate;
  /** right·x where x > 0, else left·(e^x − 1): ELU with 1 and α, SELU with λ and λα. */
  readonly elu: (x: number, out: number, count: number, right: number, left: number) => void;
  /** Multiplies `count` numbers, a multiple of 4, at `gradient` by φ′(z); for tanh, h = φ(z) is given. */
  readonly throughLeakyRelu: (gradient: number, z: number, count: number, slope: number) => void;
  readonly throughHardTanh: Through;
  readonly throughTanh: (gradient: number, h: number, count: number) => void;
  readonly throughSigmoid: Through;
  readonly throughSilu: Through;
  readonly throughSoftplus: Through;
  readonly throughGelu: Through;
  readonly throughGeluTanh: Through;
  readonly throughErf: Through;
  readonly throughSin: Through;
  readonly throughElu: (gradient: number, z: number, count: number, right: number, left: number) => void;
  /** ⟨x_a, x_b⟩ for b ≤ a, in float64; `length` is a multiple of 8, `rows` of 4. What is above the diagonal is not to be read. */
  readonly gram: (x: number, stride: number, length: number, rows: number, out: number) => void;
  /** ⟨x_a, y_b⟩ for all a and b, in float64. */
  readonly crossGram: (x: number, y: number, stride: number, length: number, rows: number, out: number) => void;
  /** The sum of every row, in float64. */
  readonly rowSums: (x: number, stride: number, length: number, rows: number, out: number) => void;
  /** y_a = Σ_k c_ak x_k with float32 coefficients, added to what is there with `add`; triangular ones have zeros above the diagonal. */
  readonly product: (
    c: number,
    x: number,
    y: number,
    stride: number,
    length: number,
    rows: number,
    triangular: boolean,
    add: boolean,
  ) => void;
  /** Orthonormalises `count` vectors of `length` float64 numbers, `stride` bytes apart, a multiple of 16, in their order. */
  readonly orthonormal: (vectors: number, count: number, length: number, stride: number) => void;
}

/** The part of the global that is used here: Node's types leave it out, and those of browsers bring everything else along. */
declare const WebAssembly: {
  readonly Module: new (binary: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
};

const PAGE = 65536;

let compiled: object | undefined;

/** A kernel of its own, with room for as many bytes. */
export function loadKernel(bytes: number): Kernel {
  compiled ??= new WebAssembly.Module(Buffer.from(BINARY, 'base64'));
  const kernel = new WebAssembly.Instance(compiled).exports as Kernel;
  kernel.memory.grow(Math.ceil(bytes / PAGE));
  return kernel;
}
