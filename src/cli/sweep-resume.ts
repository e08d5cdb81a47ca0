import type { Command } from 'commander';

/** The line that takes a sweep up again: as it was called, with what the environment and a fresh seed said. */
export function resumeLine(command: Command, spec: string | undefined, seed: string): string {
  const given = command.options.flatMap((option) => {
    const name = option.attributeName();
    if (name === 'seed' || !['cli', 'env'].includes(command.getOptionValueSource(name) ?? '')) return [];
    const value: unknown = command.getOptionValue(name);
    return [option.long!, ...(option.isBoolean() ? [] : [String(value)])];
  });
  return ['npx', 'gainsay', 'sweep', ...(spec === undefined ? [] : [spec]), ...given, '--seed', seed].map(quoted).join(' ');
}

/** As a POSIX shell reads it back. */
function quoted(text: string): string {
  return /^[\w./:=,@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
