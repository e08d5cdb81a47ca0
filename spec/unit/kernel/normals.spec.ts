import { describe, expect, test } from 'vitest';
import { boxMuller, fourLanes, normalsOf, radius, RADIUS_ERROR, ROUNDING, stateBefore, worst } from './reference.ts';
import { Workspace } from './workspace.ts';

const workspace = new Workspace();
const { kernel } = workspace;
const state = workspace.put(new Int32Array(16));
const out = workspace.put(new Float32Array(8192));

const normals = (start: ArrayLike<number>, count: number) => {
  state.set(start);
  kernel.normals(state.byteOffset, out.byteOffset, count);
  return Array.from(out.subarray(0, count));
};

/** The pair that is made of a word for the radius and one for the angle, in lane 0 to 3. */
const pair = (far: number, angle: number, lane = 0) => {
  const four = (word: number) => [0, 1, 2, 3].map((each) => (each === lane ? word : 1));
  const eight = normals(stateBefore(four(far), four(angle)), 8);
  return [eight[lane], eight[lane + 4]];
};

/** Words for a radius about 1.2, and for an eighth of an eighth of a turn, before the two bits that turn it on by quarters. */
const HALF = 2 ** 31;
const SMALL = 2 ** 26;
const [POSITIVE, SWAPPED, NEGATIVE] = [0, 2 ** 30, 2 ** 31];

describe('the kernel’s normals', () => {
  test('are Box & Muller’s of the generators’ words, within the roundings of float32', () => {
    for (const seed of [1, 2, 3, 4]) {
      const start = Int32Array.from({ length: 16 }, (_, i) => Math.imul(0x9e3779b9, 16 * seed + i));
      const drawn = normals(start, 8192);
      const { normals: truth, bounds } = normalsOf(fourLanes(start, 8192));
      expect(worst(drawn, truth, bounds)).toBeLessThanOrEqual(1);
    }
  });

  test('are so at the ends of both words, in every lane and every quarter', () => {
    const words = [0, 1, 2, 3, 2 ** 24, 2 ** 25 + 1, HALF - 1, HALF, 3037000499, 3037000500, 2 ** 32 - 2 ** 9, 2 ** 32 - 1];
    const angles = [0, 1, SMALL, 2 ** 29 - 1, 2 ** 29, 2 ** 29 + 1, 2 ** 30 - 1];
    const turns = [POSITIVE, SWAPPED, NEGATIVE, NEGATIVE + SWAPPED];
    for (const word of words) {
      for (const angle of angles.flatMap((each) => turns.map((turn) => turn + each))) {
        for (const lane of [0, 1, 2, 3]) {
          const { normals: truth, bounds } = boxMuller(word, angle);
          expect(worst(pair(word, angle, lane), truth, bounds), `${word}, ${angle}`).toBeLessThanOrEqual(1);
        }
      }
    }
  });

  test('have the radius √(−2 ln u), which is the first of a pair where the angle is 0', () => {
    const none = [0, 0, 0, 0];
    for (let i = 0; i < 4096; i++) {
      const words = [1, 2, 3, 4].map((each) => Math.imul(0x9e3779b9, 4 * i + each) >>> 0);
      const [first, second] = [normals(stateBefore(words, none), 8).slice(0, 4), Array.from(out.subarray(4, 8))];
      const truth = words.map(radius);
      expect(
        worst(
          first,
          truth,
          truth.map((r) => r * RADIUS_ERROR),
        ),
      ).toBeLessThanOrEqual(1);
      expect(second).toEqual(none);
    }
  });

  test('reach √(64 ln 2) = 6.66 where all bits of the radius’s word are zeros, but for the last, which is not looked at', () => {
    for (const word of [0, 1]) {
      expect(Math.abs(pair(word, 0)[0] / Math.sqrt(64 * Math.LN2) - 1)).toBeLessThanOrEqual(RADIUS_ERROR);
    }
    expect(pair(2, 0)[0]).toBeLessThan(pair(0, 0)[0]);
  });

  test('are 0 for the 2⁷ words of 2³² that float32 takes for u = 1, and √(2⁻²³) at the least for all others', () => {
    // Below 2³¹ a float32 knows every 128th integer; half-way it goes to the even one, 2³¹.
    for (const word of [2 ** 32 - 1, 2 ** 32 - 128]) expect(Math.hypot(...pair(word, SMALL))).toBe(0);
    const least = Math.sqrt(2 ** -23);
    expect(Math.abs(Math.hypot(...pair(2 ** 32 - 129, SMALL)) / least - 1)).toBeLessThanOrEqual(RADIUS_ERROR + 6 * ROUNDING);
  });

  test('point to the right, upwards, to the left and downwards by the two high bits of the angle’s word', () => {
    const [far, near] = pair(HALF, POSITIVE + SMALL);
    expect(far).toBeGreaterThan(near);
    expect(near).toBeGreaterThan(0);
    expect(pair(HALF, SWAPPED + SMALL)).toEqual([near, far]);
    expect(pair(HALF, NEGATIVE + SMALL)).toEqual([-far, near]);
    expect(pair(HALF, NEGATIVE + SWAPPED + SMALL)).toEqual([near, -far]);
  });

  test('lie to both sides of the direction: the angle’s other 30 bits are a signed number', () => {
    const [far, near] = pair(HALF, SMALL);
    expect(pair(HALF, 2 ** 30 - SMALL)).toEqual([far, -near]);
    const [x, y] = pair(HALF, 2 ** 29);
    expect(x).toBeGreaterThan(0);
    // At −π/4 both have one size, but for the errors of both: |x| − |y| is within twice the bound.
    expect(Math.abs(x + y)).toBeLessThanOrEqual(boxMuller(HALF, 2 ** 29).bounds[0] + boxMuller(HALF, 2 ** 29).bounds[1]);
  });

  test('go on from where they were, and leave the state that as many words leave', () => {
    const start = Array.from({ length: 16 }, (_, i) => i + 1);
    const whole = normals(start, 48);
    const after = Array.from(state);
    const first = normals(start, 16);
    expect([...first, ...normals(state.slice(), 32)]).toEqual(whole);
    state.set(start);
    kernel.words(state.byteOffset, out.byteOffset, 48);
    expect(Array.from(state)).toEqual(after);
  });

  test('fill as many places as are asked for, and none beyond', () => {
    out.fill(7);
    for (const count of [0, 8, 24]) {
      normals([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16], count);
      expect(out.subarray(count, 64).every((x) => x === 7)).toBe(true);
    }
    expect(out.subarray(0, 24)).not.toContain(7);
  });
});
