import type { Files } from '../../../src/checkpoint/index.ts';

/** Files that are there as bytes; counts those that are open. */
export function inMemory(contents: Readonly<Record<string, Uint8Array>>): Files & { open: Files['open']; left: () => number } {
  let left = 0;
  return {
    left: () => left,
    open: (path) => {
      const bytes = Object.hasOwn(contents, path) ? contents[path] : undefined;
      if (!bytes) return Promise.reject(new Error(`ENOENT: no such file or directory, open '${path}'`));
      left++;
      const whole = Buffer.from(bytes);
      return Promise.resolve({
        size: bytes.length,
        // Views of a pool, in pieces of odd sizes.
        read: (start, length) => Promise.resolve(whole.subarray(start, start + Math.min(length, 4093))),
        close: () => {
          left--;
          return Promise.resolve();
        },
      });
    },
  };
}
