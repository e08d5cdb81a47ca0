import { plot, type PlotOptions } from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { Markup, markup } from './markup.ts';

/** The little of the DOM that is used here: this project compiles without the browser's types, which it does not run in. */
interface Element {
  readonly attributes: Iterable<{ readonly name: string; value: string }>;
  readonly outerHTML: string;
  querySelectorAll(selector: string): Iterable<Element>;
  removeAttribute(name: string): void;
  remove(): void;
}

const { document } = parseHTML('<!doctype html><html><body></body></html>') as unknown as { document: Element };

const GEOMETRY = new Set(['d', 'transform', 'x', 'x1', 'x2', 'y', 'y1', 'y2', 'cx', 'cy', 'width', 'height', 'dx', 'dy']);

/** A chart as static SVG that says in words what it shows; its colours are the page's. */
export function svg(label: string, options: PlotOptions): Markup {
  // Plot wants a browser's Document and returns a browser's element; linkedom's are alike in all that it calls.
  const chart = plot({ ...options, document, className: 'plot' }) as unknown as Element;
  // Its own sheet would stand on the page once a chart; style.ts has what it says.
  for (const sheet of chart.querySelectorAll('style')) sheet.remove();
  for (const inner of [chart, ...chart.querySelectorAll('*')]) {
    // Labels on groups are not allowed by ARIA, and the whole is one image to a screen reader.
    inner.removeAttribute('aria-label');
    inner.removeAttribute('aria-hidden');
    // A hundredth of a pixel: the last digits of a logarithm differ between machines, and nobody sees them.
    for (const attribute of inner.attributes) {
      if (GEOMETRY.has(attribute.name)) attribute.value = attribute.value.replace(/\d+\.\d+(?:e-?\d+)?/g, rounded);
    }
  }
  // The label is put in by hand, for linkedom leaves < and > in attributes as they are.
  const open = markup`<svg role="img" aria-label="${label}"`.html;
  return new Markup(chart.outerHTML.replace(/^<svg/, () => open));
}

function rounded(digits: string): string {
  return String(Number(Number(digits).toFixed(2)));
}
