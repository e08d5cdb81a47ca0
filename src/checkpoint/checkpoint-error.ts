/** A file that is not what it says, or is broken, and where, in one line. */
export class CheckpointError extends Error {
  override name = 'CheckpointError';
}
