import { cell } from '@observablehq/plot';
import type { Markup } from './markup.ts';
import { CLASSES, colour } from './phase-class.ts';
import { svg } from './svg.ts';

/** Width and height of the legend, in its own units. */
export const LEGEND = { width: 680, height: 118 } as const;

const PHASES = ['ordered', 'chaotic'] as const;

/** What the colours say: a row for each phase, a column for each class of the depth scale. */
export function phaseLegend(): Markup {
  const swatches = PHASES.flatMap((phase) => CLASSES.map((name, i) => ({ phase, name, colour: `var(--${colour(phase, i)})` })));
  return svg(
    `Colours: the depth scale in layers, ${CLASSES.join(', ')}; palest at the edge of chaos, blue below it, orange above.`,
    {
      ...LEGEND,
      marginTop: 6,
      marginLeft: 104,
      marginBottom: 40,
      marginRight: 20,
      x: { domain: CLASSES, label: null, tickSize: 0, padding: 0 },
      y: { domain: PHASES, label: null, tickSize: 0, padding: 0.06 },
      marks: swatches.map((swatch) => cell([swatch], { x: 'name', y: 'phase', fill: swatch.colour })),
    },
  );
}
