import { shownClaims } from './claims.ts';
import { element } from './element.ts';
import { clearFilter, focusFilter } from './filter.ts';
import { otherLanguage } from './language.ts';
import { otherTheme } from './theme.ts';

const help = element('#keys', HTMLDialogElement);

const KEYS: Readonly<Record<string, () => void>> = {
  '/': focusFilter,
  Escape: clearFilter,
  j: () => jump(1),
  k: () => jump(-1),
  f: nextFailing,
  t: toTop,
  l: otherLanguage,
  d: otherTheme,
  '?': () => help.showModal(),
};

/** The keys of the help, outside of the fields that want them for themselves. */
export function startKeys(): void {
  element('#help', HTMLButtonElement).addEventListener('click', () => help.showModal());
  document.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, altKey, metaKey } = event;
    if (event.defaultPrevented || ctrlKey || altKey || metaKey || help.open || wants(target, key)) return;
    const act = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  });
}

/** Whether a field has a use of its own for a key. */
function wants(target: EventTarget | null, key: string): boolean {
  return (
    target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type === 'search' && key !== 'Escape')
  );
}

/** To the next card that is shown, or to the one before: from the one with the focus, or else from where the reader is. */
function jump(by: 1 | -1): void {
  const cards = shownClaims().map(({ card }) => card);
  const focused = cards.findIndex((card) => card.contains(document.activeElement));
  const below = cards.findIndex((card) => card.getBoundingClientRect().top > 0);
  const end = below < 0 ? cards.length : below;
  const to = focused >= 0 ? focused + by : by === 1 ? below : end - 1;
  go(cards[to]);
}

/** To the next card of a claim that fails, and from the last of them to the first. */
function nextFailing(): void {
  const shown = shownClaims();
  const failing = shown.filter(({ row }) => row.dataset['fails'] === '1').map(({ card }) => card);
  const at = shown.findIndex(({ card }) => card.contains(document.activeElement));
  go(failing.find((card) => shown.findIndex((claim) => claim.card === card) > at) ?? failing[0]);
}

function go(card: HTMLElement | undefined): void {
  card?.focus({ preventScroll: true });
  // At once, also where the style sheet scrolls smoothly: the next key counts from here.
  card?.scrollIntoView({ behavior: 'instant' });
}

function toTop(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  scrollTo({ top: 0, behavior: 'instant' });
}
