import { type Command, Option } from 'commander';
import { type Activation, activationNames } from '../activation/index.ts';
import { ParameterError } from '../parameter.ts';
import type { PhaseMap } from '../report/index.ts';
import { edgeOfChaos, phaseDiagram, type PhaseGrid, type PhasePoint, edgeLine, gain } from '../theory/index.ts';
import { activationFlags, type ActivationFlags, activationInWords, activationOf } from './activation-flags.ts';
import { numberOf } from './number-of.ts';
import { usualPlaces } from './usual-places.ts';
import { withProgress } from './with-progress.ts';
import { writeFiles } from './write-files.ts';

type Range = readonly [lo: number, hi: number];

interface PhaseFlags extends ActivationFlags {
  sigmaW?: Range;
  sigmaB: Range;
  grid: readonly [columns: number, rows: number];
  out: string;
  quiet: boolean;
}

/** `gainsay phase <activation>`: the plane of σ_w and σ_b, as a picture and as a page. */
export function addPhase(program: Command): void {
  const command = program
    .command('phase')
    .summary('draw where wide networks are ordered, where chaotic')
    .description('draw where wide networks are ordered, chaotic and at the edge of chaos, as an SVG and a page')
    .argument('<activation>', `by PyTorch's name: ${activationNames.join(', ')}`)
    .addOption(
      new Option('--sigma-w <lo..hi>', 'weights have the variance σ_w²/n; 0 to twice the critical σ_w, if left out').argParser(
        (text) => rangeOf('--sigma-w', text),
      ),
    )
    .addOption(
      new Option('--sigma-b <lo..hi>', 'biases have the variance σ_b²')
        .argParser((text) => rangeOf('--sigma-b', text))
        .default([0, 1], '0..1'),
    )
    .addOption(new Option('--grid <size>', 'columns x rows').argParser(sizeOf).default([60, 40], '60x40'));
  for (const flag of activationFlags()) command.addOption(flag);
  command
    .addOption(new Option('--out <folder>', 'where the files go').default('reports').env('GAINSAY_OUT'))
    .addOption(new Option('--quiet', 'no progress').default(false))
    .addHelpText('after', '\nExample: gainsay phase tanh --sigma-w 0.5..2.5 --sigma-b 0..0.5')
    .action(async (name: string, flags: PhaseFlags) => {
      const activation = activationOf(name, flags);
      const [columns, rows] = flags.grid;
      const grid: PhaseGrid = {
        sigmaW: flags.sigmaW ?? [0, twiceCritical(activation, flags.sigmaB)],
        sigmaB: flags.sigmaB,
        columns,
        rows,
      };
      const cells = await withProgress(phaseDiagram(activation, grid), columns * rows, flags.quiet);
      const map = mapOf(activation, grid, cells);
      const { phasePage, phaseSvg } = await import('../report/index.ts');
      const paths = writeFiles(flags.out, {
        [`phase-${activation.name}.svg`]: phaseSvg(map),
        [`phase-${activation.name}.html`]: phasePage(map),
      });
      console.log(paths.join('\n'));
    });
}

function mapOf(activation: Activation, grid: PhaseGrid, cells: PhasePoint[]): PhaseMap {
  const inside = (x: number, [lo, hi]: Range) => x >= lo && x <= hi;
  return {
    activation: activationInWords(activation),
    grid,
    cells,
    edge: edgeLine(activation),
    boundary: rounds(grid.sigmaB).map((sigmaB) => ({ sigmaB, point: edgeAt(activation, sigmaB) })),
    homogeneous: activation.homogeneous,
    places: usualPlaces(activation).filter(({ point }) => inside(point.sigmaW, grid.sigmaW) && inside(point.sigmaB, grid.sigmaB)),
  };
}

function edgeAt(activation: Activation, sigmaB: number) {
  try {
    return edgeOfChaos(activation, sigmaB ** 2);
  } catch (error) {
    if (error instanceof ParameterError) return null;
    throw error;
  }
}

/** Six values from end to end, evenly spread. */
function rounds([lo, hi]: Range): number[] {
  return Array.from({ length: 6 }, (_, i) => Number((lo + (i / 5) * (hi - lo)).toPrecision(3)));
}

/** Twice the critical σ_w halfway up (or the gain, where there is none), to a half: the edge then runs through the middle of the picture. */
function twiceCritical(activation: Activation, [lo, hi]: Range): number {
  const edge = edgeAt(activation, (lo + hi) / 2);
  return Math.max(1, Math.round(4 * (edge ? Math.sqrt(edge.sigmaW2) : gain(activation)))) / 2;
}

/** `0.5..3` as [0.5, 3]. */
function rangeOf(flag: string, text: string): Range {
  const ends = text.split('..');
  if (ends.length !== 2) throw new ParameterError(flag, 'two numbers joined by two dots, such as 0.5..3', text);
  const [lo, hi] = ends.map((end) => numberOf(flag, end));
  if (!(lo >= 0 && lo < hi)) throw new ParameterError(flag, 'a range that rises from 0 or more', text);
  return [lo, hi];
}

/** A finer picture has more cells than a screen has points. */
const MOST = 1000;

/** `60x40` as [60, 40]. */
function sizeOf(text: string): readonly [number, number] {
  const size = /^(\d+)x(\d+)$/.exec(text)?.slice(1).map(Number) ?? [];
  if (!size.every((side) => side >= 1 && side <= MOST) || size.length !== 2)
    throw new ParameterError('--grid', `two integers from 1 to ${MOST} joined by x, such as 60x40`, text);
  return [size[0], size[1]];
}
