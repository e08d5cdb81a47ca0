import type { FixedPoint } from '../theory/index.ts';
import { activationInWords } from './activation-flags.ts';
import type { TheoryAnalysis } from './theory-analysis.ts';
import type { LayerTheory } from './theory-layers.ts';

/** An analysis for people: what the phase means, the numbers with their units, and some of the layers. */
export function theoryText(analysis: TheoryAnalysis): string {
  const { activation, sigmaW, sigmaB, width, depth } = analysis;
  return [
    `${activationInWords(activation)}: σ_w = ${digits(sigmaW)}, σ_b = ${digits(sigmaB)}, width ${width}, depth ${depth}`,
    '',
    signal(analysis),
    gradient(analysis),
    '',
    `fixed points of the variance map: ${points(analysis)}`,
    ...aligned(rows(analysis)),
    '',
    "The std of one input's activations (its second moment is 1), and the gradient's factors √χ(q):",
    ...layersTable(analysis.layers, width),
    percentiles(analysis),
  ].join('\n');
}

/** Where the percentiles come from. */
function percentiles({ sampled, reasons }: TheoryAnalysis): string {
  if (!sampled) return `Percentiles: ${reasons['sampled']}.`;
  return `Percentiles: of ${sampled.networks} float32 networks, sampled in law (seed ${sampled.seed}).`;
}

/** What becomes of the signal. */
function signal({ fate, q, width, sigmaW, sigmaB, reasons, fixedPoints }: TheoryAnalysis): string {
  const [first] = fixedPoints;
  switch (fate) {
    case 'settles':
      return `settles: the pre-activations' std goes to ${digits(Math.sqrt(q ?? NaN))}, whatever the depth.`;
    case 'dies':
      return isOne(first.slope)
        ? 'dies: the signal goes to 0, as a power of the depth and not exponentially.'
        : `dies: the signal's std shrinks ×${digits(Math.sqrt(first.slope))} a layer.`;
    case 'stays':
      return `stays: at infinite width every second moment is kept as it began; at width ${width} the percentiles below part.`;
    case 'explodes': {
      const above = fixedPoints.findLast((point) => point.q > 0);
      const from = above
        ? ` Its q starts at ${digits(sigmaW ** 2 + sigmaB ** 2)}, above the unstable fixed point ${digits(above.q)}.`
        : '';
      return `${reasons['q']}.${from}`;
    }
  }
}

/** What becomes of the gradient, and of two inputs. */
function gradient({ phase, chi1, c, depth, layers }: TheoryAnalysis): string {
  const { lnGradient } = layers[layers.length - 1];
  const over = `${lnGradient === null ? 'beyond float64' : `×${power(lnGradient)}`} over ${depth} layers`;
  const each = chi1 === null ? '' : `×${digits(Math.sqrt(chi1))} a layer, `;
  const inputs = c === null ? '' : ` (c* = ${digits(c)})`;
  switch (phase) {
    case null:
      return `The gradient's std changes ${over}.`;
    case 'chaotic':
      return `chaotic: the gradient's std grows ${each}${over}; inputs that were alike part${inputs}.`;
    case 'critical':
      return `critical: in the limit the gradient keeps its size; its std changes ${over}.`;
    case 'ordered':
      return `ordered: the gradient's std shrinks ${each}${over}; inputs come to look alike${inputs}.`;
  }
}

function points({ fate, fixedPoints }: TheoryAnalysis): string {
  if (fate === 'stays') return 'every q ≥ 0 (V′ = 1)';
  const kind = ({ slope, stable }: FixedPoint) => (isOne(slope) ? 'marginal' : stable ? 'stable' : 'unstable');
  return fixedPoints.map((point) => `q = ${digits(point.q)} (${kind(point)}, V′ = ${digits(point.slope)})`).join(', ') || 'none';
}

/** A slope that is 1 to the quadrature's accuracy, as `phaseOf` takes it. */
const isOne = (slope: number): boolean => Math.abs(slope - 1) <= 1e-9;

/** Name, value, and what it is. */
function rows(analysis: TheoryAnalysis): [name: string, value: string, what: string][] {
  const { sigmaB, depth, spread, q, chi1, c, xiQ, xiC, xiGradient, trainable, edge, reasons, fate } = analysis;
  const none = `none: ${fate}`;
  const number = (value: number | null) => (value === null ? none : digits(value));
  const inLayers = (value: number | null) => (value === null || value === Infinity ? number(value) : `${digits(value)} layers`);
  const pytorch = analysis.gain.pytorch;
  const leaves = edge && edge.slope > 1 && !isOne(edge.slope) ? `; unstable (V′ = ${digits(edge.slope)}): networks leave it` : '';
  const needed = analysis.widthFor;
  return [
    ['q*', fate === 'stays' ? 'any' : number(q), "the pre-activations' second moment in deep layers"],
    ['χ₁', number(chi1), "the gradient's second moment is multiplied by it in each layer"],
    ['c*', number(c), 'the correlation at which two inputs settle'],
    ['ξ_q', inLayers(xiQ), 'q − q* shrinks by e'],
    ['ξ_c', inLayers(xiC), 'c − c* shrinks by e'],
    [
      'ξ_∇',
      inLayers(xiGradient),
      `the gradient's second moment ${(xiGradient ?? 0) < 0 ? 'grows by e, hence the sign' : 'shrinks by e'}`,
    ],
    ['trainable depth', inLayers(trainable), '6ξ_c (Schoenholz et al. 2017)'],
    ['gain', digits(analysis.gain.integral), '1/√E[φ(z)²]'],
    ["PyTorch's gain", pytorch === null ? 'none' : digits(pytorch), reasons['pytorch'] ?? 'calculate_gain'],
    [
      'critical σ_w',
      edge === null ? 'none' : digits(Math.sqrt(edge.sigmaW2)),
      reasons['edge'] ?? `the edge of chaos at σ_b = ${digits(sigmaB)}, q* = ${digits(edge?.q ?? NaN)}${leaves}`,
    ],
    [
      'width needed',
      needed === null ? 'none' : String(needed),
      reasons['widthFor'] ??
        `98% of networks within ×${digits(spread)} of the median at layer ${depth - 1}${(needed ?? ROUGH) < ROUGH ? '; so narrow, only roughly' : ''}`,
    ],
  ];
}

/** Narrower than this, the expansion in 1/width is no more than a guide. */
const ROUGH = 32;

function aligned(table: readonly (readonly string[])[]): string[] {
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  return table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
}

function layersTable(layers: readonly LayerTheory[], width: number): string[] {
  const head = ['layer', 'n → ∞', '1%', `median, n = ${width}`, '99%', 'gradient', 'from layer 0'];
  const number = (value: number | null) => (value === null ? '–' : digits(value));
  const body = selected(layers.length).map((index) => {
    const { layer, std, lo, median, hi, gradient, lnGradient } = layers[index];
    const total = lnGradient === null ? '–' : `×${power(lnGradient)}`;
    return [
      String(layer),
      number(std),
      number(lo),
      number(median),
      number(hi),
      gradient === null ? '–' : `×${digits(gradient)}`,
      total,
    ];
  });
  const widths = head.map((name, column) => Math.max(name.length, ...body.map((row) => row[column].length)));
  const lost = layers.some(({ std, hi }) => std === null || hi === null)
    ? ['–: the second moment is beyond what float64 is good for, or the networks are beyond float32']
    : [];
  return [...[head, ...body].map((row) => row.map((cell, column) => cell.padStart(widths[column])).join('  ')), ...lost];
}

/** 0, 1, 2, 5, 10, 20, 50, … and the last. */
function selected(depth: number): number[] {
  const rounds = [0];
  for (let power = 1; power < depth; power *= 10) rounds.push(power, 2 * power, 5 * power);
  return [...new Set([...rounds.filter((layer) => layer < depth), depth - 1])];
}

/** Five digits. */
function digits(value: number): string {
  const size = Math.abs(value);
  if (value === Infinity) return '∞';
  if (value !== 0 && (size < 1e-3 || size >= 1e6)) return value.toExponential(3);
  return String(Number(value.toPrecision(5)));
}

/** e^ln, also where float64 has no such number. */
function power(ln: number): string {
  if (Math.abs(ln) < 600) return digits(Math.exp(ln));
  const exponent = Math.floor(ln / Math.LN10);
  return `${Math.exp(ln - exponent * Math.LN10).toFixed(3)}e${exponent > 0 ? '+' : ''}${exponent}`;
}
