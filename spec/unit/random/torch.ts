/** A float32 of a fixture: JSON has no other ones than finite. */
export type Stored = number | 'NaN' | 'Infinity' | '-Infinity';

/** FNV-1a, 32 bits, over an array's bytes: the `bits` of fixtures/torch. */
export function checksum({ buffer, byteOffset, byteLength }: Float32Array | Uint32Array): number {
  return (
    new Uint8Array(buffer, byteOffset, byteLength).reduce((hash, byte) => Math.imul(hash ^ byte, 16777619), 2166136261) >>> 0
  );
}
