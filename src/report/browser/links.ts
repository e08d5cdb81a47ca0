import { showAll } from './filter.ts';

/** A link to a card that a filter hides shows all cards, and goes there. */
export function startLinks(): void {
  addEventListener('hashchange', reveal);
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    // The place that the page is at already: nothing changes, and no `hashchange` follows.
    if (link && link.hash !== '' && link.hash === location.hash) reveal();
  });
  reveal();
}

function reveal(): void {
  const card = document.querySelector<HTMLElement>('article:target');
  if (!card?.hidden) return;
  showAll();
  card.scrollIntoView();
}
