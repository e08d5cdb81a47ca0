import { type Markup, markup } from './markup.ts';

/** What a chart's marks look like; style.ts draws them. */
type Swatch = 'line' | 'dashed' | 'ribbon' | 'thin' | 'ring' | 'band' | 'ticks' | 'bar';

/** What each kind of mark in a chart stands for. */
export function legend(entries: readonly (readonly [Swatch, string])[]): Markup {
  const items = entries.map(([swatch, words]) => markup`<li><i class="swatch ${swatch}"></i>${words}</li>`);
  return markup`<ul class="legend">${items}</ul>`;
}
