import { type Chart, chartOf, nearest } from './chart.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** A chart that tells its exact values: a line at one place of it, and the words below. At most one does at a time. */
class Reading {
  readonly figure: HTMLElement;
  readonly #chart: Chart;
  readonly #drawing: SVGSVGElement;
  readonly #words = document.createElement('output');
  readonly #line = document.createElementNS(SVG, 'line');
  #place = 0;

  constructor(figure: HTMLElement, drawing: SVGSVGElement) {
    this.figure = figure;
    this.#chart = chartOf(figure);
    this.#drawing = drawing;
    this.#words.className = 'readout';
    this.#words.setAttribute('aria-live', 'polite');
    this.#line.classList.add('hairline');
    figure.append(this.#words);
  }

  show(place = this.#place): void {
    const last = this.#chart.places.length - 1;
    this.#place = Math.max(0, Math.min(place, last));
    const x = String(this.#chart.places[this.#place]);
    const ends = { x1: x, x2: x, y1: '0', y2: String(this.#drawing.viewBox.baseVal.height) };
    for (const [name, value] of Object.entries(ends)) this.#line.setAttribute(name, value);
    this.#drawing.append(this.#line);
    this.#words.value = this.#chart.say(this.#place);
  }

  /** Shows the place under a pointer. */
  point(clientX: number): void {
    const { left, width } = this.#drawing.getBoundingClientRect();
    this.show(nearest(this.#chart.places, ((clientX - left) / width) * this.#chart.width));
  }

  /** Shows the place that a key leads to; false where it leads nowhere. */
  move(key: string): boolean {
    const to = { ArrowLeft: this.#place - 1, ArrowRight: this.#place + 1, Home: 0, End: Infinity }[key];
    if (to !== undefined) this.show(to);
    return to !== undefined;
  }

  hide(): void {
    this.#line.remove();
    this.#words.value = '';
  }
}

let current: Reading | undefined;

function hide(): void {
  current?.hide();
  current = undefined;
}

function turnTo(reading: Reading): Reading {
  if (current !== reading) hide();
  return (current = reading);
}

/** Lets charts be asked for their exact values: by pointing at them, or by moving through them with the keys. */
export function startReading(): void {
  for (const figure of document.querySelectorAll<HTMLElement>('figure.chart[data-frame]')) {
    const drawing = figure.querySelector<SVGSVGElement>('svg.plot');
    if (drawing) listen(new Reading(figure, drawing), drawing);
  }
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !current) return;
    hide();
    // One thing at a time: the filter keeps its words.
    event.preventDefault();
  });
  document.addEventListener('change', () => current?.show());
}

function listen(reading: Reading, drawing: SVGSVGElement): void {
  const { figure } = reading;
  figure.tabIndex = 0;
  drawing.addEventListener('pointermove', (event) => turnTo(reading).point(event.clientX));
  drawing.addEventListener('pointerleave', hide);
  figure.addEventListener('focus', () => turnTo(reading).show());
  figure.addEventListener('blur', hide);
  figure.addEventListener('keydown', (event) => {
    if (event.target === figure && turnTo(reading).move(event.key)) event.preventDefault();
  });
}
