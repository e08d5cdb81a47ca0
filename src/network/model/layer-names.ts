import { isModel } from './every-layer.ts';
import type { ModelLayer } from './model-layer.ts';

/**
 * Names that do not depend on what a process has made before. TensorFlow.js numbers the layers that nobody has named through the whole
 * process (`dense_Dense401`): they are numbered here by their class within their model, `dense_1`. Names that were given are kept.
 */
export class LayerNames {
  readonly #named = new Map<ModelLayer, string>();
  readonly #counts = new Map<string, number>();

  of(layer: ModelLayer): string {
    const known = this.#named.get(layer);
    if (known !== undefined) return known;
    const kind = layer.getClassName();
    // A model's own name is its class and a number: `sequential_3`.
    const own = isModel(layer) ? `^(${kind.toLowerCase()})_?\\d+$` : `^([a-z0-9_]+)_${kind}\\d+$`;
    const [, stem] = new RegExp(own).exec(layer.name) ?? [];
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const name = stem === undefined ? layer.name : `${stem}_${count}`;
    this.#named.set(layer, name);
    return name;
  }
}
