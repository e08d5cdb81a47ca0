// One network, and then the most memory that this process ever had, in MB, as Linux counts it; null elsewhere.
import { existsSync, readFileSync } from 'node:fs';
import { drawsFromStreams, loadEngine, type Probe, realise, realiseInLaw } from 'gainsay';
import type { Alone } from './memory.ts';
import { network } from './work.ts';

const { on, width, depth, batch, backward } = JSON.parse(process.argv[2]) as Alone;
const architecture = network(width, depth, batch);
const probes = new Set<Probe>(backward ? ['gradient'] : []);
if (on === 'law') await realiseInLaw(architecture, 1, 0, 1, probes);
else
  await realise(
    await loadEngine(on),
    architecture,
    (realisation) => drawsFromStreams(architecture, 1, realisation),
    0,
    1,
    probes,
  );

const status = '/proc/self/status';
const kilobytes = existsSync(status) ? /^VmHWM:\s+(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
console.log(kilobytes === undefined ? 'null' : Number(kilobytes) / 1024);
