import type { Node } from './dom.ts';

export type Point = readonly [x: number, y: number];

/** The corners of a path in the compact form, subpath by subpath. */
export function corners(path: string): Point[][] {
  return [...path.matchAll(/M([^M]*)/g)].map(([, body]) => {
    const [, x0, y0, rest] = /^(-?[\d.]+),(-?[\d.]+)(.*)$/.exec(body) as unknown as [string, string, string, string];
    let [x, y] = [Number(x0), Number(y0)];
    const all: Point[] = [[x, y]];
    for (const [, command, digits] of rest.matchAll(/([lhv])([^lhvz]*)/g)) {
      const numbers = [...digits.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(Number);
      while (numbers.length > 0) {
        if (command !== 'v') x += numbers.shift() as number;
        if (command !== 'h') y += numbers.shift() as number;
        all.push([x, y]);
      }
    }
    return all;
  });
}

/** Where each label of an axis stands along it. */
export function labels(root: Node): Map<string, number> {
  return new Map(
    [...root.querySelectorAll('text')].map((text) => [
      text.textContent,
      Number(/translate\(([-\d.]+)/.exec(text.getAttribute('transform') ?? '')?.[1]),
    ]),
  );
}

/** The number that an attribute holds. */
export function numeric(node: Node | null, name: string): number {
  const value = node?.getAttribute(name);
  return value === null || value === undefined || value === '' ? Number.NaN : Number(value);
}
