import {
  type Architecture,
  always,
  CELLS,
  differences,
  exactly,
  firstNonFinite,
  type DrawnNetworks,
  quantity,
  torchDraws,
  TorchGenerator,
  type Trace,
} from 'gainsay';
import { claim } from 'gainsay/vitest';
import { describe } from 'vitest';
import { cell } from '../fixture.ts';
import { anotherCell, anotherSeed } from './mistakes.ts';
import * as zh from './replay.zh.ts';

/** The notebook's one realisation of a network; it has no other, whatever the run's seed. */
function replayed(network: Architecture, seed = 1): DrawnNetworks {
  return {
    name: `100 layers × 256 units, ${network.layers[0].init.name}, as PyTorch draws them from seed ${seed}`,
    architecture: network,
    draws: () => torchDraws(network, new TorchGenerator(seed)),
  };
}

describe('The notebook replayed, from seed 1', () => {
  for (const { cell: number, id, network } of CELLS) {
    const { printed, source } = cell(number);
    const worst = quantity<Trace>({ en: 'largest relative difference from a printed std', zh: zh.worst }, (trace) =>
      Math.max(...differences(trace, printed)),
    );
    const reproduces = always(worst, 1).within(0, 1e-5);
    const another = CELLS[number === 6 ? 1 : 0];

    claim(`replay/${id}`, `PyTorch's generator and seed 1 give the ${printed.length} stds that cell ${number} printed`, {
      of: replayed(network),
      says: number === 6 ? [reproduces, exactly(firstNonFinite, 31, 1)] : reproduces,
      predicts: number === 6 ? [0, 31] : 0,
      controls: [anotherSeed(replayed(network, 2)), anotherCell(another.cell)(replayed(another.network))],
      source,
      printed,
      formula: String.raw`u = \frac{k \bmod 2^{24}}{2^{24}}, \quad k \text{: MT19937}; \qquad z_j = \sqrt{-2 \ln(1 - u_j)}\, \cos(2\pi u_{j+8}), \quad z_{j+8} = \sqrt{-2 \ln(1 - u_j)}\, \sin(2\pi u_{j+8})`,
      because:
        'The draws are PyTorch’s bit for bit, so only the order of the sums in the float32 matrix products differs: 2⁻²⁴ = 6e-8 for each rounding, some √256 of them in an entry (1e-6), and mostly averaged away in a std over 4,096 entries. 1e-5 leaves room for thirty layers of it; another seed is off by 1.8% to 29%. The last line that each cell printed is cut off in the source, and left out.',
      teaches: `The random numbers of a computer follow from their seed, all of them, and so do the ${printed.length} stds that this cell printed: whoever knows the generator, and the order in which the program asks it, computes them again in another language. Even what the program throws away counts: nn.Linear draws its default weights first, and only then does the cell put its own in their place. That is a strong check of a program, and no evidence for an initialisation, because seed 1 is one network out of a population; the other claims draw many.`,
      zh: zh.reproduces(number, printed.length),
    });
  }
});
