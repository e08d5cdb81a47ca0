import { complaints, explain, type RunRecord } from '../claim/index.ts';
import { failingFirst, fails } from './failing.ts';
import { part } from './part.ts';
import { plain } from './plain.ts';

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

function command(name: string, properties: Readonly<Record<string, string | undefined>>, message: string): string {
  const given = Object.entries(properties).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${property(value)}`]));
  return `::${name} ${given.join(',')}::${data(message)}`;
}

/** As @actions/core's `escapeData`, whose reader takes a line for a command. */
const data = (text: string): string => plain(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

/** As @actions/core's `escapeProperty`. */
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
