type Value = string | number | readonly string[] | undefined;

/** A command line that a POSIX shell reads as it was meant; flags without a value are left out. */
export function shellLine(command: string, words: readonly string[], flags: Readonly<Record<string, Value>>): string {
  const given = Object.entries(flags).flatMap(([flag, value]) =>
    value === undefined ? [] : [`--${flag}`, ...[value].flat().map((one) => quoted(String(one)))],
  );
  return [command, ...words.map(quoted), ...given].join(' ');
}

/** A word of a POSIX shell's. */
const quoted = (word: string): string => (/^[\w./:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
