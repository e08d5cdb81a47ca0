import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inBrowser, made } from './visit.ts';

/** Five digits, as the page tells a value. */
const told = (value: unknown) => String(Number(Number(value).toPrecision(5)));

const ofClaim = (id: string) => {
  const [claim] = made().record.claims.filter((one) => one.id === id);
  return claim;
};

/** What the page ought to say of a layer. */
function layerInWords(layer: number): string {
  const { layers } = ofClaim('page/tanh-settles');
  if (!layers) throw new Error('the claim has no layers');
  const { median, lo, hi, theory } = layers;
  return `layer ${layer}: median ${told(median[layer])}, 1% ${told(lo[layer])}, 99% ${told(hi[layer])}, mean field ${told(theory[layer])}`;
}

const layersOf = (page: Page): Locator => page.locator('article[data-id="page/tanh-settles"] figure.layers').first();

const words = (figure: Locator) => figure.locator('.readout').innerText();

inBrowser('a chart', (visit) => {
  test('tells the exact values of the layer under the pointer, and marks it', () =>
    visit({}, async (page) => {
      const figure = layersOf(page);
      await figure.scrollIntoViewIfNeeded();
      // Where the layer lies is told by the axis, which Plot has drawn.
      const tick = await figure.locator('svg text').getByText('20', { exact: true }).boundingBox();
      const drawing = await figure.locator('svg').boundingBox();
      if (!tick || !drawing) throw new Error('there is nothing to point at');
      const x = tick.x + tick.width / 2;
      await page.mouse.move(x, drawing.y + drawing.height / 2);
      expect(await words(figure)).toBe(layerInWords(20));
      const line = await figure.locator('.hairline').boundingBox();
      // A tick is drawn to a tenth of a unit and centred on half pixels.
      expect(Math.abs((line?.x ?? NaN) + (line?.width ?? NaN) / 2 - x)).toBeLessThan(1);
      await page.mouse.move(drawing.x + 1, drawing.y + drawing.height / 2);
      expect(await words(figure)).toBe(layerInWords(0));
      await page.mouse.move(drawing.x + drawing.width - 1, drawing.y + drawing.height / 2);
      expect(await words(figure)).toBe(layerInWords(39));
      await page.mouse.move(1, 1);
      expect(await words(figure)).toBe('');
      expect(await page.locator('.hairline').count()).toBe(0);
    }));

  test('is read layer by layer with the keys, in the language of the page', () =>
    visit({}, async (page) => {
      const figure = layersOf(page);
      await figure.focus();
      expect(await words(figure)).toBe(layerInWords(0));
      for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
      expect(await words(figure)).toBe(layerInWords(3));
      await page.keyboard.press('ArrowLeft');
      expect(await words(figure)).toBe(layerInWords(2));
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowRight');
      expect(await words(figure)).toBe(layerInWords(39));
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowLeft');
      expect(await words(figure)).toBe(layerInWords(0));
      await page.keyboard.press('l');
      expect(await words(figure)).toMatch(/^层 0：中位数 [\d.]+，1% [\d.]+，99% [\d.]+，平均场 [\d.]+$/);
    }));

  test('is quiet again after Escape, which leaves the filter alone, and when the focus leaves', () =>
    visit({}, async (page) => {
      const figure = layersOf(page);
      await page.fill('#filter', 'tanh');
      await figure.focus();
      await page.keyboard.press('Escape');
      expect(await words(figure)).toBe('');
      expect(await page.locator('.hairline').count()).toBe(0);
      expect(await page.inputValue('#filter')).toBe('tanh');
      await page.keyboard.press('ArrowRight');
      expect(await words(figure)).toBe(layerInWords(1));
      await page.keyboard.press('Tab');
      expect(await words(figure)).toBe('');
      expect(await page.locator('.hairline').count()).toBeLessThanOrEqual(1);
    }));

  test("of a statement tells each network's value, from the least to the greatest", () =>
    visit({}, async (page) => {
      const figure = page.locator('article[data-id="page/tanh-settles"] figure.statement').first();
      const sample = ofClaim('page/tanh-settles')
        .sample.map(Number)
        .toSorted((a, b) => a - b);
      await figure.focus();
      expect(await words(figure)).toBe(`network 1/${sample.length}: value ${told(sample[0])}`);
      await page.keyboard.press('End');
      expect(await words(figure)).toBe(`network ${sample.length}/${sample.length}: value ${told(sample.at(-1))}`);
    }));

  test('lies where the page says: its pointer finds the network that is nearest', () =>
    visit({}, async (page) => {
      const figure = page.locator('article[data-id="page/tanh-settles"] figure.statement').first();
      await figure.focus();
      await page.keyboard.press('ArrowRight');
      const said = await words(figure);
      const line = await figure.locator('.hairline').boundingBox();
      if (!line) throw new Error('there is no line');
      await page.keyboard.press('End');
      await page.mouse.move(line.x + line.width / 2, line.y + line.height / 2);
      expect(await words(figure)).toBe(said);
    }));
});
