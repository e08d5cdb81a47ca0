import { plot, type PlotOptions } from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { compactPath } from './compact-path.ts';
import { Markup, markup } from './markup.ts';
import type { Label } from './words.ts';

/** The little of the DOM that is used here: this project compiles without the browser's types, which it does not run in. */
interface Element {
  readonly attributes: Iterable<{ readonly name: string; value: string }>;
  readonly outerHTML: string;
  innerHTML: string;
  textContent: string;
  querySelectorAll(selector: string): Iterable<Element>;
  removeAttribute(name: string): void;
  remove(): void;
}

const { document } = parseHTML('<!doctype html><html><body></body></html>') as unknown as { document: Element };

const GEOMETRY = new Set(['transform', 'x', 'x1', 'x2', 'y', 'y1', 'y2', 'cx', 'cy', 'width', 'height', 'dx', 'dy']);

/** What Plot says of every chart, and style.ts of all at once. */
const SAID_ONCE = ['class', 'font-size', 'font-family', 'width', 'height', 'fill', 'text-anchor'];

/** What Plot says of every line: style.ts rounds all corners. */
const CORNERS = ['stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit'];

/** Between the two languages of an axis' label. */
const OR = '¦';

/** The label of an axis, in both languages of the page. */
export function axisLabel({ en, zh }: Label): string {
  return `${en}${OR}${zh}`;
}

/**
 * A chart as static SVG that says in words what it shows, in one language or in two (or in none, where the words beside it say it all); its
 * colours are the page's. Its lines are rounded to `parts` of a unit.
 */
export function svg(label: string | Label | null, options: PlotOptions, parts?: number): Markup {
  // Plot wants a browser's Document and returns a browser's element; linkedom's are alike in all that it calls.
  const chart = plot({ ...options, document }) as unknown as Element;
  // Its own sheet would stand on the page once a chart; style.ts has what it says.
  for (const sheet of chart.querySelectorAll('style')) sheet.remove();
  for (const attribute of SAID_ONCE) chart.removeAttribute(attribute);
  for (const inner of chart.querySelectorAll('*')) {
    // Labels on groups are not allowed by ARIA, and the whole is one image to a screen reader.
    inner.removeAttribute('aria-label');
    inner.removeAttribute('aria-hidden');
    inner.removeAttribute('font-variant');
    for (const attribute of CORNERS) inner.removeAttribute(attribute);
    // A tenth of a pixel: the last digits of a logarithm differ between machines, and nobody sees them.
    for (const attribute of inner.attributes) {
      if (attribute.name === 'd') attribute.value = compactPath(attribute.value, parts);
      else if (GEOMETRY.has(attribute.name)) attribute.value = attribute.value.replace(/\d+\.\d+(?:e-?\d+)?/g, rounded);
    }
  }
  for (const text of chart.querySelectorAll('text')) translate(text);
  // The labels are put in by hand, for linkedom leaves < and > in attributes as they are.
  return new Markup(chart.outerHTML.replace(/^<svg/, () => markup`<svg class="plot" ${labelOf(label)}`.html));
}

function labelOf(label: string | Label | null): Markup {
  if (label === null) return markup`aria-hidden="true"`;
  if (typeof label === 'string') return markup`role="img" aria-label="${label}"`;
  return markup`role="img" aria-label="${label.en}" data-label-zh="${label.zh}"`;
}

function translate(text: Element): void {
  const [en, zh] = text.textContent.split(OR);
  if (zh !== undefined) text.innerHTML = markup`<tspan lang=en>${en}</tspan><tspan lang=zh>${zh}</tspan>`.html;
}

function rounded(digits: string): string {
  return String(Number(Number(digits).toFixed(1)));
}
