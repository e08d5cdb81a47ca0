import { element } from './element.ts';
import { recall, remember } from './memory.ts';

/** The page's switches: each a set of radio buttons, which the style sheet reads. */
type Choice = 'language' | 'theme';

/** What a switch stands at. */
export function chosen(name: Choice): string {
  return element(`input[name="${name}"]:checked`, HTMLInputElement).value;
}

/** Moves a switch, as a reader's click would. */
export function choose(name: Choice, value: string): void {
  element(`input[name="${name}"][value="${value}"]`, HTMLInputElement).click();
}

/** Puts a switch where the reader left it last time, and remembers from now on where it is put. */
export function keepChoice(name: Choice): void {
  const before = recall(name);
  for (const radio of document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)) {
    if (radio.value === before) radio.checked = true;
    radio.addEventListener('change', () => remember(name, radio.value));
  }
}
