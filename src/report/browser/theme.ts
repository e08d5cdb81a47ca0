import { choose, chosen, keepChoice } from './choice.ts';

/** Dark where it is light and light where it is dark, whether the reader chose it or the system. */
export function otherTheme(): void {
  const theme = chosen('theme');
  const dark = theme === 'auto' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
  choose('theme', dark ? 'light' : 'dark');
}

export function keepTheme(): void {
  keepChoice('theme');
}
