/** An integral with a bound on its error, both in the integrand's units. */
export interface Integral {
  value: number;
  error: number;
}

/** Nodes and weights of Gauss–Kronrod (7, 15) on [−1, 1], the non-negative half (QUADPACK's `qk15`, Piessens et al. 1983). */
const NODES = [
  0.991455371120812639206854697526329, 0.949107912342758524526189684047851, 0.864864423359769072789712788640926,
  0.741531185599394439863864773280788, 0.58608723546769113029414483825873, 0.405845151377397166906606412076961,
  0.207784955007898467600689403773245, 0,
];
const KRONROD = [
  0.02293532201052922496373200805897, 0.063092092629978553290700663189204, 0.104790010322250183839876322541518,
  0.140653259715525918745189590510238, 0.16900472663926790282829543641755, 0.190350578064785409913256402421014,
  0.204432940075298892414161999234649, 0.209482141084727828012999174891714,
];
const GAUSS = [
  0.129484966168869693270611432679082, 0.27970539148927666790146777142378, 0.381830050505118944950369775488975,
  0.417959183673469387755102040816327,
];

/** Deepest halving: 2⁻⁴⁰ of the interval is narrower than any feature that float64 can resolve there. */
const DEEPEST = 40;

/**
 * Integral of `f` over [from, to] by adaptive halving, to an error of `tolerance` × max(1, |integral|).
 *
 * The error returned is the sum over the panels of |Kronrod − Gauss|, which overstates the Kronrod rule's own error.
 * A kink of `f` costs halvings unless it lies at an end: give such points as ends.
 */
export function integrate(f: (x: number) => number, from: number, to: number, tolerance = 1e-13): Integral {
  const whole = panel(f, from, to);
  return halve(f, from, to, whole, tolerance * Math.max(1, Math.abs(whole.value)), 0);
}

function halve(f: (x: number) => number, from: number, to: number, whole: Integral, tolerance: number, depth: number): Integral {
  // Not "<=": where f is NaN there is nothing to gain from halving.
  if (!(whole.error > tolerance) || depth === DEEPEST) return whole;
  const middle = (from + to) / 2;
  const left = halve(f, from, middle, panel(f, from, middle), tolerance / 2, depth + 1);
  const right = halve(f, middle, to, panel(f, middle, to), tolerance / 2, depth + 1);
  return { value: left.value + right.value, error: left.error + right.error };
}

function panel(f: (x: number) => number, from: number, to: number): Integral {
  const centre = (from + to) / 2;
  const half = (to - from) / 2;
  let kronrod = 0;
  let gauss = 0;
  for (let i = 0; i < NODES.length; i++) {
    const x = half * NODES[i];
    const both = NODES[i] === 0 ? f(centre) : f(centre - x) + f(centre + x);
    kronrod += KRONROD[i] * both;
    // Kronrod's nodes with an odd index are Gauss's own.
    if (i % 2 === 1) gauss += GAUSS[(i - 1) / 2] * both;
  }
  return { value: kronrod * half, error: Math.abs(kronrod - gauss) * Math.abs(half) };
}
