import { vi } from 'vitest';

/** Waits until this holds: seconds, on a machine with nothing else to do; the limit is for one that is busy, and ends what never comes. */
export const soon = (holds: () => void): Promise<void> => vi.waitFor(holds, { timeout: 50_000 });
