import type { SweepMap } from '../report/index.ts';
import { activationOf, type Grid, headerOf, recordsOf } from '../sweep/index.ts';
import { edgeLine } from '../theory/index.ts';

/** The page of a whole results file. */
export async function pageOfResults(name: string, text: string): Promise<string> {
  const { sweepPage } = await import('../report/index.ts');
  const header = headerOf(name, text.slice(0, text.indexOf('\n')));
  return sweepPage({ header, records: recordsOf(text), edges: edgesOf(header.grid) });
}

/** The edge of chaos of each activation, where there is a plane to draw it in. */
function edgesOf({ activation, sigmaW, sigmaB }: Grid): SweepMap['edges'] {
  if ((sigmaW?.length ?? 0) < 2 || sigmaB.length < 2) return {};
  return Object.fromEntries(activation.map((name) => [name, edgeLine(activationOf(name))]));
}
