/** A model that cannot be made, or not be judged, and why, in one line. */
export class ModelError extends Error {
  override name = 'ModelError';
}

/** The first line of whatever somebody else's code has thrown. */
export function reasonOf(error: unknown): string {
  const [first] = (error instanceof Error ? error.message : String(error)).trim().split('\n');
  return first;
}
