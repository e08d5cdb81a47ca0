import { dot, line, type Markish, rect, ruleX, text } from '@observablehq/plot';
import type { CriticalPoint, PhasePoint } from '../theory/index.ts';
import { number } from './format.ts';
import { Markup } from './markup.ts';
import { letter, type PhaseMap } from './phase-map.ts';
import { type PhaseRun, phaseRuns } from './phase-runs.ts';
import { svg } from './svg.ts';

/** Width and height of the picture, in its own units. */
export const CHART = { width: 680, height: 470 } as const;

/** The (σ_w, σ_b) plane: the depth scale as colour, the phases by name, the edge of chaos as a line, and where people are. */
export function phaseChart(map: PhaseMap): Markup {
  const { grid, places } = map;
  const runs = phaseRuns(map);
  const marks: Markish[] = [
    [...new Set(runs.map(({ colour }) => colour))].map((colour) =>
      rect(
        runs.filter((run) => run.colour === colour),
        { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', fill: `var(--${colour})`, shapeRendering: 'crispEdges' },
      ),
    ),
    edgeMarks(map),
    text(labels(map), { x: 'x', y: 'y', text: 'name', fill: 'var(--ink)', stroke: 'var(--paper)', strokeWidth: 5 }),
    dot(places, {
      x: ({ point }: { point: PhasePoint }) => point.sigmaW,
      y: ({ point }: { point: PhasePoint }) => point.sigmaB,
      r: 5.5,
      fill: 'var(--card)',
      stroke: 'var(--ink)',
      strokeWidth: 2,
    }),
    text(places, {
      x: ({ point }: { point: PhasePoint }) => point.sigmaW,
      y: ({ point }: { point: PhasePoint }) => point.sigmaB,
      text: (_: unknown, i: number) => letter(i),
      dy: -24,
      fill: 'var(--ink)',
      stroke: 'var(--paper)',
      strokeWidth: 5,
    }),
  ];
  return lowered(
    renumbered(
      svg(inWords(map), {
        ...CHART,
        marginTop: 40,
        marginLeft: 66,
        marginBottom: 70,
        marginRight: 20,
        x: {
          domain: [...grid.sigmaW],
          label: 'σ_w',
          labelAnchor: 'center',
          labelOffset: 56,
          ticks: 6,
          tickFormat: (tick: number) => number(tick),
        },
        y: { domain: [...grid.sigmaB], label: 'σ_b', ticks: 5, tickFormat: (tick: number) => number(tick) },
        marks,
      }),
    ),
  );
}

/** Solid where a network comes to rest on it, dashed where V′(q*) > 1 and it leaves. */
function edgeMarks({ edge, homogeneous, grid: { sigmaW, sigmaB } }: PhaseMap): Markish[] {
  const drawn = { stroke: 'var(--ink)', strokeWidth: 2.4, clip: true };
  const ends = { y1: sigmaB[0], y2: sigmaB[1], strokeWidth: 2.4, stroke: 'var(--ink)', clip: true };
  if (homogeneous)
    return [
      ruleX(
        edge.flat().filter(({ sigmaW2 }) => inside(Math.sqrt(sigmaW2), sigmaW)),
        { x: w, ...ends },
      ),
    ];
  return edge
    .flatMap(parts)
    .map((part) => line(part.points, { x: w, y: b, ...drawn, ...(part.stable ? {} : { strokeDasharray: '7 5' }) }));
}

const w = ({ sigmaW2 }: CriticalPoint) => Math.sqrt(sigmaW2);
const b = ({ sigmaB2 }: CriticalPoint) => Math.sqrt(sigmaB2);
const inside = (x: number, [lo, hi]: readonly [number, number]) => x >= lo && x <= hi;

/** A line cut where the stability of q* changes; neighbours share the point between them. */
function parts(points: readonly CriticalPoint[]): { stable: boolean; points: CriticalPoint[] }[] {
  const cut: { stable: boolean; points: CriticalPoint[] }[] = [];
  for (const point of points) {
    // At q = 0 the edge of an odd activation has V′ = χ₁ = 1.
    const stable = point.slope <= 1 + 1e-9;
    const last = cut.at(-1);
    if (last) last.points.push(point);
    if (last?.stable !== stable) cut.push({ stable, points: [point] });
  }
  return cut;
}

/** The phases' names, each in the middle of its longest run in the row where that is longest. */
function labels(map: PhaseMap): { name: string; x: number; y: number }[] {
  return ['ordered', 'chaotic', 'explodes'].flatMap((name) => {
    const rows = phaseRuns(map, (point) => (point.phase === 'critical' ? 'critical' : (point.phase ?? 'explodes')));
    const middle = (map.grid.sigmaB[0] + map.grid.sigmaB[1]) / 2;
    const own = rows.filter(({ colour }) => colour === name);
    if (own.length === 0) return [];
    const nearness = ({ y1, y2 }: PhaseRun) => Math.abs((y1 + y2) / 2 - middle);
    const { x1, x2, y1, y2 } = own.reduce((best, run) => (nearness(run) < nearness(best) ? run : best));
    return [{ name, x: (x1 + x2) / 2, y: (y1 + y2) / 2 }];
  });
}

function inWords({ activation, grid: { sigmaW, sigmaB }, cells }: PhaseMap): string {
  const share = (test: (point: PhasePoint) => boolean) => `${Math.round((100 * cells.filter(test).length) / cells.length)}%`;
  const phases = [
    `${share(({ phase }) => phase === 'ordered')} of it ordered`,
    `${share(({ phase }) => phase === 'chaotic')} chaotic`,
    `${share(({ fate }) => fate === 'explodes')} with signals that explode`,
  ];
  return `Phases of wide ${activation} networks for σ_w from ${number(sigmaW[0])} to ${number(sigmaW[1])} and σ_b from ${number(sigmaB[0])} to ${number(sigmaB[1])}: ${phases.join(', ')}. The tables below have the numbers.`;
}

/** Plot counts its clips through the life of the process; a picture's count begins with it, for the same diagram to be the same bytes. */
function renumbered({ html }: Markup): Markup {
  const ids = [...new Set(html.match(/plot-clip-\d+/g))];
  return new Markup(html.replace(/plot-clip-\d+/g, (id) => `plane-${ids.indexOf(id) + 1}`));
}

/** σ_w with its index lowered; attributes stay as they are. */
export function lowered({ html }: Markup): Markup {
  return new Markup(
    html.replace(/>[^<]*σ_[^<]*</g, (inner) =>
      inner.replace(/σ_([wb])([^σ<]*)/g, 'σ<tspan dy="0.3em" font-size="75%">$1</tspan><tspan dy="-0.225em">$2</tspan>'),
    ),
  );
}
