import { describe, expect, test } from 'vitest';
import { commands } from '../../../src/cli/program.ts';

const program = commands(() => {});
const help = program.helpInformation();

describe('gainsay --help', () => {
  test.each(program.commands.map((command) => ({ command, name: command.name() })))(
    'shows $name in one line, with its arguments and what it does, in the width of a terminal of 80 columns',
    ({ command, name }) => {
      const line = help.split('\n').find((one) => one.startsWith(`  ${name} `)) ?? '';
      expect(command.summary()).not.toBe('');
      expect(line.endsWith(`  ${command.summary()}`)).toBe(true);
      expect(line.length).toBeLessThanOrEqual(80);
      for (const argument of command.registeredArguments) expect(line).toContain(argument.name());
    },
  );

  test('puts every command under a heading that says what it is for', () => {
    expect(help).not.toMatch(/^Commands:$/m);
    const headings = new Set(program.commands.map((command) => command.helpGroup()));
    for (const heading of headings) expect(help).toMatch(new RegExp(`^${heading}$`, 'm'));
    expect(headings.size).toBeGreaterThan(2);
  });
});
