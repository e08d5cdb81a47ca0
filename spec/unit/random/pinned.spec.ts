import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Stream } from '../../../src/random/index.ts';
import { fixture } from '../../fixture.ts';

interface Pinned {
  normals: number;
  streams: { seed: string; label: string; words: number[]; uniforms: number[]; normals: number[]; sha256: string }[];
}

const { normals: many, streams } = fixture<Pinned>('streams/pinned.json');

describe.each(streams.map((one) => [one.seed, one.label, one] as const))(
  'the stream of seed %s, label %s',
  (seed, label, pinned) => {
    const fresh = () => new Stream(seed, label);

    test('draws the words, uniforms and normals that it drew when they were pinned', () => {
      const [words, uniforms, normals] = [fresh(), fresh(), fresh()];
      expect(pinned.words.map(() => words.word())).toEqual(pinned.words);
      expect(pinned.uniforms.map(() => uniforms.uniform())).toEqual(pinned.uniforms);
      expect(pinned.normals.map(() => normals.normal())).toEqual(pinned.normals);
    });

    test('draws 100,000 normals that are, bit for bit in float32, those it drew', () => {
      const bits = new Uint8Array(fresh().normals(new Float32Array(many)).buffer);
      expect(createHash('sha256').update(bits).digest('hex')).toBe(pinned.sha256);
    });
  },
);
