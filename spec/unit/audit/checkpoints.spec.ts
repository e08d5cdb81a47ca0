import { describe, expect, test } from 'vitest';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { audit, expectationsOf } from '../../../src/audit/index.ts';
import { openCheckpoint } from '../../../src/checkpoint/index.ts';
import { diskFiles } from '../../../src/cli/disk-files.ts';
import { auditedTruth, truthIn } from '../../../tools/audited-truth.ts';

const FOLDER = fileURLToPath(new URL('../../../fixtures/checkpoints/files', import.meta.url));

describe('Of a checkpoint that PyTorch or NumPy has written, an audit says what is true', () => {
  test.each(truthIn(FOLDER).map((truth) => [truth.file, truth] as const))('%s', async (_, truth) => {
    for (const said of await auditedTruth(FOLDER, truth)) expect(said).toMatchObject({ named: true, found: true });
  });
});

test('Expectations that are written of one have the law that most of its tensors leave open', async () => {
  const file = 'conv-kaiming-normal.safetensors';
  const checkpoint = await openCheckpoint(diskFiles, join(FOLDER, file));
  const audited = await audit([{ file, checkpoint }]);
  await checkpoint.close();
  // Of one of its weights Xavier × 5/3 has the nearer std.
  expect(audited.tensors.some(({ schemes }) => schemes[0].name === 'xavier_normal_(gain=5/3)')).toBe(true);
  expect(expectationsOf(audited).tensors).toEqual({
    '*.bias': { scheme: 'zeros_' },
    '*.weight': { scheme: "kaiming_normal_(nonlinearity='relu')" },
  });
});
