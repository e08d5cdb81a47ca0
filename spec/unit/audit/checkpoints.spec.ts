import { describe, expect, test } from 'vitest';
import { fileURLToPath } from 'node:url';
import { auditedTruth, truthIn } from '../../../tools/audited-truth.ts';

const FOLDER = fileURLToPath(new URL('../../../fixtures/checkpoints/files', import.meta.url));

describe('Of a checkpoint that PyTorch or NumPy has written, an audit says what is true', () => {
  test.each(truthIn(FOLDER).map((truth) => [truth.file, truth] as const))('%s', async (_, truth) => {
    for (const said of await auditedTruth(FOLDER, truth)) expect(said).toMatchObject({ named: true, found: true });
  });
});
