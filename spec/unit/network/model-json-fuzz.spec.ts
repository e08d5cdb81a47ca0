/* eslint @typescript-eslint/no-explicit-any: 0, @typescript-eslint/no-unsafe-argument: 0, @typescript-eslint/no-unsafe-assignment: 0, @typescript-eslint/no-unsafe-call: 0, @typescript-eslint/no-unsafe-member-access: 0, @typescript-eslint/no-unsafe-return: 0 -- a JSON that is bent out of shape on purpose has no type */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Engine, ModelError, modelFromJson, realiseModel } from '../../../src/network/index.ts';
import { ParameterError } from '../../../src/parameter.ts';
import { fixture } from '../../fixture.ts';
import { bends, bent, type Json } from './bent.ts';
import { chosenEngine } from './drawing.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await chosenEngine();
  // TensorFlow.js warns of shapes that it goes on with.
  vi.spyOn(console, 'warn').mockReturnValue();
});

afterAll(() => vi.restoreAllMocks());

/** Of a machine that does other things beside: what ends at all is done in milliseconds, what does not end runs into the test's limit. */
const LONGEST = 20_000;

const SAVED = [
  ...['chain', 'convolutional', 'residual', 'words', 'nested'].map((name) => `models/${name}.json`),
  'keras/keras-2-residual.json',
];

describe('A model.json, bent at up to four places at once', () => {
  test.each(SAVED)('is drawn, or refused in one line, in a time: %s', { timeout: 300_000 }, async (file) => {
    const { modelTopology }: Json = fixture(file);
    await fc.assert(
      fc.asyncProperty(bends, async (how) => {
        const started = performance.now();
        try {
          const model = modelFromJson({ modelTopology: bent(modelTopology, how) }, 'm.json');
          await realiseModel(engine, { model, input: { batch: 2 } }, 1, 0, 1, new Set(['gradient']));
        } catch (error) {
          // What goes in may not fit a model that is right.
          expect(error instanceof ModelError || error instanceof ParameterError, String((error as Error).stack)).toBe(true);
          expect((error as Error).message).toMatch(/^[^\p{Cc}]{1,600}$/u);
        }
        expect(performance.now() - started).toBeLessThan(LONGEST);
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});
