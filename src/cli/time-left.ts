/**
 * The time that is left, in words, if the rest of a piece of work goes as its beginning went.
 *
 * @param elapsed milliseconds since it began.
 * @param progress the share that is done, from 0 to 1.
 */
export function timeLeft(elapsed: number, progress: number): string {
  if (progress === 0) return 'a moment';
  const seconds = Math.ceil((elapsed / 1000 / progress) * (1 - progress));
  if (seconds < 120) return `${seconds} s left`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} min left` : `${Math.ceil(minutes / 60)} h left`;
}
