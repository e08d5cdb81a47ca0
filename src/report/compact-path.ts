/**
 * A path of straight lines in fewer letters: coordinates to a tenth of a unit, each after the first relative to the one before, and nothing
 * where two points, or two lines that follow one another, fall together. A page has some hundred thousand of them.
 *
 * @param parts of a unit that coordinates are rounded to: 10, or 1 for a picture whose units are smaller than the eye tells apart.
 */
export function compactPath(d: string, parts = 10): string {
  const whole = (digits: string) => Math.round(Number(digits) * parts);
  if (/[^MLZ\d.,\-e\s]/.test(d)) return d.replace(/\d+\.\d+(?:e-?\d+)?/g, (digits) => String(whole(digits) / parts));
  const subpaths = [...d.matchAll(/M([^M]*)/g)].map(([, points]) => subpath(points, whole, (value) => short(value / parts)));
  return subpaths.filter((one, i) => one !== subpaths[i - 1]).join('');
}

function subpath(points: string, whole: (digits: string) => number, written: (value: number) => string): string {
  const end = points.includes('Z') ? 'z' : '';
  const all = points
    .replace('Z', '')
    .split('L')
    .map((point) => point.split(',').map(whole));
  let [x, y] = all[0];
  let path = `M${written(x)},${written(y)}`;
  let command = '';
  for (const [nextX, nextY] of straightened(all).slice(1)) {
    const [dx, dy] = [nextX - x, nextY - y];
    [x, y] = [nextX, nextY];
    const [next, step] =
      dx === 0 ? ['v', written(dy)] : dy === 0 ? ['h', written(dx)] : ['l', `${written(dx)}${dy < 0 ? '' : ' '}${written(dy)}`];
    path += next === command ? `${step.startsWith('-') ? '' : ' '}${step}` : `${next}${step}`;
    command = next;
  }
  // A line of one point still shows, under a round cap.
  return `${path}${command === '' && all.length > 1 ? 'h0' : ''}${end}`;
}

/** Without the points that lie between their neighbours on a level or upright line, or twice at one place. */
function straightened(points: readonly number[][]): number[][] {
  const kept: number[][] = [];
  for (const point of points) {
    const [before, last] = kept.slice(-2);
    if (last && passes(before, last, point)) kept.pop();
    const [end] = kept.slice(-1);
    if (!end || end[0] !== point[0] || end[1] !== point[1]) kept.push(point);
  }
  return kept;
}

/** Whether a level or upright line from `a` to `c` passes through `b`, and does not turn there. */
function passes(a: readonly number[], b: readonly number[], c: readonly number[]): boolean {
  return [0, 1].some(
    (axis) => a[axis] === b[axis] && b[axis] === c[axis] && (b[1 - axis] - a[1 - axis]) * (c[1 - axis] - b[1 - axis]) >= 0,
  );
}

/** Without the zero that nobody needs: `.5`, `-.5`, `12`. */
const short = (value: number): string => String(value).replace(/^(-?)0\./, '$1.');
