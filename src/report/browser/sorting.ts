import { type Claim, claims, sortClaims } from './claims.ts';
import { element } from './element.ts';

const select = element('#sort', HTMLSelectElement);
const heads = [...document.querySelectorAll<HTMLElement>('#forest th[data-sort]')];

/** Sorts by one of the rows' `data-` keys: by number where all have one, else as text. What is not a number comes last either way. */
function sortBy(key: string, descending = false): void {
  const of = ({ row }: Claim) => row.dataset[key] ?? '';
  const numeric = claims.every((claim) => of(claim) === 'NaN' || !Number.isNaN(Number(of(claim))));
  const sign = descending ? -1 : 1;
  sortClaims((one, other) => {
    if (!numeric) return sign * (of(one) < of(other) ? -1 : Number(of(one) > of(other)));
    const [a, b] = [Number(of(one)), Number(of(other))];
    if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
    // No difference: Infinity less Infinity is not 0.
    return sign * (a < b ? -1 : Number(a > b));
  });
  // Left empty where the list has no such key.
  select.value = key;
  for (const head of heads) {
    const direction = descending ? 'descending' : 'ascending';
    head.setAttribute('aria-sort', head.dataset['sort'] === key ? direction : 'none');
  }
}

/** A column's head becomes a button, which sorts by it and, pressed again, the other way round. */
export function startSorting(): void {
  for (const head of heads) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => sortBy(head.dataset['sort'] ?? '', head.getAttribute('aria-sort') === 'ascending'));
  }
  select.addEventListener('change', () => sortBy(select.value));
  // A browser that comes back to a page may have put it elsewhere already.
  if (select.selectedIndex > 0) sortBy(select.value);
}
