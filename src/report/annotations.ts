import { complaints, explain, type RunRecord } from '../claim/index.ts';
import { failingFirst, fails } from './failing.ts';
import { part } from './part.ts';
import { command } from './workflow-command.ts';

/**
 * What GitHub is told of a run on its log, by workflow commands: an error for each error and for each claim that fails, by its verdict or
 * by a control that escaped, at the place where it is written. A filter is no fault: a partial run is a notice.
 */
export function annotations(run: RunRecord): string[] {
  const { claims, errors, partial } = run;
  return [
    ...errors.map((error) => command('error', { title: 'gainsay' }, error)),
    ...failingFirst(claims)
      .filter(fails)
      .map((claim) => {
        const { id, place } = claim;
        const title = `${id}: ${complaints(claim).join('; ')}`;
        return command('error', { file: place?.file, line: place?.line?.toString(), title }, explain(claim));
      }),
    ...(partial ? [command('notice', { title: 'gainsay: a partial run' }, `judged: ${part(run)}`)] : []),
  ];
}
