import { type Fans, fans, type Shape } from './fans.ts';
import type { Initializer } from './initializer.ts';
import { normal } from './normal.ts';
import { uniform } from './uniform.ts';

/** The std that a scheme derives from a weight's fans. */
export type StdOf = (fans: Fans, shape: Shape) => number;

/** Normal weights whose std follows from the fans: the one body of Xavier's and Kaiming's normal initializers. */
export function normalByFans(name: string, std: StdOf): Initializer {
  return byShape(name, (shape) => normal({ std: std(fans(shape), shape) }));
}

/** Uniform weights whose std follows from the fans: U(−a, a) with a = √3·std. */
export function uniformByFans(name: string, std: StdOf): Initializer {
  return byShape(name, (shape) => {
    const bound = Math.sqrt(3) * std(fans(shape), shape);
    return uniform({ low: -bound, high: bound });
  });
}

function byShape(name: string, at: (shape: Shape) => Initializer): Initializer {
  return { name, law: (shape) => at(shape).law(shape), draw: (shape, source, out) => at(shape).draw(shape, source, out) };
}
