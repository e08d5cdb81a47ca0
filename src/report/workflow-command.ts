import { plain } from './plain.ts';

/** A command of GitHub's workflows, as a line of the log. */
export function command(name: string, properties: Readonly<Record<string, string | undefined>>, message: string): string {
  const given = Object.entries(properties).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${property(value)}`]));
  return `::${name} ${given.join(',')}::${data(message)}`;
}

/** As @actions/core's `escapeData`, whose reader takes a line for a command. */
const data = (text: string): string => plain(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

/** As @actions/core's `escapeProperty`. */
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
