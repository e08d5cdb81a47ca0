import { choose, chosen, keepChoice } from './choice.ts';

export type Language = 'en' | 'zh';

/** The language that the page is read in. */
export function language(): Language {
  return chosen('language') === 'zh' ? 'zh' : 'en';
}

export function otherLanguage(): void {
  choose('language', language() === 'en' ? 'zh' : 'en');
}

/**
 * The style sheet shows one of two languages; what it cannot reach follows here: the document's language, labels for screen readers,
 * a field's placeholder, and options, which hold text only.
 */
export function keepLanguage(): void {
  keepChoice('language');
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'language') translate();
  });
  if (language() !== 'en') translate();
}

function translate(): void {
  const to = language();
  document.documentElement.lang = to === 'zh' ? 'zh-CN' : 'en';
  for (const attribute of ['label', 'placeholder']) {
    const written = attribute === 'label' ? 'aria-label' : attribute;
    for (const one of document.querySelectorAll(`[data-${attribute}-zh]`)) {
      const english = `data-${attribute}-en`;
      // A page writes the English of most labels once, as the label itself.
      if (!one.hasAttribute(english)) one.setAttribute(english, one.getAttribute(written) ?? '');
      one.setAttribute(written, one.getAttribute(`data-${attribute}-${to}`) ?? '');
    }
  }
  for (const one of document.querySelectorAll('[data-text-zh]')) one.textContent = one.getAttribute(`data-text-${to}`);
}
