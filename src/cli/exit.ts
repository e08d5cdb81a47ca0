/** What the command's exit code says. */
export const EXIT = {
  /** Supported, or done. */
  done: 0,
  /** Refuted or undecided. */
  refuted: 1,
  /** Usage, input or engine. */
  usage: 2,
} as const;
