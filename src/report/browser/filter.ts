import { claims, shownClaims } from './claims.ts';
import { element } from './element.ts';

const field = element('#filter', HTMLInputElement);
const count = element('#shown', HTMLOutputElement);
const boxes = [...document.querySelectorAll<HTMLInputElement>('input[name="verdict"]')];

/** Hides the claims whose words lack one of those in the field, or whose verdict is not ticked. */
function filter(): void {
  const wanted = field.value.toLowerCase().split(/\s+/);
  const verdicts = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  for (const { row, card, words } of claims) {
    const shown = verdicts.has(row.dataset['verdict'] ?? '') && wanted.every((word) => words.includes(word));
    row.hidden = card.hidden = !shown;
  }
  count.value = `${shownClaims().length} / ${claims.length}`;
}

export function focusFilter(): void {
  field.focus();
  field.select();
}

/** Empties the field. */
export function clearFilter(): void {
  field.value = '';
  filter();
}

/** Shows every claim again. */
export function showAll(): void {
  for (const box of boxes) box.checked = true;
  clearFilter();
}

export function startFilter(): void {
  for (const input of [field, ...boxes]) input.addEventListener('input', filter);
  // A browser that comes back to a page may have filled the field in already.
  filter();
}
