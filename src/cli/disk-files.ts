import { open } from 'node:fs/promises';
import { CheckpointError, type Files } from '../checkpoint/index.ts';

/** Files on the disk, read where they are asked for; folders, pipes and devices are none. */
export const diskFiles: Files = {
  async open(path) {
    const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
      throw new CheckpointError(`cannot be opened (${error.code ?? error.message})`);
    });
    const stat = await handle.stat();
    if (!stat.isFile()) {
      await handle.close();
      throw new CheckpointError('is no file');
    }
    return {
      size: stat.size,
      async read(start, length) {
        const bytes = Buffer.allocUnsafeSlow(Math.min(length, Math.max(0, stat.size - start)));
        let there = 0;
        while (there < bytes.length) {
          const { bytesRead } = await handle.read(bytes, there, bytes.length - there, start + there);
          if (bytesRead === 0) break;
          there += bytesRead;
        }
        return bytes.subarray(0, there);
      },
      close: () => handle.close(),
    };
  },
};
