const SIZE = 624;
const MIDDLE = 397;
const TWIST = 0x9908b0df;

/** The Mersenne Twister MT19937 (Matsumoto & Nishimura, ACM TOMACS 8(1), 1998), seeded by `init_genrand` of 2002. */
export class Mt19937 {
  readonly #state = new Int32Array(SIZE);
  #used = SIZE;

  /** @param seed its low 32 bits count. */
  constructor(seed: number) {
    const state = this.#state;
    state[0] = seed;
    for (let i = 1; i < SIZE; i++) state[i] = Math.imul(1812433253, state[i - 1] ^ (state[i - 1] >>> 30)) + i;
  }

  /** The next 32 random bits, as an integer in [0, 2³²). */
  word(): number {
    if (this.#used === SIZE) this.#refill();
    let y = this.#state[this.#used++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  #refill(): void {
    const state = this.#state;
    for (let i = 0; i < SIZE; i++) {
      const y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
      state[i] = state[(i + MIDDLE) % SIZE] ^ (y >>> 1) ^ (-(y & 1) & TWIST);
    }
    this.#used = 0;
  }
}
