import { LIMITS } from '../check/index.ts';
import type { Engine } from '../network/index.ts';
import type { CheckFlags } from './check-flags.ts';
import { shellLine } from './shell-line.ts';

/** The line that checks it again with the same numbers. */
export function rerunOf(file: string, flags: CheckFlags, { name }: Engine): string {
  const { networks, batch, input, within, dead, saturated, seed, baseline } = flags;
  return shellLine('npx gainsay check', [file], {
    export: flags.export === 'default' ? undefined : flags.export,
    networks,
    batch,
    input,
    within: within === LIMITS.within ? undefined : within,
    dead: dead === LIMITS.dead ? undefined : dead,
    saturated: saturated === LIMITS.saturated ? undefined : saturated,
    baseline,
    seed,
    backend: name,
  });
}
